import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { VirtualList } from '../../components/virtual-list';
import { type MessageKey, t } from '../../lib/i18n/translate';
import type { Query } from '../../lib/search/query';
import type { Item } from '../../lib/search/search';
import type { View } from '../../lib/search/state';
import type { WindowRows } from '../../lib/store/library-window';
import { ArticleLine, ClaimLine, type LineProps, QuoteLine } from './lines';
import type { Selection } from './selection';
import type { Results } from './use-search';

const LINES: Readonly<Record<View, (props: LineProps) => JSX.Element>> = {
  articles: ArticleLine,
  quotes: QuoteLine,
  claims: ClaimLine,
};
const LABELS: Readonly<Record<View, MessageKey>> = {
  articles: 'libraryList_articles',
  quotes: 'libraryList_quotes',
  claims: 'libraryList_claims',
};

interface ResultListProps {
  readonly results: Results;
  readonly rows: WindowRows;
  readonly query: Query;
  readonly selection: Selection;
  /** The line to go on from, after coming back. */
  readonly start: number | null;
  readonly onSight: (from: number, to: number) => void;
  /** Escape: back to the search field. */
  readonly onLeave: () => void;
}

/** What was found, in lines that can be walked, opened and selected. */
export function ResultList({ results, rows, query, selection, start, onSight, onLeave }: ResultListProps): JSX.Element {
  const { view } = results.state;
  const Line = LINES[view];
  const keyOf = useMemo(() => (place: number) => results.itemAt(place)?.id ?? `place ${place}`, [results]);
  const onKey = (event: KeyboardEvent, place: number): boolean => {
    const item = results.itemAt(place);
    if (event.key === 'Escape') onLeave();
    else if (item && (event.key === 'x' || (event.key === ' ' && !isBox(event.target))))
      selection.toggle(item.id, place);
    else if (item && event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      // The line left and the one reached are both in; the walk itself goes on.
      if (!selection.has(item.id)) selection.toggle(item.id, place);
      const next = event.key === 'ArrowDown' ? place + 1 : place - 1;
      if (next >= 0 && next < results.total) void selection.extendTo(next);
      return false;
    } else return false;
    return true;
  };
  return (
    <VirtualList
      label={t(LABELS[view])}
      class={`lines ${view}`}
      count={results.total}
      keyOf={keyOf}
      start={start}
      onSight={onSight}
      onKey={onKey}
      attributes={(place) => ({
        'data-selected': selection.has(results.itemAt(place)?.id ?? '') ? 'true' : undefined,
      })}
      line={(place, current) => {
        const item = results.itemAt(place);
        if (!item) return <p class="meta">{t('libraryLine_loading')}</p>;
        return (
          <>
            <Pick item={item} place={place} name={nameOf(view, item, rows)} current={current} selection={selection} />
            <Line item={item} rows={rows} query={query} current={current} />
          </>
        );
      }}
    />
  );
}

/** A box is worked by the space bar itself. */
const isBox = (target: EventTarget | null): boolean => target instanceof HTMLInputElement;

/** The first words of a line, by which its box is told from others. */
function nameOf(view: View, item: Item, rows: WindowRows): string {
  const words = {
    articles: () => rows.articles.get(item.id)?.title,
    quotes: () => rows.quotes.get(item.id)?.annotation.quote.exact,
    claims: () => rows.claims.get(item.id)?.text,
  }[view]();
  return words === undefined || words === '' ? t('headerNoTitle') : words.slice(0, 80);
}

interface PickProps {
  readonly item: Item;
  readonly place: number;
  readonly name: string;
  readonly current: boolean;
  readonly selection: Selection;
}

/** The box that selects a line; with Shift, everything from the last one to it. */
function Pick({ item, place, name, current, selection }: PickProps): JSX.Element {
  return (
    <label class="pick">
      <input
        type="checkbox"
        aria-label={t('librarySelect', name)}
        tabIndex={current ? 0 : -1}
        checked={selection.has(item.id)}
        onClick={(event) => {
          if (!event.shiftKey) return selection.toggle(item.id, place);
          event.preventDefault();
          return void selection.extendTo(place);
        }}
      />
    </label>
  );
}
