import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ClaimForm, evidenceOfQuote } from '../../components/claim-form';
import { type PickableQuote, QuotePicker } from '../../components/quote-picker';
import { useLive } from '../../components/use-live';
import type { PressmarkDatabase } from '../../lib/store/database';
import { findQuotes } from '../../lib/store/quote-search';

interface EvidencePickerProps {
  readonly db: PressmarkDatabase;
  readonly form: ClaimForm;
  readonly onChange: (form: ClaimForm) => void;
}

const MOST = 8;

/** Saved quotes, of this article and of others, that are not in the claim's evidence yet. */
export function EvidencePicker({ db, form, onChange }: EvidencePickerProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const live = useLive(() => liveQuery(() => findQuotes(db, typed, MOST + form.evidence.length)), typed);
  const used = new Set(form.evidence.map(({ annotationId }) => annotationId));
  const quotes =
    live.state === 'ready' ? live.value.filter(({ annotation }) => !used.has(annotation.id)).slice(0, MOST) : null;
  const pick = ({ annotation, article }: PickableQuote): void => {
    const quote = { id: annotation.id, exact: annotation.quote.exact };
    onChange({ ...form, evidence: [...form.evidence, evidenceOfQuote(quote, article, new Date().toISOString())] });
  };
  return <QuotePicker typed={typed} quotes={quotes} onType={setTyped} onPick={pick} />;
}
