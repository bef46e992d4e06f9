import type { ComponentChildren, JSX } from 'preact';
import { compareQuotes } from '../lib/anchor/compare';
import { formatDate, t } from '../lib/i18n/translate';
import { sightingLabel } from '../lib/i18n/words';
import type { SightingStatus } from '../lib/model/vocabulary';
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
  acknowledged,
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
        <EditedTexts savedText={savedText} savedAt={savedAt} foundText={foundText} acknowledged={acknowledged} />
      ) : (
        <span>{t(`sightingHelp_${status}`)}</span>
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

function Difference({ before, after }: { readonly before: string; readonly after: string }): JSX.Element {
  const { parts, numbersChanged, namesChanged, negationChanged, minor } = compareQuotes(before, after);
  const points = [
    numbersChanged ? t('diffNumbers') : null,
    namesChanged ? t('diffNames') : null,
    negationChanged ? t('diffNegation') : null,
    minor ? t('diffMinor') : null,
  ].filter((point) => point !== null);
  return (
    <>
      <p class="difference" dir="auto">
        {parts.map(({ kind, text }, i) => {
          // The parts of one difference never change places: their number names them.
          const key = `${i}-${kind}`;
          if (kind === 'removed') return <del key={key}>{text}</del>;
          return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
        })}
      </p>
      {points.length === 0 ? null : (
        <ul class="points">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Acknowledgement({ corrections, modifiedAt }: Acknowledged): JSX.Element {
  return (
    <>
      {modifiedAt === null ? null : <span>{t('changeDated', formatDate(modifiedAt))}</span>}
      {corrections.map((notice) => (
        <blockquote key={notice} dir="auto">
          {notice}
        </blockquote>
      ))}
      {modifiedAt === null && corrections.length === 0 ? <span class="help">{t('changeUnsaid')}</span> : null}
    </>
  );
}
