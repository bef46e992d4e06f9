import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Choice } from '../../components/fields';
import { Acknowledgement } from '../../components/sighting-note';
import { DifferenceSummary, TextDifference } from '../../components/text-difference';
import { compareTexts } from '../../lib/anchor/compare-texts';
import { formatDate, formatMoment, plural, t } from '../../lib/i18n/translate';
import { type ArticleView, lastSeen, textOfVersion, type Version } from '../../lib/store/article-view';
import type { PressmarkDatabase } from '../../lib/store/database';
import { wordsOf } from '../../lib/text/words';

/** The texts of versions as far as they are read: null where one is damaged. */
type Texts = ReadonlyMap<string, string | null>;

/** Reads the texts one after the other, so that a long list doesn't hold the page up. */
export function useTexts(db: PressmarkDatabase, versions: readonly Version[]): Texts {
  const [texts, setTexts] = useState<Texts>(new Map());
  const key = versions.map(({ id, textHash }) => `${id} ${textHash}`).join();
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const found = new Map<string, string | null>();
      for (const { id } of versions) {
        found.set(id, await textOfVersion(db, id));
        if (left) return;
        setTexts(new Map(found));
      }
    };
    void read();
    return () => {
      left = true;
    };
  }, [key]);
  return texts;
}

interface VersionsProps {
  readonly view: ArticleView;
  readonly texts: Texts;
}

/** Every text of the article that is kept: when, how long, and the correction notices that stood there. */
export function VersionList({ view, texts }: VersionsProps): JSX.Element {
  const { versions } = view;
  const last = lastSeen(view);
  return (
    <section aria-labelledby="versions-title">
      <h2 class="section-title" id="versions-title">
        {t('versionsTitle')}
      </h2>
      {versions.length === 0 ? <p class="help">{t('versionsNone')}</p> : null}
      <ol class="version-list">
        {versions.map((version, at) => (
          <li key={version.id}>
            <p>
              <time dateTime={version.takenAt}>{formatMoment(version.takenAt)}</time>
            </p>
            <p class="meta">
              {[
                at === 0 ? t('versionFirst') : null,
                version.id === last?.id ? t('versionLast') : null,
                wordCount(texts.get(version.id)),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            {version.corrections.map((notice) => (
              <blockquote key={notice} class="notice" dir="auto">
                {notice}
              </blockquote>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function wordCount(text: string | null | undefined): string | null {
  if (text === undefined) return null;
  return text === null ? t('versionDamaged') : plural('versionWords', wordsOf(text).length);
}

/** The article's text as it was first saved against the one last seen, or any two of its versions. */
export function VersionDifference({ view, texts }: VersionsProps): JSX.Element {
  const { versions, article } = view;
  const [chosen, setChosen] = useState<{ before: string | null; after: string | null }>({ before: null, after: null });
  const find = (id: string | null, other: Version | undefined): Version | undefined =>
    versions.find((version) => version.id === id) ?? other;
  const before = find(chosen.before, versions[0]);
  const after = find(chosen.after, lastSeen(view));
  const [was, is] = [before && texts.get(before.id), after && texts.get(after.id)];
  const comparison = useMemo(
    () => (typeof was === 'string' && typeof is === 'string' ? compareTexts(was, is) : null),
    [was, is],
  );
  if (!before || !after || versions.length < 2) {
    return (
      <DifferenceSection>
        <p class="help">{before ? t('versionUnchanged', formatDate(before.takenAt)) : t('versionsNone')}</p>
      </DifferenceSection>
    );
  }
  const options = versions.map(({ id, takenAt }) => [id, formatMoment(takenAt)] as const);
  const corrections = after.corrections.filter((notice) => !before.corrections.includes(notice));
  const modified = article.modifiedAt;
  const later = modified !== null && Date.parse(modified) > Date.parse(before.takenAt) ? modified : null;
  const equal = comparison?.blocks.every(({ kind }) => kind === 'same') ?? false;
  return (
    <DifferenceSection>
      <div class="pair version-choice">
        <Choice
          label={t('versionBefore')}
          value={before.id}
          options={options}
          onChange={(id) => setChosen({ ...chosen, before: id })}
        />
        <Choice
          label={t('versionAfter')}
          value={after.id}
          options={options}
          onChange={(id) => setChosen({ ...chosen, after: id })}
        />
      </div>
      {was === null || is === null ? <p class="help">{t('versionDamaged')}</p> : null}
      {equal ? <p class="help">{t('versionEqual')}</p> : null}
      {comparison !== null && !equal ? (
        <>
          <DifferenceSummary comparison={comparison} />
          <div class="acknowledged">
            <Acknowledgement corrections={corrections} modifiedAt={later} />
          </div>
          <TextDifference comparison={comparison} />
        </>
      ) : null}
    </DifferenceSection>
  );
}

function DifferenceSection({ children }: { readonly children: preact.ComponentChildren }): JSX.Element {
  return (
    <section class="version-difference" aria-labelledby="difference-title">
      <h2 class="library-subtitle" id="difference-title">
        {t('versionDifference')}
      </h2>
      {children}
    </section>
  );
}
