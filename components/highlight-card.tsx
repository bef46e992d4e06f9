import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { keptOf } from '../lib/anchor/kept';
import { t } from '../lib/i18n/translate';
import type { Annotation } from '../lib/model/annotation';
import type { Claim } from '../lib/model/claim';
import { type SavedQuote, wordsOfQuote } from '../lib/model/quote-merge';
import type { Failure, Result } from '../lib/model/result';
import type { SightingStatus } from '../lib/model/vocabulary';
import { ActionButton } from './action-button';
import { CardFrame } from './card-frame';
import { ClaimLine } from './claim-line';
import { type ComposerValue, composerOf, type TagUse } from './composer-value';
import { EditedQuote, type Editing } from './edited-quote';
import { BackIcon, ClaimIcon, CopyIcon, DeleteIcon, EditIcon, MarkdownIcon } from './icons';
import { QuotePreview } from './quote-composer';
import { TagList } from './quote-item';
import { SettingsProvider, type ViewSettings } from './settings-context';
import { type Acknowledged, SightingNote } from './sighting-note';
import { FailureMessage } from './status-message';

/** One highlight with what is known about it. */
export interface CardHighlight {
  readonly annotation: Annotation;
  readonly claim: Claim | null;
  readonly status: SightingStatus;
  readonly foundText: string | null;
  readonly acknowledged?: Acknowledged | undefined;
  /** What was typed about it and not saved: its form goes on from there. */
  readonly draft?: Editing | null;
  /** It was deleted elsewhere while something was being typed about it. */
  readonly gone?: boolean;
}

export interface HighlightCardProps {
  /** The highlights at the place; with several, the card first lets the reader choose. Never empty. */
  readonly highlights: readonly CardHighlight[];
  /** Opens the form at once, for one highlight: after "Claim" or "Note" on the page, or with the card's own buttons. */
  readonly editing?: 'note' | 'claim' | undefined;
  readonly known: readonly TagUse[];
  /** The reader's scales and colour names; without them what ships. */
  readonly settings?: ViewSettings;
  readonly failure: Failure | null;
  /** Takes the focus when it opens: yes for click and keyboard, no for hovering. */
  readonly takeFocus: boolean;
  /** Saves the form's words. */
  readonly onSave: (annotation: Annotation, editing: Editing) => Promise<Result<SavedQuote>>;
  /** They are saved; the card goes back to showing once new `highlights` have come. */
  readonly onSaved: (annotation: Annotation) => Promise<void>;
  /** Every keystroke, for the draft, and the word that it is not wanted. */
  readonly onEdit?: (annotation: Annotation, editing: Editing) => void;
  readonly onDiscard?: (annotation: Annotation) => void;
  /** Takes back that the quote was deleted elsewhere. */
  readonly onRestore: (annotation: Annotation) => Promise<Result<unknown>>;
  /** Puts what was typed on the clipboard. */
  readonly onCopyWords: (text: string) => Promise<boolean>;
  readonly onDelete: (annotation: Annotation) => void;
  /** Copies the quote with its source, as text and rich text or as Markdown. */
  readonly onCopy: (annotation: Annotation, kind: 'rich' | 'markdown') => void;
  /** Keeps the words as they were saved although the page says these; null takes that back. */
  readonly onKeepOld: (annotation: Annotation, foundText: string | null) => void;
  readonly onTakeNew: (annotation: Annotation) => void;
  readonly onClose: () => void;
  /** Said politely: "Copied with its source." */
  readonly said?: string;
}

/** The card of a highlight on the page: everything saved on it, and what can be done with it. */
export function HighlightCard(props: HighlightCardProps): JSX.Element {
  return (
    <SettingsProvider settings={props.settings}>
      <OpenCard {...props} />
    </SettingsProvider>
  );
}

function OpenCard(props: HighlightCardProps): JSX.Element {
  const { highlights, onClose } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  // What had the focus goes away with each step; Escape and Tab must still find the card.
  const holdFocus = (): void => frame.current?.focus({ preventScroll: true });
  const choose = (id: string | null): void => {
    setChosen(id);
    holdFocus();
  };
  const shown = highlights.length === 1 ? highlights[0] : highlights.find((one) => one.annotation.id === chosen);
  return (
    <CardFrame
      title={t(shown ? 'cardLabel' : 'cardChoose')}
      frame={frame}
      takeFocus={props.takeFocus}
      onClose={onClose}
      before={
        shown && highlights.length > 1 ? (
          <button
            type="button"
            class="button quiet small only-icon"
            aria-label={t('cardBack')}
            onClick={() => choose(null)}
          >
            <BackIcon />
          </button>
        ) : null
      }
    >
      {shown ? (
        <CardBody key={shown.annotation.id} {...props} highlight={shown} holdFocus={holdFocus} />
      ) : (
        <ul class="choices">
          {highlights.map(({ annotation }) => (
            <li key={annotation.id}>
              <button type="button" class="choice" onClick={() => choose(annotation.id)}>
                <span class="edge quote-text short" data-colour={annotation.colour} dir="auto">
                  {annotation.quote.exact}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class={props.said ? 'help' : 'hidden-visually'}>
        {props.said ?? ''}
      </p>
    </CardFrame>
  );
}

interface CardBodyProps extends HighlightCardProps {
  readonly highlight: CardHighlight;
  readonly holdFocus: () => void;
}

function CardBody(props: CardBodyProps): JSX.Element {
  const { highlight, failure } = props;
  const { annotation, claim, draft } = highlight;
  const [form, setForm] = useState<OpenForm | null>(draft && props.takeFocus ? { focus: 'note', ...draft } : null);
  const open = (focus: 'note' | 'claim'): void => {
    const from = draft ?? { value: composerOf(annotation, claim), base: wordsOfQuote(annotation, claim) };
    setForm({ ...from, focus, value: openedFor(focus, from.value, annotation.speaker) });
  };
  useEffect(() => {
    if (props.editing) open(props.editing);
  }, [props.editing]);
  if (form) return <CardForm {...props} form={form} onForm={setForm} />;
  return (
    <>
      <QuotePreview quote={annotation.quote.exact} colour={annotation.colour} />
      <CardSighting {...props} />
      {claim ? <ClaimLine claim={claim} /> : null}
      <p class={annotation.note === '' ? 'help' : 'note'} dir="auto">
        {annotation.note === '' ? t('cardNoNote') : annotation.note}
      </p>
      <TagList tags={annotation.tags} />
      {failure ? <FailureMessage failure={failure} /> : null}
      <CardActions {...props} onOpen={open} />
    </>
  );
}

interface OpenForm extends Editing {
  readonly focus: 'note' | 'claim';
}

interface CardFormProps extends CardBodyProps {
  readonly form: OpenForm;
  readonly onForm: (form: OpenForm | null) => void;
}

function CardForm(props: CardFormProps): JSX.Element {
  const { highlight, form, onForm } = props;
  const { annotation, claim, gone = false } = highlight;
  const leave = (): void => {
    onForm(null);
    props.holdFocus();
  };
  return (
    <EditedQuote
      quote={annotation.quote.exact}
      editing={form}
      current={gone ? null : wordsOfQuote(annotation, claim)}
      known={props.known}
      focus={form.focus}
      onWrite={(editing) => {
        onForm({ ...form, ...editing });
        props.onEdit?.(annotation, editing);
      }}
      onFollow={(editing) => onForm({ ...form, ...editing })}
      onSave={(editing) => props.onSave(annotation, editing)}
      onSaved={() => void props.onSaved(annotation).then(leave)}
      onDiscard={() => {
        leave();
        props.onDiscard?.(annotation);
      }}
      onRestore={() => props.onRestore(annotation)}
      onCopy={props.onCopyWords}
    />
  );
}

function openedFor(focus: 'note' | 'claim', value: ComposerValue, speaker: string | null): ComposerValue {
  if (focus === 'note' || value.claim) return value;
  return {
    ...value,
    claim: { claimant: speaker ?? '', claimantKind: 'Person', type: null, scaleId: 'neutral', verdict: '' },
  };
}

function CardSighting({ highlight, onKeepOld, onTakeNew }: HighlightCardProps & { highlight: CardHighlight }) {
  const { annotation, status, foundText, acknowledged } = highlight;
  if (status !== 'edited') return null;
  const kept = keptOf(annotation, foundText);
  return (
    <SightingNote
      status={status}
      savedText={annotation.quote.exact}
      savedAt={annotation.createdAt}
      foundText={foundText}
      kept={kept}
      acknowledged={acknowledged}
    >
      <div class="row">
        <button type="button" class="button small" onClick={() => onKeepOld(annotation, kept ? null : foundText)}>
          {t(kept ? 'editedAgain' : 'editedKeep')}
        </button>
        <button type="button" class="button small" onClick={() => onTakeNew(annotation)}>
          {t('editedTake')}
        </button>
      </div>
    </SightingNote>
  );
}

interface CardActionsProps extends HighlightCardProps {
  readonly highlight: CardHighlight;
  readonly onOpen: (focus: 'note' | 'claim') => void;
}

function CardActions({ highlight, onOpen, onCopy, onDelete }: CardActionsProps): JSX.Element {
  const { annotation, claim } = highlight;
  return (
    <div class="actions">
      <ActionButton icon={<EditIcon />} label={t('edit')} onClick={() => onOpen('note')} />
      <ActionButton
        icon={<ClaimIcon />}
        label={t(claim ? 'cardEditClaim' : 'cardAddClaim')}
        onClick={() => onOpen('claim')}
      />
      <ActionButton icon={<CopyIcon />} label={t('copy')} compact onClick={() => onCopy(annotation, 'rich')} />
      <ActionButton
        icon={<MarkdownIcon />}
        label={t('copyMarkdown')}
        compact
        onClick={() => onCopy(annotation, 'markdown')}
      />
      <ActionButton icon={<DeleteIcon />} label={t('delete')} compact danger onClick={() => onDelete(annotation)} />
    </div>
  );
}
