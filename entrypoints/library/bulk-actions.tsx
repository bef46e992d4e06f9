import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { TagUse } from '../../components/composer-value';
import { withTag } from '../../components/composer-value';
import { DeleteIcon } from '../../components/icons';
import { useColourLabel } from '../../components/settings-context';
import { TagField } from '../../components/tag-field';
import { useLive } from '../../components/use-live';
import { formatNumber, type MessageKey, t } from '../../lib/i18n/translate';
import type { BulkAction, BulkTarget } from '../../lib/model/bulk';
import { COLOURS } from '../../lib/model/vocabulary';
import type { PressmarkDatabase } from '../../lib/store/database';
import { tagsAmong, tagsInUse } from '../../lib/store/tags';
import { focusList } from './bulk-bar';
import { exportQuotes } from './leave/rooms';
import type { Selection } from './selection';
import type { Operations } from './use-operations';
import './bulk.css';

type Panel = 'tag' | 'untag' | 'colour';
const PANELS: Readonly<Record<Panel, MessageKey>> = { tag: 'bulkTag', untag: 'bulkUntag', colour: 'bulkColour' };

interface BulkActionsProps {
  readonly db: PressmarkDatabase;
  readonly selection: Selection;
  readonly operations: Operations;
}

interface OpenPanel {
  readonly panel: Panel | null;
  readonly toggle: (panel: Panel, button: HTMLElement) => void;
  readonly close: () => void;
}

/** One panel at a time; when it closes, the focus goes back to the button that opened it. */
function usePanel(): OpenPanel {
  const [panel, setPanel] = useState<Panel | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  return {
    panel,
    toggle: (one, button) => {
      opener.current = button;
      setPanel(panel === one ? null : one);
    },
    close: () => {
      setPanel(null);
      opener.current?.focus();
    },
  };
}

/** What can be done with what is selected: each at once, in one transaction, with an undo. */
export function BulkActions({ db, selection, operations }: BulkActionsProps): JSX.Element {
  const { panel, toggle, close } = usePanel();
  const id = useId();
  const colourLabel = useColourLabel();
  const { view, ids } = selection;
  const quotes = async (): Promise<BulkTarget> => ({ of: 'annotations', ids: [...(await selection.quoteIds())] });
  const rows = (): BulkTarget => ({ of: view === 'quotes' ? 'annotations' : view, ids: [...ids] });
  const act = async (target: BulkTarget, action: BulkAction): Promise<boolean> => {
    if (operations.busy || target.ids.length === 0) return false;
    return (await operations.run(target, action)) !== null;
  };
  const onQuotes = async (action: BulkAction): Promise<void> => {
    await act(await quotes(), action);
    close();
  };
  const leave = (): void => {
    selection.clear();
    focusList();
  };
  const remove = async (): Promise<void> => {
    if (await act(rows(), { kind: 'delete' })) leave();
  };
  const join = async (): Promise<void> => {
    if ((await act(rows(), { kind: 'join', keep: null })) && view === 'claims') leave();
  };
  return (
    <>
      <div class="bulk-actions" aria-busy={operations.busy}>
        {(Object.keys(PANELS) as Panel[]).map((one) => (
          <button
            key={one}
            type="button"
            class="button small"
            aria-expanded={panel === one}
            aria-controls={id}
            onClick={(event) => toggle(one, event.currentTarget)}
          >
            {t(PANELS[one])}
          </button>
        ))}
        {view === 'quotes' || (view === 'claims' && ids.size > 1) ? (
          <button type="button" class="button small" onClick={() => void join()}>
            {t(view === 'quotes' ? 'bulkMakeClaim' : 'bulkJoin')}
          </button>
        ) : null}
        <button type="button" class="button small" onClick={async () => exportQuotes(await selection.quoteIds())}>
          {t('bulkExport')}
        </button>
        <button type="button" class="button small danger" onClick={() => void remove()}>
          <DeleteIcon />
          {t('delete')}
        </button>
        {operations.busy && operations.share === null ? <span class="meta">{t('bulkWorking')}</span> : null}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its buttons opened */}
      <div
        id={id}
        class={panel === null ? undefined : 'bulk-panel'}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) close();
        }}
      >
        {panel === 'tag' ? <TagPanel db={db} onTag={(tags) => onQuotes({ kind: 'tag', tags })} /> : null}
        {panel === 'untag' ? (
          <UntagPanel db={db} selection={selection} onUntag={(tag) => onQuotes({ kind: 'untag', tags: [tag] })} />
        ) : null}
        {panel === 'colour' ? (
          <fieldset class="row" aria-label={t('composerColour')}>
            {COLOURS.map((colour) => (
              <button
                key={colour}
                type="button"
                class="button small colour-choice"
                data-colour={colour}
                onClick={() => void onQuotes({ kind: 'recolour', colour })}
              >
                <span class="dot" />
                {colourLabel(colour)}
              </button>
            ))}
          </fieldset>
        ) : null}
      </div>
    </>
  );
}

interface TagPanelProps {
  readonly db: PressmarkDatabase;
  readonly onTag: (tags: string[]) => Promise<void>;
}

function TagPanel({ db, onTag }: TagPanelProps): JSX.Element {
  const [tags, setTags] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const known = useLive(() => liveQuery(() => tagsInUse(db)), 'tags');
  const all = withTag(tags, typed);
  return (
    <form
      class="bulk-tag"
      onSubmit={(event) => {
        event.preventDefault();
        if (all.length > 0) void onTag(all);
      }}
    >
      <TagField
        tags={tags}
        typed={typed}
        known={known.state === 'ready' ? known.value : []}
        onChange={(next, rest) => {
          setTags(next);
          setTyped(rest);
        }}
      />
      <button type="submit" class="button primary small" aria-disabled={all.length === 0}>
        {t('bulkTagDo')}
      </button>
    </form>
  );
}

interface UntagPanelProps {
  readonly db: PressmarkDatabase;
  readonly selection: Selection;
  readonly onUntag: (tag: string) => Promise<void>;
}

/** The tags of what is selected, each with the number of its quotes there. */
function UntagPanel({ db, selection, onUntag }: UntagPanelProps): JSX.Element {
  const [tags, setTags] = useState<readonly TagUse[] | null>(null);
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const found = await tagsAmong(db, new Set(await selection.quoteIds()));
      if (!left) setTags(found);
    };
    read().catch(() => setTags([]));
    return () => {
      left = true;
    };
  }, [selection.ids]);
  if (tags === null) return <p class="help">{t('loading')}</p>;
  if (tags.length === 0) return <p class="help">{t('bulkNoTags')}</p>;
  return (
    <ul class="row" aria-label={t('bulkUntag')}>
      {tags.map(({ tag, uses }) => (
        <li key={tag}>
          <button type="button" class="button small" onClick={() => void onUntag(tag)}>
            <span dir="auto">{tag}</span> <span class="count">{formatNumber(uses)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
