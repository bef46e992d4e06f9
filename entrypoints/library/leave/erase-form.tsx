import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { FailureMessage, StatusMessage } from '../../../components/status-message';
import { t } from '../../../lib/i18n/translate';
import { ask } from '../../../lib/messages/client';
import type { Failure } from '../../../lib/model/result';
import { clearOffered } from './output';

type State = { readonly at: 'typing' | 'busy' | 'done' } | { readonly at: 'failed'; readonly failure: Failure };

/** Erases everything, after a word was typed; a backup is offered first. */
export function EraseForm(): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<State>({ at: 'typing' });
  const word = t('eraseWord');
  const confirmed = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
  const erase = async (): Promise<void> => {
    setState({ at: 'busy' });
    const result = await ask('store.erase', {});
    if (result.ok) {
      await clearOffered();
      setTyped('');
    }
    setState(result.ok ? { at: 'done' } : { at: 'failed', failure: result.error });
  };
  return (
    <form
      class="leave-part leave-erase"
      onSubmit={(event) => {
        event.preventDefault();
        if (confirmed) void erase();
      }}
    >
      <h2 class="section-title">{t('eraseTitle')}</h2>
      <p>{t('eraseText')}</p>
      <p>
        <a class="button" href="#/backup">
          {t('eraseBackup')}
        </a>
      </p>
      <div class="field">
        <label class="label" for={id}>
          {t('eraseType', word)}
        </label>
        <input
          id={id}
          class="input"
          autocomplete="off"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setState({ at: 'typing' });
          }}
        />
      </div>
      <span>
        <button type="submit" class="button danger" disabled={!confirmed || state.at === 'busy'}>
          {t('eraseGo')}
        </button>
      </span>
      <div role="status">
        {state.at === 'done' ? (
          <StatusMessage tone="info">
            <p>{t('eraseDone')}</p>
          </StatusMessage>
        ) : null}
      </div>
      {state.at === 'failed' ? <FailureMessage failure={state.failure} /> : null}
    </form>
  );
}
