import type { ComponentChildren, JSX } from 'preact';
import { formatDate, t } from '../lib/i18n/translate';
import { sightingLabel } from '../lib/i18n/words';
import type { SightingStatus } from '../lib/model/vocabulary';
import { InfoIcon, WarnIcon } from './icons';

export interface SightingNoteProps {
  readonly status: SightingStatus;
  /** The words that were saved, and when. */
  readonly savedText: string;
  readonly savedAt: string;
  /** The words that stand there now, where they differ. */
  readonly foundText: string | null;
  /** Buttons: keep the old, take the new. */
  readonly children?: ComponentChildren;
}

/** What became of a quote, in plain words; nothing where it stands unchanged. */
export function SightingNote({
  status,
  savedText,
  savedAt,
  foundText,
  children,
}: SightingNoteProps): JSX.Element | null {
  if (status === 'unchanged') return null;
  const calm = status === 'moved' || status === 'unseen';
  return (
    <div class={calm ? 'sighting calm' : 'sighting'}>
      <strong>
        {calm ? <InfoIcon /> : <WarnIcon />}
        {sightingLabel(status)}
      </strong>
      {status === 'edited' ? (
        <EditedTexts savedText={savedText} savedAt={savedAt} foundText={foundText} />
      ) : (
        <span>{t(`sightingHelp_${status}`)}</span>
      )}
      {children}
    </div>
  );
}

function EditedTexts({
  savedText,
  savedAt,
  foundText,
}: Pick<SightingNoteProps, 'savedText' | 'savedAt' | 'foundText'>): JSX.Element {
  return (
    <>
      <span>{t('editedDiffers', formatDate(savedAt))}</span>
      {foundText === null ? null : (
        <dl class="versions">
          <div>
            <dt>{t('editedSaved')}</dt>
            <dd dir="auto">{savedText}</dd>
          </div>
          <div>
            <dt>{t('editedNow')}</dt>
            <dd dir="auto">{foundText}</dd>
          </div>
        </dl>
      )}
    </>
  );
}
