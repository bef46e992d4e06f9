import type { JSX } from 'preact';
import { StatusMessage } from '../../../components/status-message';
import type { ImportCounts } from '../../../lib/exchange/import-report';
import { formatList, formatNumber, type MessageKey, plural, t } from '../../../lib/i18n/translate';
import type { Settings } from '../../../lib/settings/settings';
import { reasonText, rowText } from './refusal-text';

interface ImportPlanProps {
  readonly name: string;
  readonly counts: ImportCounts;
  /** Whether it was done; without, it is what would be done. */
  readonly done?: boolean;
  readonly onImport?: (leaveOut: boolean) => void;
  readonly onCancel?: () => void;
}

const LINES: readonly (readonly ['added' | 'updated' | 'unchanged' | 'refused', MessageKey, MessageKey])[] = [
  ['added', 'importAdded', 'importAddedHelp'],
  ['updated', 'importUpdated', 'importUpdatedHelp'],
  ['unchanged', 'importUnchanged', 'importUnchangedHelp'],
  ['refused', 'importRefused', 'importRefusedHelp'],
];

/** What an import does with the rows of a file: how many, and for those that it refuses, which and why. */
export function ImportPlan({ name, counts, done = false, onImport, onCancel }: ImportPlanProps): JSX.Element {
  const good = counts.added + counts.updated;
  const something = good > 0 || counts.settings.length > 0;
  return (
    <section class="leave-plan">
      <h2 class="headline" dir="auto">
        {t(done ? 'importDone' : 'importWould', name)}
      </h2>
      <dl class="leave-counts">
        {LINES.map(([key, label, help]) => (
          <div key={key} class={key === 'refused' && counts.refused > 0 ? 'bad-count' : undefined}>
            <dt>{t(label)}</dt>
            <dd>
              <strong>{formatNumber(counts[key])}</strong>
              <span class="help">{t(help)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {counts.settings.length > 0 ? <SettingsTaken names={counts.settings} done={done} /> : null}
      {counts.refused > 0 ? <Refused counts={counts} /> : null}
      {done || !onImport ? null : (
        <div class="row">
          {counts.refused === 0 && something ? (
            <button type="button" class="button primary" onClick={() => onImport(false)}>
              {good > 0 ? plural('importGo', good) : t('importGoSettings')}
            </button>
          ) : null}
          {counts.refused > 0 && something ? (
            <button type="button" class="button" onClick={() => onImport(true)}>
              {good > 0 ? plural('importLeaveOut', good) : t('importGoSettings')}
            </button>
          ) : null}
          <button type="button" class="button quiet" onClick={onCancel}>
            {t(something ? 'cancel' : 'close')}
          </button>
        </div>
      )}
      {!done && !something && counts.refused === 0 ? <p class="help">{t('importNothingNew')}</p> : null}
    </section>
  );
}

const SETTINGS: Readonly<Record<keyof Settings, MessageKey>> = {
  scales: 'settingsScales',
  scaleId: 'settingsScaleOffered',
  colourNames: 'settingsColourNames',
  colour: 'settingsColourFirst',
  suggestClaims: 'settingsSuggestions',
  mutedSites: 'settingsMuted',
  notArticles: 'settingsNotArticles',
  articlesAnyway: 'settingsAnyway',
  backupDays: 'reminderTitle',
  backupChanges: 'reminderTitle',
  markdownTemplate: 'templateTitle',
  publisher: 'publisherTitle',
};

/** Which settings come along with the rows. */
function SettingsTaken({ names, done }: { names: ImportCounts['settings']; done: boolean }): JSX.Element {
  const list = formatList([...new Set(names.map((name) => t(SETTINGS[name])))]);
  return (
    <p>
      {t(done ? 'importSettingsDone' : 'importSettings', list)}{' '}
      {done ? null : <span class="help">{t('importSettingsHelp')}</span>}
    </p>
  );
}

function Refused({ counts }: { readonly counts: ImportCounts }): JSX.Element {
  const more = counts.refused - counts.refusals.length;
  return (
    <StatusMessage tone="caution">
      <p>{t('importRefusedIntro')}</p>
      <ul class="leave-refused">
        {counts.refusals.map(({ row, reason }) => (
          <li key={`${row.list} ${row.number} ${reason.code}`} dir="auto">
            <strong>{rowText(row)}</strong>
            <span>{reasonText(reason)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{plural('leaveMore', more)}</p> : null}
    </StatusMessage>
  );
}
