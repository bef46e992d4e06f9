import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { stanceLabel } from '../lib/i18n/claim-words';
import { t } from '../lib/i18n/translate';
import { STANCES } from '../lib/model/vocabulary';
import { type EvidenceForm, evidenceFrom, evidenceOfQuote } from './claim-form';
import { readDraggedQuote, readGiven } from './dragged-quote';
import { Area, Choice, Text } from './fields';
import { DeleteIcon } from './icons';

interface EvidenceListProps {
  readonly evidence: readonly EvidenceForm[];
  readonly onChange: (evidence: EvidenceForm[]) => void;
}

/** What speaks for or against the claim: pasted, dropped or typed. */
export function EvidenceList({ evidence, onChange }: EvidenceListProps): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend class="part-title">{t('evidenceTitle')}</legend>
      {evidence.map((item, at) => (
        <EvidenceFields
          // Items have no id of their own; the time they were added at tells them apart, their place the rest.
          key={`${item.addedAt} ${at}`}
          item={item}
          number={at + 1}
          onChange={(changed) => onChange(evidence.map((one, i) => (i === at ? changed : one)))}
          onRemove={() => onChange(evidence.filter((_, i) => i !== at))}
        />
      ))}
      <DropField onAdd={(item) => onChange([...evidence, item])} />
    </fieldset>
  );
}

/** Evidence of what was pasted or dropped: a saved quote, a link with its title, or words. Null where it is empty. */
function evidenceGiven(data: DataTransfer): EvidenceForm | null {
  const now = new Date().toISOString();
  const { link, title, text } = readGiven(data);
  const quote = readDraggedQuote(data);
  if (quote) return evidenceOfQuote({ id: quote.annotationId, exact: text }, quote, now);
  if (link !== '') return evidenceFrom(link, now, title.slice(0, 300));
  return text === '' ? null : evidenceFrom(text, now);
}

function DropField({ onAdd }: { readonly onAdd: (item: EvidenceForm) => void }): JSX.Element {
  const id = useId();
  const [over, setOver] = useState(false);
  const [typed, setTyped] = useState('');
  const add = (): void => {
    if (typed.trim() === '') return;
    onAdd(evidenceFrom(typed, new Date().toISOString()));
    setTyped('');
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    if (!event.dataTransfer) return;
    event.preventDefault();
    const item = evidenceGiven(event.dataTransfer);
    if (item) onAdd(item);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: one field that also takes drops, inside a fieldset already
    <div
      class={over ? 'drop over' : 'drop'}
      role="group"
      aria-label={t('evidenceAdd')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label class="label" for={id}>
        {t('evidenceDrop')}
      </label>
      <div class="row drop-row">
        <input
          id={id}
          class="input"
          dir="auto"
          value={typed}
          aria-describedby={`${id}-help`}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add();
          }}
          onPaste={(event) => {
            const item = event.clipboardData && evidenceGiven(event.clipboardData);
            if (typed !== '' || !item) return;
            event.preventDefault();
            onAdd(item);
          }}
        />
        <button type="button" class="button" onClick={add}>
          {t('evidenceAdd')}
        </button>
      </div>
      <p class="help" id={`${id}-help`}>
        {t('evidenceHelp')}
      </p>
    </div>
  );
}

interface EvidenceFieldsProps {
  readonly item: EvidenceForm;
  readonly number: number;
  readonly onChange: (item: EvidenceForm) => void;
  readonly onRemove: () => void;
}

function EvidenceFields({ item, number, onChange, onRemove }: EvidenceFieldsProps): JSX.Element {
  const set = (part: Partial<EvidenceForm>): void => onChange({ ...item, ...part });
  const label = t('evidenceItem', number);
  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldsets inside fieldsets are read out twice
    <div class="evidence" role="group" aria-label={label}>
      <div class="row spread">
        <Choice
          label={t('evidenceStance')}
          value={item.stance}
          options={STANCES.map((stance) => [stance, stanceLabel(stance)])}
          onChange={(picked) => set({ stance: STANCES.find((stance) => stance === picked) ?? 'context' })}
        />
        <button
          type="button"
          class="button quiet small danger only-icon"
          aria-label={`${t('evidenceRemove')}: ${label}`}
          title={t('evidenceRemove')}
          onClick={onRemove}
        >
          <DeleteIcon />
        </button>
      </div>
      <Text label={t('evidenceName')} value={item.title} max={2000} onInput={(title) => set({ title })} />
      <Text
        label={t('evidenceUrl')}
        kind="url"
        hint="https://"
        value={item.url}
        max={8192}
        onInput={(url) => set({ url })}
      />
      <Text
        label={t('evidenceArchive')}
        kind="url"
        hint="https://"
        value={item.archiveUrl}
        max={8192}
        onInput={(archiveUrl) => set({ archiveUrl })}
      />
      <Area label={t('evidenceQuote')} value={item.quote} onInput={(quote) => set({ quote })} />
    </div>
  );
}
