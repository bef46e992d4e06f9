import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../lib/i18n/translate';
import { ask } from '../../lib/messages/client';
import type { Article } from '../../lib/model/article';
import type { Failure } from '../../lib/model/result';

interface ArchiveFormProps {
  readonly article: Article;
  readonly onSaid: (text: string) => void;
  readonly onFailure: (failure: Failure | null) => void;
}

/** Where the reader pastes the address of an archived copy. Nothing is fetched from it. */
export function ArchiveForm({ article, onSaid, onFailure }: ArchiveFormProps): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState(article.archiveUrl ?? '');
  const [bad, setBad] = useState(false);
  const save = async (): Promise<void> => {
    const address = typed.trim();
    const usable = address === '' || (/^https?:\/\//i.test(address) && URL.canParse(address));
    setBad(!usable);
    if (!usable) return;
    const result = await ask('article.archive', { id: article.id, archiveUrl: address === '' ? null : address });
    onFailure(result.ok ? null : result.error);
    if (result.ok) onSaid(t('libraryArchiveSaved'));
  };
  return (
    <form
      class="field archive"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="section-title" for={id}>
        {t('libraryArchive')}
      </label>
      <p class="help" id={`${id}-help`}>
        {t('libraryArchiveHelp')}
      </p>
      <input
        id={id}
        class="input"
        type="url"
        placeholder="https://"
        value={typed}
        aria-invalid={bad}
        aria-describedby={`${id}-help ${id}-bad`}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="bad" id={`${id}-bad`} role="alert">
        {bad ? t('libraryArchiveBad') : ''}
      </p>
      <span>
        <button type="submit" class="button small">
          {t('libraryArchiveSave')}
        </button>
      </span>
    </form>
  );
}
