import type { ComponentChildren, JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import { errorText } from '../lib/i18n/words';
import type { Failure } from '../lib/model/result';
import { InfoIcon, WarnIcon } from './icons';

interface StatusMessageProps {
  readonly tone: 'info' | 'caution' | 'error';
  readonly children: ComponentChildren;
}

/** A sentence about what is going on. Errors are announced at once, the others when the reader gets there. */
export function StatusMessage({ tone, children }: StatusMessageProps): JSX.Element {
  return (
    <div class={`status ${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      {tone === 'info' ? <InfoIcon /> : <WarnIcon />}
      <div>{children}</div>
    </div>
  );
}

interface FailureMessageProps {
  readonly failure: Failure;
  readonly onRetry?: (() => void) | undefined;
}

/** A failure as a sentence that says what happened and what to do. */
export function FailureMessage({ failure, onRetry }: FailureMessageProps): JSX.Element {
  return (
    <StatusMessage tone="error">
      <p>{errorText(failure)}</p>
      {onRetry ? (
        <button type="button" class="button small" onClick={onRetry}>
          {t('retry')}
        </button>
      ) : null}
    </StatusMessage>
  );
}
