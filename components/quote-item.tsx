import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { keptOf } from '../lib/anchor/kept';
import { formatDate, t } from '../lib/i18n/translate';
import type { Annotation } from '../lib/model/annotation';
import type { Claim } from '../lib/model/claim';
import type { SightingStatus } from '../lib/model/vocabulary';
import { ActionButton } from './action-button';
import { ClaimLine } from './claim-line';
import { type DraggedQuote, fillDrag } from './dragged-quote';
import { DeleteIcon, EditIcon, JumpIcon } from './icons';
import { QuotePreview } from './quote-composer';
import { SightingNote } from './sighting-note';
import { Speaker } from './speaker';

export interface QuoteItemProps {
  readonly annotation: Annotation;
  readonly claim: Claim | null;
  /** What became of it, as this visit knows; null before it was looked for. */
  readonly status: SightingStatus | null;
  readonly foundText: string | null;
  /** Its article: with it the quote can be dragged into a claim's evidence. */
  readonly source?: Omit<DraggedQuote, 'annotationId'> | undefined;
  /** The speaker's role, where the page gives one. */
  readonly role?: string | null | undefined;
  readonly onJump?: (() => void) | undefined;
  readonly onEdit?: (() => void) | undefined;
  readonly onDelete?: (() => void) | undefined;
  /** Icons for all that can be done but the jump, where there is little room. */
  readonly compact?: boolean;
  /** What else can be done with it, beside the usual. */
  readonly actions?: ComponentChildren;
}

/** A saved quote with everything on it. What can't be found on the page says so and offers no jump to it. */
export function QuoteItem(props: QuoteItemProps): JSX.Element {
  const { annotation, claim, status, foundText } = props;
  const id = useId();
  const drawn = status === 'unchanged' || status === 'moved' || status === 'edited';
  return (
    <article class="item" aria-labelledby={id}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is a shortcut; its words can be copied and pasted */}
      <div
        id={id}
        draggable={props.source !== undefined}
        onDragStart={(event) => {
          if (!props.source || !event.dataTransfer) return;
          fillDrag(event.dataTransfer, { annotationId: annotation.id, ...props.source }, annotation.quote.exact);
        }}
      >
        <QuotePreview quote={annotation.quote.exact} colour={annotation.colour} />
      </div>
      {annotation.speaker === null ? null : <Speaker speaker={annotation.speaker} role={props.role ?? null} />}
      {status ? (
        <SightingNote
          status={status}
          savedText={annotation.quote.exact}
          savedAt={annotation.createdAt}
          foundText={foundText}
          kept={keptOf(annotation, foundText)}
        />
      ) : null}
      {claim ? <ClaimLine claim={claim} /> : null}
      {annotation.note === '' ? null : (
        <p class="note" dir="auto">
          {annotation.note}
        </p>
      )}
      <TagList tags={annotation.tags} />
      <div class="row spread">
        <QuoteActions {...props} onJump={drawn ? props.onJump : undefined} />
        <span class="meta">{t('quoteSavedOn', formatDate(annotation.createdAt))}</span>
      </div>
    </article>
  );
}

/** Tags, where there are any. */
export function TagList({ tags }: { readonly tags: readonly string[] }): JSX.Element | null {
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={t('composerTags')}>
      {tags.map((tag) => (
        <li class="tag" key={tag}>
          {tag}
        </li>
      ))}
    </ul>
  );
}

function QuoteActions(props: QuoteItemProps): JSX.Element | null {
  const { annotation, onJump, onEdit, onDelete, actions, compact } = props;
  if (!onJump && !onEdit && !onDelete && !actions) return null;
  const words = annotation.quote.exact;
  const label = t('quoteActions', words.length > 60 ? `${words.slice(0, 60)}…` : words);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are three buttons
    <div class="actions" role="group" aria-label={label}>
      {onJump ? <ActionButton icon={<JumpIcon />} label={t('jump')} onClick={onJump} /> : null}
      {onEdit ? <ActionButton icon={<EditIcon />} label={t('edit')} compact={compact} onClick={onEdit} /> : null}
      {actions}
      {onDelete ? (
        <ActionButton icon={<DeleteIcon />} label={t('delete')} compact={compact} danger onClick={onDelete} />
      ) : null}
    </div>
  );
}
