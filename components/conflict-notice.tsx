import type { JSX } from 'preact';
import { t } from '../lib/i18n/translate';
import { StatusMessage } from './status-message';
import { useInView } from './use-in-view';

/** A field that was changed here and elsewhere, with what it says. */
export interface ConflictRow {
  readonly field: string;
  readonly label: string;
  /** What is written here, where it is not in sight anyway. */
  readonly mine?: string;
  readonly theirs: string;
}

interface ConflictNoticeProps {
  readonly text: string;
  readonly rows: readonly ConflictRow[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Says that fields were changed elsewhere too and how they stand; nothing is saved until the person decides. */
export function ConflictNotice({ text, rows, onKeepMine, onTakeTheirs }: ConflictNoticeProps): JSX.Element {
  const shown = useInView<HTMLDivElement>();
  return (
    <div role="alert" class="comes-up" ref={shown}>
      <StatusMessage tone="caution">
        <p>{text}</p>
        <dl class="versions">
          {rows.flatMap(({ field, label, mine, theirs }) => [
            ...(mine === undefined
              ? []
              : [<Version key={`${field} mine`} name={t('conflictMine', label)} says={mine} />]),
            <Version
              key={`${field} theirs`}
              name={mine === undefined ? label : t('conflictTheirs', label)}
              says={theirs}
            />,
          ])}
        </dl>
        <div class="row">
          <button type="button" class="button small" onClick={onKeepMine}>
            {t('conflictKeepMine')}
          </button>
          <button type="button" class="button small" onClick={onTakeTheirs}>
            {t('conflictTakeTheirs')}
          </button>
        </div>
      </StatusMessage>
    </div>
  );
}

function Version({ name, says }: { readonly name: string; readonly says: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{says}</dd>
    </div>
  );
}
