import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useColourNames } from '../../components/settings-context';
import { formatMonth, formatNumber, plural, t } from '../../lib/i18n/translate';
import type { FacetCount, FacetCounts } from '../../lib/search/facet-counts';
import type { Facet, Filters, View } from '../../lib/search/state';
import { facetLabel } from './facet-words';

interface PicturesProps {
  readonly view: View;
  /** Null as long as nothing was counted: the place is kept. */
  readonly counts: FacetCounts | null;
  readonly filters: Filters;
  readonly onToggle: (facet: Facet, value: string) => void;
}

/** What was found, by month, site and verdict. Each bar filters; each picture is a table as well. */
export function Pictures({ view, counts, filters, onToggle }: PicturesProps): JSX.Element {
  return (
    <details class="pictures" open={matchMedia('(width >= 1000px)').matches}>
      <summary>{t('picturesTitle')}</summary>
      {counts === null ? <div class="picture-grid waiting" /> : <Grid {...{ view, counts, filters, onToggle }} />}
    </details>
  );
}

function Grid({ view, counts, filters, onToggle }: PicturesProps & { readonly counts: FacetCounts }): JSX.Element {
  return (
    <div class="picture-grid">
      <Timeline
        view={view}
        months={everyMonth(counts.month)}
        chosen={filters.month ?? []}
        onToggle={(value) => onToggle('month', value)}
      />
      {(['site', 'verdict'] as const).map((facet) => (
        <Bars
          key={facet}
          facet={facet}
          view={view}
          counts={counts[facet]}
          chosen={filters[facet] ?? []}
          onToggle={(value) => onToggle(facet, value)}
        />
      ))}
    </div>
  );
}

/** So many of what the view shows, in words. */
const countWords = (view: View, count: number): string =>
  view === 'articles'
    ? plural('libraryArticles', count)
    : view === 'claims'
      ? plural('libraryClaims', count)
      : plural('libraryQuotes', count);

/** Months without anything belong to the picture too: an empty one is a gap. At most twenty years of them. */
export function everyMonth(counts: readonly FacetCount[]): FacetCount[] {
  const known = new Map(counts.map(({ value, count }) => [value, count]));
  const sorted = [...known.keys()].filter((value) => /^\d{4}-\d\d$/.test(value)).sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: FacetCount[] = [];
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  for (let at = Math.max(number(first), number(last) - 239); at <= number(last); at++) {
    const value = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
    months.push({ value, count: known.get(value) ?? 0 });
  }
  return months;
}

/** A bar with its gap is no wider and no narrower than this; where there is no room for all, the oldest are left out. */
const WIDEST = 16;
const NARROWEST = 4;
const HEIGHT = 104;

interface TimelineProps {
  readonly view: View;
  readonly months: readonly FacetCount[];
  readonly chosen: readonly string[];
  readonly onToggle: (month: string) => void;
}

/** A bar for each month. The arrows walk along it, Enter filters. */
function Timeline({ view, months: all, chosen, onToggle }: TimelineProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [room, setRoom] = useState(340);
  useLayoutEffect(() => {
    const { current: element } = box;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const months = all.slice(-Math.max(1, Math.floor(room / NARROWEST)));
  const step = Math.min(WIDEST, room / Math.max(1, months.length));

  const xOf = (at: number): number => (document.dir === 'rtl' ? room - (at + 1) * step : at * step);
  const most = Math.max(...months.map(({ count }) => count), 1);
  const focus = months.some(({ value }) => value === current) ? current : (months.at(-1)?.value ?? null);
  const walk = (event: KeyboardEvent, at: number): void => {
    const back = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const on = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const to = { [back]: at - 1, [on]: at + 1, Home: 0, End: months.length - 1 }[event.key];
    const month = to === undefined ? undefined : months[Math.max(0, Math.min(months.length - 1, to))];
    if (!month) return;
    event.preventDefault();
    setCurrent(month.value);
    box.current?.querySelector<SVGElement>(`[data-month="${month.value}"]`)?.focus();
  };
  return (
    <figure class="month-bars">
      <figcaption class="section-title">{t('picturesTimeline')}</figcaption>
      <div class="month-box" ref={box}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand in a drawing */}
        <svg width="100%" height={HEIGHT + 18} role="group" aria-label={t('picturesTimeline')}>
          {months.map(({ value, count }, at) => (
            // biome-ignore lint/a11y/useSemanticElements: a button can't stand in a drawing
            <g
              key={value}
              role="button"
              class="bar"
              tabindex={value === focus ? 0 : -1}
              data-month={value}
              aria-pressed={chosen.includes(value)}
              aria-label={t('picturesBar', formatMonth(value), countWords(view, count))}
              transform={`translate(${xOf(at)} 0)`}
              onClick={() => onToggle(value)}
              onFocus={() => setCurrent(value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') {
                  event.preventDefault();
                  onToggle(value);
                } else walk(event, at);
              }}
            >
              <title>{t('picturesBar', formatMonth(value), countWords(view, count))}</title>
              <rect class="hit" width={step} height={HEIGHT} />
              <rect class="fill" x={step / 8} width={step * 0.75} rx={1.5} {...barHeight(count, most)} />
            </g>
          ))}
          {monthLabels(months).map(([at, label]) => (
            <text key={at} x={document.dir === 'rtl' ? xOf(at) + (step * 7) / 8 : xOf(at) + step / 8} y={HEIGHT + 14}>
              {label}
            </text>
          ))}
        </svg>
      </div>
      <DataTable
        caption={t('picturesTimeline')}
        rows={months.filter(({ count }) => count > 0).map(({ value, count }) => [formatMonth(value), count])}
      />
    </figure>
  );
}

/** What stands below the bars, by their number: each year at its January, else the month with which they begin. */
export function monthLabels(months: readonly FacetCount[]): [number, string][] {
  const years = months.flatMap(({ value }, at): [number, string][] =>
    value.endsWith('-01') ? [[at, value.slice(0, 4)]] : [],
  );
  const [first] = months;
  return years.length > 0 || first === undefined ? years : [[0, formatMonth(first.value, 'short')]];
}

/** Whatever there is of a month can be seen. */
function barHeight(count: number, most: number): { y: number; height: number } {
  const height = count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT);
  return { y: HEIGHT - height, height };
}

const SHOWN = 5;

interface BarsProps {
  readonly facet: 'site' | 'verdict';
  readonly view: View;
  readonly counts: readonly FacetCount[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}

/** The most frequent values as bars, one under the other. */
function Bars({ facet, view, counts, chosen, onToggle }: BarsProps): JSX.Element | null {
  const names = useColourNames();
  const shown = counts.filter(({ value }, at) => at < SHOWN || chosen.includes(value));
  if (shown.length === 0) return null;
  const most = Math.max(...shown.map(({ count }) => count), 1);
  const title = t(facet === 'site' ? 'picturesSites' : 'picturesVerdicts');
  return (
    <figure class="bars">
      <figcaption class="section-title">{title}</figcaption>
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              class="bar-row"
              aria-pressed={chosen.includes(value)}
              title={t('picturesBar', facetLabel(facet, value, names), countWords(view, count))}
              onClick={() => onToggle(value)}
            >
              <span class="bar-name" dir="auto">
                {facetLabel(facet, value, names)}
              </span>
              <svg class="bar-line" width="100%" height="10" aria-hidden="true" focusable="false">
                <rect class="fill" width={`${Math.max(1, (100 * count) / most)}%`} height="10" rx="2" />
              </svg>
              <span class="facet-count">{formatNumber(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      <DataTable caption={title} rows={shown.map(({ value, count }) => [facetLabel(facet, value, names), count])} />
    </figure>
  );
}

interface DataTableProps {
  readonly caption: string;
  readonly rows: readonly (readonly [string, number])[];
}

/** A picture's numbers, for those who hear them. */
function DataTable({ caption, rows }: DataTableProps): JSX.Element {
  return (
    <div class="hidden-visually">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('picturesWhat')}</th>
            <th scope="col">{t('picturesCount')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatNumber(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
