import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ComposerValue, emptyComposer, hasWords } from '../../components/composer-value';
import { ask } from '../../lib/messages/client';
import type { Draft, DraftKey, QuoteWords } from '../../lib/model/draft';
import type { Selectors } from '../../lib/model/selectors';
import type { Colour } from '../../lib/model/vocabulary';
import type { PressmarkDatabase } from '../../lib/store/database';

/** What is being written: a new quote, or one that is saved already. */
export interface Writing {
  /** The saved quote that is being edited, null for a new one. */
  readonly annotationId: string | null;
  /** The words that a new quote is of. */
  readonly selectors: Selectors | null;
  readonly value: ComposerValue;
  /** What the saved quote said when writing began; null for a new one. */
  readonly base: QuoteWords | null;
  /** It was taken up from an earlier opening. */
  readonly restored: boolean;
}

export interface Composer {
  /** Null until the draft has been looked for. */
  readonly writing: Writing | null;
  readonly write: (value: ComposerValue, base?: QuoteWords) => void;
  /** Nothing was typed, and what it is about says something else now. */
  readonly follow: (value: ComposerValue, base: QuoteWords) => void;
  /** The draft as it was last left here; null where nothing was kept. */
  readonly draft: () => DraftKey | null;
  /** Turns to something else. What was written before is given up: ask first. */
  readonly turnTo: (next: Pick<Writing, 'annotationId' | 'selectors' | 'value' | 'base'>) => void;
  /** Other words for what was written. */
  readonly reselect: (selectors: Selectors) => void;
  /** Ends it after saving or discarding, and forgets the draft. */
  readonly finish: () => void;
}

/** Keeps what is typed, in the store too at every keystroke, so that it outlives the popup. In private windows it doesn't. */
export function useComposer(
  db: PressmarkDatabase,
  page: string,
  selection: Selectors | null,
  colour: Colour,
  privateWindow: boolean,
  surface: Draft['composer'] = 'popup',
): Composer {
  const [writing, setWriting] = useState<Writing | null>(null);
  const left = useRef<DraftKey | null>(null);
  useEffect(() => {
    const draft = privateWindow ? Promise.resolve(undefined) : db.drafts.get([page, surface]).catch(() => undefined);
    void draft.then((found) => {
      left.current = found ? { page, composer: surface, updatedAt: found.updatedAt } : null;
      setWriting(found ? takenUp(found, selection) : fresh(selection, colour));
    });
    // Looked for once per page: later selections are offered, and never replace what is being written.
  }, [page]);
  const place = selection && `${selection.position.start} ${selection.quote.exact}`;
  useEffect(() => {
    // Nothing was written yet: the form follows what the reader selects on the page.
    setWriting((now) =>
      now && now.annotationId === null && !hasWords(now.value) ? { ...now, selectors: selection } : now,
    );
  }, [place]);
  const put = useCallback(
    (next: Writing): void => {
      setWriting(next);
      if (privateWindow) return;
      left.current = { page, composer: surface, updatedAt: new Date().toISOString() };
      void ask('draft.put', draftOf(left.current, next));
    },
    [page, surface, privateWindow],
  );
  const forget = (): void => {
    if (left.current) void ask('draft.clear', left.current);
    left.current = null;
  };
  return {
    writing,
    write: (value, base = writing?.base ?? undefined) => writing && put({ ...writing, value, base: base ?? null }),
    follow: (value, base) => writing && setWriting({ ...writing, value, base }),
    draft: () => left.current,
    reselect: (selectors) => writing && put({ ...writing, selectors }),
    turnTo: (next) => setWriting({ ...next, restored: false }),
    finish: () => {
      setWriting(fresh(null, colour));
      forget();
    },
  };
}

const fresh = (selectors: Selectors | null, colour: Colour): Writing => ({
  annotationId: null,
  selectors,
  value: emptyComposer(colour),
  base: null,
  restored: false,
});

function takenUp(draft: Draft, selection: Selectors | null): Writing {
  const value: ComposerValue = { words: draft.words, claim: draft.claim };
  const written = hasWords(value) || draft.annotationId !== null;
  return {
    annotationId: draft.annotationId,
    selectors: (written ? draft.selectors : null) ?? selection ?? draft.selectors,
    value,
    base: draft.base ?? null,
    restored: written,
  };
}

const draftOf = (key: DraftKey, { annotationId, selectors, value, base }: Writing): Draft => ({
  ...key,
  annotationId,
  selectors,
  words: { ...value.words },
  claim: value.claim,
  ...(base === null ? {} : { base }),
});
