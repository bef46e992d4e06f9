import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { weighed } from '../lib/anchor/compare';
import type { TextBlock, TextComparison } from '../lib/anchor/compare-texts';
import { plural, t } from '../lib/i18n/translate';
import { Points, pointsOf } from './difference';

/** Equal paragraphs that stay in sight beside a change; what lies further off is folded. */
const CONTEXT = 1;

interface Stretch {
  readonly folded: boolean;
  readonly blocks: readonly TextBlock[];
}

/** Changes with a little around them, and the unchanged stretches between, which are folded. */
export function stretchesOf(blocks: readonly TextBlock[]): Stretch[] {
  const near = blocks.map((_, at) =>
    blocks.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same'),
  );
  const stretches: { folded: boolean; blocks: TextBlock[] }[] = [];
  blocks.forEach((block, at) => {
    const folded = near[at] !== true;
    const last = stretches.at(-1);
    if (last?.folded === folded) last.blocks.push(block);
    else stretches.push({ folded, blocks: [block] });
  });
  // To fold a single paragraph saves nothing.
  return stretches.map((stretch) => (stretch.blocks.length === 1 ? { ...stretch, folded: false } : stretch));
}

/** How many paragraphs were changed, added and removed, and what matters in that. */
export function DifferenceSummary({ comparison }: { readonly comparison: TextComparison }): JSX.Element {
  const { blocks, changed, added, removed } = comparison;
  const counts = [
    changed > 0 ? plural('versionChanged', changed) : null,
    added > 0 ? plural('versionAdded', added) : null,
    removed > 0 ? plural('versionRemoved', removed) : null,
  ].filter((count) => count !== null);
  const comparisons = blocks.flatMap((block) => (block.kind === 'changed' ? block.comparison : []));
  const some = (what: 'numbersChanged' | 'namesChanged' | 'negationChanged'): boolean =>
    comparisons.some((one) => one[what]);
  const whole = {
    numbersChanged: some('numbersChanged'),
    namesChanged: some('namesChanged'),
    negationChanged: some('negationChanged'),
    minor: added + removed === 0 && comparisons.every(({ minor }) => minor),
  };
  return (
    <div class="difference-summary">
      <p>{counts.join(' · ')}</p>
      <Points points={pointsOf(whole)} />
    </div>
  );
}

/** Two whole texts: paragraphs that were changed word by word, new and removed ones, and the rest folded. */
export function TextDifference({ comparison }: { readonly comparison: TextComparison }): JSX.Element {
  return (
    <div class="text-difference">
      {stretchesOf(comparison.blocks).map(({ folded, blocks }, at) => {
        // Stretches of one difference never change places.
        const key = `${at}`;
        return folded ? (
          <Folded key={key} blocks={blocks} />
        ) : (
          blocks.map((block, i) => <Block key={`${key}-${i}`} block={block} />)
        );
      })}
    </div>
  );
}

function Folded({ blocks }: { readonly blocks: readonly TextBlock[] }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details class="folded-text" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{plural('versionFolded', blocks.length)}</summary>
      {open ? blocks.map((block, i) => <Block key={`${i}`} block={block} />) : null}
    </details>
  );
}

function Block({ block }: { readonly block: TextBlock }): JSX.Element {
  if (block.kind === 'same') {
    return (
      <p class="same-text" dir="auto">
        {block.text}
      </p>
    );
  }
  if (block.kind === 'changed') {
    const { comparison } = block;
    return (
      <div class="changed-text">
        <p class="change-kind">{t('versionBlockChanged')}</p>
        <p class="change-words" dir="auto">
          {comparison.parts.map(({ kind, text }, i) => {
            const key = `${i}-${kind}`;
            if (kind === 'same') return <span key={key}>{text}</span>;
            return kind === 'removed' ? (
              <del key={key}>
                <Weighed text={text} />
              </del>
            ) : (
              <ins key={key}>
                <Weighed text={text} />
              </ins>
            );
          })}
        </p>
        <Points points={pointsOf(comparison)} />
      </div>
    );
  }
  const gone = block.kind === 'removed';
  return (
    <div class="changed-text">
      <p class="change-kind">{t(gone ? 'versionBlockRemoved' : 'versionBlockAdded')}</p>
      <p class="change-words" dir="auto">
        {gone ? <del>{block.text}</del> : <ins>{block.text}</ins>}
      </p>
    </div>
  );
}

/** Changed words, with numbers and negations set off. */
function Weighed({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {weighed(text).map(({ text: part, weight }, i) =>
        weight === null ? part : <strong key={`${i}`}>{part}</strong>,
      )}
    </>
  );
}
