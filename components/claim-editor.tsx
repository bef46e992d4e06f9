import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { priorityLabel, progressLabel, worthinessLabel } from '../lib/i18n/claim-words';
import { t } from '../lib/i18n/translate';
import { claimTypeLabel } from '../lib/i18n/words';
import type { Claim, Claimant } from '../lib/model/claim';
import { CLAIM_TYPES, PRIORITIES, PROGRESS, WORTHINESS } from '../lib/model/vocabulary';
import { type ClaimForm, type ClaimProblem, problemOf } from './claim-form';
import { ClaimantFields } from './claimant-fields';
import { EvidenceList } from './evidence-list';
import { Area, Choice, Text } from './fields';
import { SavingWaits } from './saving-waits';
import { StatusMessage } from './status-message';
import { VerdictFields } from './verdict-fields';

export interface ClaimEditorProps {
  readonly form: ClaimForm;
  readonly history: Claim['history'];
  readonly known: readonly Claimant[];
  readonly saving?: boolean | undefined;
  /** Something was typed that is not saved yet. */
  readonly dirty: boolean;
  readonly onChange: (form: ClaimForm) => void;
  readonly onSave: () => void;
  readonly onDiscard?: (() => void) | undefined;
  readonly onDelete?: (() => void) | undefined;
  readonly takeFocus?: boolean | undefined;
  /** Shown above the buttons: an error, the consent of a private window. */
  readonly children?: ComponentChildren;
  /** Shown under the statement: claims that say nearly the same. */
  readonly beside?: ComponentChildren;
  /** Shown under the evidence: other ways to add some. */
  readonly underEvidence?: ComponentChildren;
}

const PROBLEMS = {
  text: 'claimNeedsText',
  verdict: 'claimNeedsVerdict',
  address: 'claimBadAddress',
} as const satisfies Record<ClaimProblem, string>;

/** The whole claim: what is said and by whom, how urgent, what was found, and what it rests on. Controlled. */
export function ClaimEditor(props: ClaimEditorProps): JSX.Element {
  const { form, onChange, saving = false, takeFocus = false } = props;
  const [asked, setAsked] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (takeFocus) root.current?.querySelector<HTMLElement>('[data-focus="first"]')?.focus();
  }, [takeFocus]);
  const set = (part: Partial<ClaimForm>): void => onChange({ ...form, ...part });
  const problem = problemOf(form);
  const save = (): void => {
    setAsked(true);
    if (problem === null && !saving) props.onSave();
  };
  return (
    <form
      class="claim-editor"
      ref={root}
      aria-label={t('claimEditor')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <Area
        label={t('claimStatement')}
        hint={t('claimStatementHelp')}
        rows={3}
        focusKey="first"
        value={form.text}
        onInput={(text) => set({ text })}
      />
      {props.beside}
      <ClaimantFields form={form} known={props.known} onChange={set} />
      <Sorting form={form} onChange={set} />
      <VerdictFields form={form} history={props.history} onChange={set} />
      <EvidenceList evidence={form.evidence} onChange={(evidence) => set({ evidence })} />
      {props.underEvidence}
      {props.children}
      {asked && problem ? (
        <StatusMessage tone="error">
          <p>{t(PROBLEMS[problem])}</p>
        </StatusMessage>
      ) : null}
      <SavingWaits saving={saving} />
      <EditorButtons {...props} save={saving} />
    </form>
  );
}

function EditorButtons(props: ClaimEditorProps & { readonly save: boolean }): JSX.Element {
  const { dirty, onDiscard, onDelete, save } = props;
  return (
    <div class="row editor-buttons">
      <button type="submit" class="button primary" aria-disabled={save}>
        {t(save ? 'saving' : 'claimSave')}
      </button>
      {onDiscard && dirty ? (
        <button type="button" class="button quiet" onClick={onDiscard}>
          {t('discard')}
        </button>
      ) : null}
      {dirty ? <span class="meta">{t('claimUnsaved')}</span> : null}
      {onDelete ? (
        <button type="button" class="button quiet danger push" onClick={onDelete}>
          {t('claimDelete')}
        </button>
      ) : null}
    </div>
  );
}

interface SortingProps {
  readonly form: ClaimForm;
  readonly onChange: (part: Partial<ClaimForm>) => void;
}

/** What kind of statement it is, whether and how soon it is worth a check, and how far the check is. */
function Sorting({ form, onChange }: SortingProps): JSX.Element {
  const none = ['', t('claimNotSet')] as const;
  return (
    <fieldset class="form-part">
      <legend class="part-title">{t('claimWhat')}</legend>
      <Choice
        label={t('claimType')}
        value={form.type ?? ''}
        options={[none, ...CLAIM_TYPES.map((type) => [type, claimTypeLabel(type)] as const)]}
        onChange={(picked) => onChange({ type: CLAIM_TYPES.find((type) => type === picked) ?? null })}
      />
      <div class="pair">
        <Choice
          label={t('claimWorthiness')}
          value={form.worthiness ?? ''}
          options={[none, ...WORTHINESS.map((one) => [one, worthinessLabel(one)] as const)]}
          onChange={(picked) => onChange({ worthiness: WORTHINESS.find((one) => one === picked) ?? null })}
        />
        <Choice
          label={t('claimPriority')}
          value={form.priority ?? ''}
          options={[none, ...PRIORITIES.map((one) => [one, priorityLabel(one)] as const)]}
          onChange={(picked) => onChange({ priority: PRIORITIES.find((one) => one === picked) ?? null })}
        />
        <Choice
          label={t('claimProgress')}
          value={form.progress}
          options={PROGRESS.map((one) => [one, progressLabel(one)])}
          onChange={(picked) => onChange({ progress: PROGRESS.find((one) => one === picked) ?? 'unstarted' })}
        />
        <Text
          label={t('claimDate')}
          kind="date"
          value={form.claimDate.slice(0, 10)}
          onInput={(claimDate) => onChange({ claimDate })}
        />
      </div>
    </fieldset>
  );
}
