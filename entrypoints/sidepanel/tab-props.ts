import type { Failure } from '../../lib/model/result';
import type { PressmarkDatabase } from '../../lib/store/database';
import type { OpenPage } from '../pages/open-page';
import type { Seed, Undo } from '../pages/work';
import type { PanelData } from './panel-data';

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
}
