import { liveQuery } from 'dexie';
import type { JSX } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { TagUse } from '../../components/composer-value';
import { BackIcon } from '../../components/icons';
import { FailureMessage, StatusMessage } from '../../components/status-message';
import { useLive } from '../../components/use-live';
import { formatNumber, plural, t } from '../../lib/i18n/translate';
import { EMPTY_SEARCH } from '../../lib/search/state';
import type { PressmarkDatabase } from '../../lib/store/database';
import { tagsInUse } from '../../lib/store/tags';
import { tagKey, tagVariants } from '../../lib/text/tag-variants';
import { OperationReport } from './operation-report';
import { hashOf } from './route';
import { type Operations, useOperations } from './use-operations';
import './bulk.css';

interface TagsPageProps {
  readonly db: PressmarkDatabase;
  /** Where the way back leads. */
  readonly back: string;
}

/** All tags: how many quotes have each, and renaming, merging and taking them off everywhere. */
export function TagsPage({ db, back }: TagsPageProps): JSX.Element {
  const live = useLive(() => liveQuery(() => tagsInUse(db)), 'tags');
  const operations = useOperations();
  return (
    <div class="tags-page">
      <p>
        <a class="button quiet small" href={back}>
          <BackIcon />
          {t('libraryBack')}
        </a>
      </p>
      <h1 class="library-title">{t('tagsTitle')}</h1>
      <OperationReport operations={operations} />
      {live.state === 'loading' ? <p class="help">{t('loading')}</p> : null}
      {live.state === 'failed' ? (
        <FailureMessage failure={{ code: 'storage-failed' }} onRetry={() => location.reload()} />
      ) : null}
      {live.state === 'ready' && live.value.length === 0 ? <p class="help">{t('tagsNone')}</p> : null}
      {live.state === 'ready' && live.value.length > 0 ? (
        <>
          <Variants tags={live.value} operations={operations} />
          <TagTable tags={live.value} operations={operations} />
        </>
      ) : null}
    </div>
  );
}

interface TagsProps {
  readonly tags: readonly TagUse[];
  readonly operations: Operations;
}

/** Tags that are probably one, written in several ways; the reader says which spelling stays. */
function Variants({ tags, operations }: TagsProps): JSX.Element | null {
  const groups = useMemo(() => tagVariants(tags), [tags]);
  if (groups.length === 0) return null;
  return (
    <section class="near" aria-labelledby="variants-title">
      <h2 class="part-title" id="variants-title">
        {t('tagsVariants')}
      </h2>
      <p class="help">{t('tagsVariantsHelp')}</p>
      {groups.map((group) => (
        <Variant key={tagKey(group[0]?.tag ?? '')} group={group} operations={operations} />
      ))}
    </section>
  );
}

function Variant({ group, operations }: { readonly group: readonly TagUse[]; readonly operations: Operations }) {
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const names = group.map(({ tag }) => tag);
  // The spelling that most quotes have, unless the reader prefers another.
  const stays = names.find((name) => name === chosen) ?? names[0] ?? '';
  const merge = (): void => {
    if (!operations.busy) void operations.retag({ from: names.filter((name) => name !== stays), to: stays });
  };
  return (
    <fieldset class="row variant">
      <legend class="hidden-visually">{t('tagsKeepSpelling')}</legend>
      {group.map(({ tag, uses }) => (
        <label class="check" key={tag}>
          <input type="radio" name={id} checked={tag === stays} onChange={() => setChosen(tag)} />
          <span>
            <bdi>{tag}</bdi> <span class="count">{formatNumber(uses)}</span>
          </span>
        </label>
      ))}
      <button type="button" class="button small" aria-disabled={operations.busy} onClick={merge}>
        {t('tagsMergeInto', stays)}
      </button>
    </fieldset>
  );
}

/** Rows that are drawn; more can be reached by typing a part of the tag. */
const MOST = 300;

function TagTable({ tags, operations }: TagsProps): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const key = typed.trim() === '' ? '' : tagKey(typed);
  const found = tags.filter(({ tag }) => key === '' || tagKey(tag).includes(key));
  const chosen = tags.filter(({ tag }) => picked.has(tag));
  const toggle = (tag: string): void => {
    const next = new Set(picked);
    if (!next.delete(tag)) next.add(tag);
    setPicked(next);
  };
  return (
    <section aria-label={t('tagsTitle')} class="tag-table">
      <div class="field tag-filter">
        <label class="label" for={id}>
          {t('tagsFilter')}
        </label>
        <input
          id={id}
          class="input"
          type="search"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <p class="meta" role="status">
        {plural('tagsFound', found.length)}
      </p>
      {chosen.length > 1 ? (
        <MergePicked chosen={chosen} operations={operations} onDone={() => setPicked(new Set())} />
      ) : null}
      <ul class="tag-rows">
        {found.slice(0, MOST).map((one) => (
          <TagRow
            key={one.tag}
            use={one}
            taken={tags}
            picked={picked.has(one.tag)}
            onPick={() => toggle(one.tag)}
            operations={operations}
          />
        ))}
      </ul>
      {found.length > MOST ? <p class="help">{plural('tagsMore', found.length - MOST)}</p> : null}
    </section>
  );
}

interface MergePickedProps {
  readonly chosen: readonly TagUse[];
  readonly operations: Operations;
  readonly onDone: () => void;
}

/** Several tags become one, under a name of the reader's choice. */
function MergePicked({ chosen, operations, onDone }: MergePickedProps): JSX.Element {
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const value = name ?? chosen[0]?.tag ?? '';
  const merge = async (): Promise<void> => {
    const to = value.trim();
    if (to === '' || operations.busy) return;
    if (await operations.retag({ from: chosen.map(({ tag }) => tag), to })) onDone();
  };
  return (
    <form
      class="tag-edit bulk-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      <label class="label" for={id}>
        {plural('tagsMergePicked', chosen.length)}
      </label>
      <input
        id={id}
        class="input"
        maxLength={100}
        value={value}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button primary small" aria-disabled={operations.busy || value.trim() === ''}>
        {t('tagsMerge')}
      </button>
    </form>
  );
}

interface TagRowProps {
  readonly use: TagUse;
  readonly taken: readonly TagUse[];
  readonly picked: boolean;
  readonly onPick: () => void;
  readonly operations: Operations;
}

function TagRow({ use: { tag, uses }, taken, picked, onPick, operations }: TagRowProps): JSX.Element {
  const [editing, setEditing] = useState(false);
  const search = hashOf({ page: 'search', state: { ...EMPTY_SEARCH, filters: { tag: [tag] } } });
  const remove = (): void => {
    if (!operations.busy) void operations.retag({ from: [tag], to: null });
  };
  return (
    <li class="tag-row">
      <input type="checkbox" checked={picked} aria-label={t('librarySelect', tag)} onChange={onPick} />
      <a href={search} dir="auto">
        {tag}
      </a>
      <span class="meta">{plural('libraryQuotes', uses)}</span>
      <span class="row push">
        <button type="button" class="button quiet small" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {t('tagsRename')}
          <span class="hidden-visually">: {tag}</span>
        </button>
        <button type="button" class="button quiet small danger" onClick={remove}>
          {t('tagsRemove')}
          <span class="hidden-visually">: {tag}</span>
        </button>
      </span>
      {editing ? <Rename tag={tag} taken={taken} operations={operations} onDone={() => setEditing(false)} /> : null}
    </li>
  );
}

interface RenameProps {
  readonly tag: string;
  readonly taken: readonly TagUse[];
  readonly operations: Operations;
  readonly onDone: () => void;
}

function Rename({ tag, taken, operations, onDone }: RenameProps): JSX.Element {
  const id = useId();
  const [typed, setTyped] = useState(tag);
  const name = typed.trim();
  const merges = name !== tag && taken.some((one) => one.tag === name);
  const save = async (): Promise<void> => {
    if (operations.busy || name === '') return;
    if (name !== tag) await operations.retag({ from: [tag], to: name });
    onDone();
  };
  return (
    <form
      class="tag-edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="label" for={id}>
        {t('tagsNewName')}
      </label>
      <input
        id={id}
        class="input"
        maxLength={100}
        value={typed}
        ref={(element) => {
          if (element && document.activeElement?.id !== id && typed === tag) element.focus();
        }}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <button type="submit" class="button primary small">
        {t(merges ? 'tagsMerge' : 'tagsRename')}
      </button>
      <div role="status">
        {merges ? (
          <StatusMessage tone="caution">
            <p>{t('tagsWillMerge', name)}</p>
          </StatusMessage>
        ) : null}
      </div>
    </form>
  );
}
