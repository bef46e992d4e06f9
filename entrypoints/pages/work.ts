import type { EvidenceForm } from '../../components/claim-form';

/** What was done and can be taken back. */
export interface Undo {
  readonly text: string;
  readonly run: () => Promise<void>;
}

/** What goes into a claim's form besides what stands there. */
export interface Seed {
  readonly text?: string;
  readonly claimant?: string;
  readonly evidence?: readonly EvidenceForm[];
}

/** The claim that is being worked on: a saved one, or a new one; null for the list. */
export interface Work {
  readonly id: string | null;
  /** What goes into the form besides; each is applied once. */
  readonly seed: Seed | null;
}
