import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n/translate';
import type { QuoteWords } from '../lib/model/draft';
import { isSame } from '../lib/model/field-merge';
import { type QuoteField, type SavedQuote, withQuoteFields, wordsOfQuote } from '../lib/model/quote-merge';
import type { Failure, Result } from '../lib/model/result';
import { type ComposerValue, quoteWordsOf, type TagUse, typedOn } from './composer-value';
import { QuoteComposer } from './quote-composer';
import { QuoteConflict } from './quote-conflict';
import { FailureMessage } from './status-message';
import { useInView } from './use-in-view';

/** What is written on a saved quote, and what the quote said when writing began. */
export interface Editing {
  readonly value: ComposerValue;
  readonly base: QuoteWords;
}

export interface EditedQuoteProps {
  /** The quoted words, null where the surroundings show them. */
  readonly quote: string | null;
  readonly editing: Editing;
  /** What the quote says now; null where it was deleted elsewhere. */
  readonly current: QuoteWords | null;
  readonly known: readonly TagUse[];
  readonly scaleId?: string | undefined;
  readonly focus?: 'note' | 'claim' | undefined;
  /** Every keystroke, for the draft. */
  readonly onWrite: (editing: Editing) => void;
  /** Nothing was typed and the quote was changed elsewhere: the form shows that, and there is no draft of it. */
  readonly onFollow: (editing: Editing) => void;
  readonly onSave: (editing: Editing) => Promise<Result<SavedQuote>>;
  /** What is in the form is saved. */
  readonly onSaved: () => void;
  readonly onDiscard: () => void;
  /** Takes the quote's deletion back. */
  readonly onRestore: () => Promise<Result<unknown>>;
  /** Puts a text on the clipboard; false where that is refused. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

interface Conflict {
  readonly fields: readonly QuoteField[];
  readonly theirs: QuoteWords;
}

const isUntouched = ({ value, base }: Editing): boolean => isSame(quoteWordsOf(value), base);

/** The form of a saved quote. Words that were typed and not saved stay, whatever becomes of the quote elsewhere. */
export function EditedQuote(props: EditedQuoteProps): JSX.Element {
  const { editing, current, onWrite, onSave, onSaved } = props;
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  // What asked the reader goes with their answer, and the focus with it: they go on writing.
  const [answers, setAnswers] = useState(0);
  const latest = useRef(editing);
  latest.current = editing;
  useFollowing(props);
  const save = async (what: Editing): Promise<void> => {
    setSaving(true);
    setFailure(null);
    const saved = await onSave(what);
    setSaving(false);
    if (!saved.ok) return setFailure(saved.error);
    const { annotation, claim, conflicts } = saved.value;
    const theirs = wordsOfQuote(annotation, claim);
    setConflict(conflicts.length === 0 ? null : { fields: conflicts, theirs });
    if (conflicts.length > 0) return;
    // What was typed while it was being saved is not saved.
    if (isSame(latest.current.value, what.value)) onSaved();
    else onWrite({ value: latest.current.value, base: theirs });
  };
  const settled = (value: ComposerValue, { fields, theirs }: Conflict): Editing => {
    const next = { value, base: withQuoteFields(editing.base, theirs, fields) };
    setConflict(null);
    setAnswers((before) => before + 1);
    onWrite(next);
    return next;
  };
  return (
    <QuoteComposer
      mode="edit"
      quote={props.quote}
      value={editing.value}
      focus={props.focus}
      refocus={answers}
      known={props.known}
      scaleId={props.scaleId}
      saving={saving}
      onChange={(value) => onWrite({ ...editing, value })}
      onSave={() => void save(editing)}
      onDiscard={props.onDiscard}
    >
      {conflict ? (
        <QuoteConflict
          {...conflict}
          mine={quoteWordsOf(editing.value)}
          onKeepMine={() => void save(settled(editing.value, conflict))}
          onTakeTheirs={() => settled(withQuoteFields(editing.value, conflict.theirs, conflict.fields), conflict)}
        />
      ) : null}
      {current === null || failure?.code === 'quote-deleted' ? (
        <Gone {...props} onFailure={setFailure} onBack={() => setAnswers((before) => before + 1)} />
      ) : failure ? (
        <FailureMessage failure={failure} />
      ) : null}
    </QuoteComposer>
  );
}

/** A form in which nothing was typed shows what the quote says now. */
function useFollowing({ editing, current, onFollow }: EditedQuoteProps): void {
  const now = JSON.stringify(current);
  useEffect(() => {
    if (current && isUntouched(editing) && !isSame(current, editing.base)) {
      onFollow({ value: typedOn(current), base: current });
    }
  }, [now]);
}

interface GoneProps extends EditedQuoteProps {
  readonly onFailure: (failure: Failure | null) => void;
  readonly onBack: () => void;
}

/** Says that the quote was deleted elsewhere, and offers what can be done with the words. */
function Gone(props: GoneProps): JSX.Element {
  const [said, setSaid] = useState('');
  const shown = useInView<HTMLDivElement>();
  const restore = async (): Promise<void> => {
    const restored = await props.onRestore();
    props.onFailure(restored.ok ? null : restored.error);
    if (restored.ok) props.onBack();
    else setSaid(t('conflictRestoreFailed'));
  };
  const copy = async (): Promise<void> => {
    setSaid(t((await props.onCopy(wordsAsText(props.editing.value))) ? 'conflictCopied' : 'error_copy_refused'));
  };
  return (
    <div class="comes-up" ref={shown}>
      <FailureMessage failure={{ code: 'quote-deleted' }} />
      <div class="row">
        <button type="button" class="button small" onClick={() => void restore()}>
          {t('restore')}
        </button>
        <button type="button" class="button small" onClick={() => void copy()}>
          {t('conflictCopy')}
        </button>
      </div>
      <p role="status" class={said === '' ? 'hidden-visually' : 'help'}>
        {said}
      </p>
    </div>
  );
}

function wordsAsText(value: ComposerValue): string {
  const { words, claim } = quoteWordsOf(value);
  const parts = [words.note, words.tags.join(', '), claim?.claimant ?? '', claim?.verdict ?? ''];
  return parts.filter((part) => part !== '').join('\n');
}
