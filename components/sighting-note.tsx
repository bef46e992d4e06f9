import type { ComponentChildren, JSX } from 'preact';
import { formatDate, formatStatedDay, t } from '../lib/i18n/translate';
import { sightingLabel } from '../lib/i18n/words';
import type { Kept } from '../lib/model/annotation';
import type { SightingStatus } from '../lib/model/vocabulary';
import { Difference } from './difference';
import { InfoIcon, WarnIcon } from './icons';

/** What a page says about having been changed since a quote was saved. */
export interface Acknowledged {
  /** Correction and update notices, as they stand on the page. */
  readonly corrections: readonly string[];
  /** The page's own modification date, if it is later than the quote. */
  readonly modifiedAt: string | null;
}

export interface SightingNoteProps {
  readonly status: SightingStatus;
  /** The words that were saved, and when. */
  readonly savedText: string;
  readonly savedAt: string;
  /** The words that stand there now, where they differ. */
  readonly foundText: string | null;
  /** The reader has seen the difference and keeps the quote as it was. */
  readonly kept: Kept | null;
  /** What the publisher says of changes to the page; left out where it was not looked for. */
  readonly acknowledged?: Acknowledged | undefined;
  /** Buttons: keep the old, take the new. */
  readonly children?: ComponentChildren;
}

/** What became of a quote, in plain words; nothing where it stands unchanged. */
export function SightingNote({
  status,
  savedText,
  savedAt,
  foundText,
  kept,
  acknowledged,
  children,
}: SightingNoteProps): JSX.Element | null {
  if (status === 'unchanged') return null;
  const calm = status === 'moved' || status === 'unseen' || kept !== null;
  const texts = <EditedTexts {...{ savedText, savedAt, foundText, acknowledged }} />;
  return (
    <div class={calm ? 'sighting calm' : 'sighting'}>
      <strong>
        {calm ? <InfoIcon /> : <WarnIcon />}
        {sightingLabel(status)}
      </strong>
      {status !== 'edited' ? (
        <span>{t(`sightingHelp_${status}`)}</span>
      ) : kept === null ? (
        texts
      ) : (
        <details>
          <summary>{t('editedKept', formatDate(kept.since), formatDate(kept.keptAt))}</summary>
          {texts}
        </details>
      )}
      {children}
    </div>
  );
}

type EditedTextsProps = Pick<SightingNoteProps, 'savedText' | 'savedAt' | 'foundText' | 'acknowledged'>;

/** Both texts word by word, what matters in the difference, and what the publisher says of it. */
function EditedTexts({ savedText, savedAt, foundText, acknowledged }: EditedTextsProps): JSX.Element {
  return (
    <>
      <span>{t('editedDiffers', formatDate(savedAt))}</span>
      {foundText === null ? null : (
        <>
          <Difference before={savedText} after={foundText} />
          <dl class="versions">
            <div>
              <dt>{t('editedNow')}</dt>
              <dd dir="auto">{foundText}</dd>
            </div>
          </dl>
        </>
      )}
      {acknowledged ? <Acknowledgement {...acknowledged} /> : null}
    </>
  );
}

/** What the publisher says of changes, or that nothing was found. */
export function Acknowledgement({ corrections, modifiedAt }: Acknowledged): JSX.Element {
  return (
    <>
      {modifiedAt === null ? null : <span>{t('changeDated', formatStatedDay(modifiedAt))}</span>}
      {corrections.map((notice) => (
        <blockquote key={notice} dir="auto">
          {notice}
        </blockquote>
      ))}
      {modifiedAt === null && corrections.length === 0 ? <span class="help">{t('changeUnsaid')}</span> : null}
    </>
  );
}
