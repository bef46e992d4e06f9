import type { JSX } from 'preact';
import { EditedQuote } from '../../components/edited-quote';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import { wordsOfQuote } from '../../lib/model/quote-merge';
import type { WorkProps } from './new-quote';
import { saveEdited } from './save-quote';
import type { Writing } from './use-composer';

interface EditFormProps extends WorkProps {
  readonly writing: Writing;
  readonly annotationId: string;
}

/** The form of a saved quote, which may have been deleted elsewhere meanwhile. */
export function EditForm({ saved, composer, writing, annotationId, onSaid }: EditFormProps): JSX.Element | null {
  const there = saved.annotations.find(({ id }) => id === annotationId);
  const quote = there ?? saved.deleted.find(({ id }) => id === annotationId);
  const claim = there?.claimId ? (saved.claims.get(there.claimId) ?? null) : null;
  const current = there ? wordsOfQuote(there, claim) : null;
  // Drafts of before don't say what they began from.
  const base = writing.base ?? current ?? { words: { ...writing.value.words, tags: [] }, claim: null };
  return (
    <EditedQuote
      quote={quote?.quote.exact ?? null}
      editing={{ value: writing.value, base }}
      current={current}
      known={saved.known}
      scaleId={saved.settings.scaleId}
      focus="note"
      onWrite={(editing) => composer.write(editing.value, editing.base)}
      onFollow={(editing) => composer.follow(editing.value, editing.base)}
      onSave={(editing) => saveEdited(annotationId, editing, composer.draft())}
      onSaved={() => {
        onSaid(t('changesSaved'));
        composer.finish();
      }}
      onDiscard={composer.finish}
      onRestore={() => ask('annotation.restore', { id: annotationId })}
      onCopy={copyText}
    />
  );
}

/** The form of a quote that was deleted elsewhere while it was edited: it is in no list. Nothing where there is none. */
export function GoneQuote(props: WorkProps): JSX.Element | null {
  const { saved, composer } = props;
  const { writing } = composer;
  const id = writing?.annotationId ?? null;
  if (!writing || id === null || saved.annotations.some((one) => one.id === id)) return null;
  return (
    <section class="panel">
      <EditForm {...props} writing={writing} annotationId={id} />
    </section>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
