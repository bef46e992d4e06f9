import type { JSX } from 'preact';
import { type MessageKey, t } from '../lib/i18n/translate';
import { claimTypeLabel, verdictLabel } from '../lib/i18n/words';
import type { QuoteWords } from '../lib/model/draft';
import type { QuoteField } from '../lib/model/quote-merge';
import type { Colour } from '../lib/model/vocabulary';
import { ConflictNotice } from './conflict-notice';
import { useColourLabel } from './settings-context';

const LABELS: Readonly<Record<QuoteField, MessageKey>> = {
  note: 'composerNote',
  colour: 'composerColour',
  speaker: 'conflictSpeaker',
  claim: 'conflictClaim',
  claimant: 'claimClaimant',
  type: 'claimType',
  verdict: 'claimVerdict',
};

function textOf(field: QuoteField, { words, claim }: QuoteWords, colourLabel: (colour: Colour) => string): string {
  const says: Readonly<Record<QuoteField, string | null>> = {
    note: words.note,
    colour: colourLabel(words.colour),
    speaker: words.speaker,
    claim: t(claim === null ? 'conflictNoClaim' : 'conflictIsClaim'),
    claimant: claim?.claimant ?? null,
    type: claim?.type ? claimTypeLabel(claim.type) : null,
    verdict: claim && claim.verdict !== '' ? verdictLabel(claim.scaleId, claim.verdict) : null,
  };
  return says[field] || t('claimNotSet');
}

interface QuoteConflictProps {
  readonly fields: readonly QuoteField[];
  readonly mine: QuoteWords;
  /** The quote as it was saved elsewhere. */
  readonly theirs: QuoteWords;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Shows what a quote says here and what was saved elsewhere, and lets the person choose. */
export function QuoteConflict({ fields, mine, theirs, onKeepMine, onTakeTheirs }: QuoteConflictProps): JSX.Element {
  const nameOf = useColourLabel();
  const rows = fields.map((field) => ({
    field,
    label: t(LABELS[field]),
    mine: textOf(field, mine, nameOf),
    theirs: textOf(field, theirs, nameOf),
  }));
  return <ConflictNotice text={t('conflictQuote')} rows={rows} onKeepMine={onKeepMine} onTakeTheirs={onTakeTheirs} />;
}
