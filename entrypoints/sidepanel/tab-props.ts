import type { EvidenceForm } from '../../components/claim-form';
import type { PageFacts } from '../../lib/messages/protocol';
import type { Failure } from '../../lib/model/result';
import type { PressmarkDatabase } from '../../lib/store/database';
import type { OpenPage } from '../pages/open-page';
import type { Seed, Undo, Work } from '../pages/work';
import type { PanelData } from './panel-data';

/** The claim at work in the panel. It stays at work on other articles, where its evidence may be found. */
export interface PanelWork extends Work {
  /** The article on which it was opened; a new claim's draft is kept under it. */
  readonly address: string;
  /** The language of a claim that has none yet. */
  readonly language: string | null;
  /** The page that a new one belongs to, wherever it is saved; null for a saved one. */
  readonly appearsOn: PageFacts | null;
}

/** What every tab needs. */
export interface TabProps {
  readonly db: PressmarkDatabase;
  readonly page: OpenPage;
  readonly address: string;
  readonly data: PanelData;
  readonly onFailure: (failure: Failure | null) => void;
  readonly onSaid: (text: string) => void;
  readonly onUndo: (undo: Undo | null) => void;
  /** Opens a claim, or a new one with something in it. */
  readonly onWork: (id: string | null, seed?: Seed) => void;
  /** Adds to the evidence of the claim at work; null where none is. */
  readonly onEvidence: ((item: EvidenceForm) => void) | null;
}
