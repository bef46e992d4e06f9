import type { JSX } from 'preact';
import { priorityLabel, progressLabel, worthinessLabel } from '../lib/i18n/claim-words';
import { formatStatedDay, type MessageKey, t } from '../lib/i18n/translate';
import { claimTypeLabel, verdictLabel } from '../lib/i18n/words';
import type { ClaimWords } from '../lib/model/claim';
import type { ClaimField } from '../lib/model/claim-merge';
import { ConflictNotice } from './conflict-notice';

const LABELS: Readonly<Partial<Record<ClaimField, MessageKey>>> = {
  text: 'claimStatement',
  type: 'claimType',
  worthiness: 'claimWorthiness',
  priority: 'claimPriority',
  progress: 'claimProgress',
  claimant: 'claimClaimant',
  claimDate: 'claimDate',
  verdict: 'claimVerdict',
  reviewUrl: 'claimReviewUrl',
  reviewDate: 'claimReviewDate',
};

function textOf(field: ClaimField, words: ClaimWords): string {
  const { type, worthiness, priority, claimant, claimDate, verdict } = words;
  const values: Readonly<Partial<Record<ClaimField, string | null>>> = {
    text: words.text,
    type: type && claimTypeLabel(type),
    worthiness: worthiness && worthinessLabel(worthiness),
    priority: priority && priorityLabel(priority),
    progress: progressLabel(words.progress),
    claimant: claimant && [claimant.name, claimant.role, claimant.sameAs].filter((part) => part !== null).join(', '),
    claimDate: claimDate && formatStatedDay(claimDate),
    reviewUrl: words.reviewUrl ?? null,
    reviewDate: words.reviewDate ? formatStatedDay(words.reviewDate) : null,
    verdict:
      verdict &&
      [verdictLabel(verdict.scaleId, verdict.label), verdict.explanation].filter((part) => part !== '').join(' – '),
  };
  return values[field] ?? t('claimNotSet');
}

interface ClaimConflictProps {
  readonly fields: readonly ClaimField[];
  /** The claim as it was saved elsewhere. */
  readonly theirs: ClaimWords;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Says that fields were changed elsewhere too and how they stand there; nothing is saved until the person decides. */
export function ClaimConflictNotice({ fields, theirs, onKeepMine, onTakeTheirs }: ClaimConflictProps): JSX.Element {
  const rows = fields.flatMap((field) => {
    const label = LABELS[field];
    return label === undefined ? [] : [{ field, label: t(label), theirs: textOf(field, theirs) }];
  });
  return <ConflictNotice text={t('conflictText')} rows={rows} onKeepMine={onKeepMine} onTakeTheirs={onTakeTheirs} />;
}
