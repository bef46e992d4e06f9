import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/item.css';
import '../../components/styles/floating.css';
import '../../components/styles/page.css';
import { cleanup, render } from '@testing-library/preact';
import axe from 'axe-core';
import type { JSX } from 'preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { composerOf, emptyClaim, emptyComposer } from '../../components/composer-value';
import { HighlightCard } from '../../components/highlight-card';
import { NoteIcon } from '../../components/icons';
import { Toast } from '../../components/live-region';
import { NewQuoteCard } from '../../components/new-quote-card';
import { EmptyState, PermissionAsk, PrivateWindowNotice } from '../../components/notices';
import { PageHeader } from '../../components/page-header';
import { QuoteComposer } from '../../components/quote-composer';
import { QuoteConflict } from '../../components/quote-conflict';
import { QuoteItem } from '../../components/quote-item';
import { SelectionToolbar } from '../../components/selection-toolbar';
import { FailureMessage, StatusMessage } from '../../components/status-message';
import { DeletedList, UndoBar } from '../../components/undo-bar';
import { fromCatalogue } from '../../lib/i18n/catalogue';
import { wireMessages } from '../../lib/i18n/translate';
import { wordsOfQuote } from '../../lib/model/quote-merge';
import { SIGHTINGS } from '../../lib/model/vocabulary';
import en from '../../public/_locales/en/messages.json';
import { sampleAnnotation, sampleArticle, sampleClaim } from './ui-samples';

const nothing = (): void => undefined;
/** No answer comes while the view is looked at. */
const never = () => new Promise<never>(() => undefined);
const known = [
  { tag: 'safety', uses: 4 },
  { tag: 'énergie', uses: 1 },
];
const card = {
  known,
  failure: null,
  takeFocus: false,
  onSave: never,
  onSaved: async () => undefined,
  onRestore: never,
  onCopyWords: async () => true,
  onDelete: nothing,
  onCopy: nothing,
  onKeepOld: nothing,
  onTakeNew: nothing,
  onClose: nothing,
};
const TIME = '2026-05-04T09:30:00.000Z';
const highlight = {
  annotation: sampleAnnotation(),
  claim: sampleClaim(),
  status: 'edited' as const,
  foundText: 'The safety of our passengers has rarely been negotiable.',
};
const second = { ...highlight, annotation: sampleAnnotation({ id: '00000000-0000-4000-8000-000000000009' }) };
const edited = wordsOfQuote(sampleAnnotation(), sampleClaim());
const withClaim = composerOf(sampleAnnotation(), sampleClaim());

const STATES: Readonly<Record<string, () => JSX.Element>> = {
  'page header': () => <PageHeader facts={sampleArticle()} host="courier.example" recognised paywalled />,
  'page header, not an article': () => (
    <PageHeader
      facts={{ ...sampleArticle(), title: '', authors: [], siteName: null, publishedAt: null, modifiedAt: null }}
      host="courier.example"
      recognised={false}
      onAnnotateAnyway={nothing}
    />
  ),
  'composer, empty': () => (
    <QuoteComposer
      mode="new"
      quote="A quote."
      value={emptyComposer()}
      known={known}
      onChange={nothing}
      onSave={nothing}
      onDiscard={nothing}
    />
  ),
  'composer, full': () => (
    <QuoteComposer mode="edit" quote={'long '.repeat(90)} value={withClaim} onChange={nothing} onSave={nothing} />
  ),
  'composer, free verdict': () => (
    <QuoteComposer
      mode="new"
      quote={null}
      value={{ ...emptyComposer('pink'), claim: emptyClaim('free') }}
      onChange={nothing}
      onSave={nothing}
      saving
    />
  ),
  ...Object.fromEntries(
    SIGHTINGS.map((status) => [
      `quote, ${status}`,
      () => (
        <QuoteItem
          annotation={sampleAnnotation()}
          claim={sampleClaim()}
          status={status}
          foundText={status === 'edited' ? 'Other words.' : null}
          onJump={nothing}
          onEdit={nothing}
          onDelete={nothing}
        />
      ),
    ]),
  ),
  'quote, edited and kept': () => (
    <QuoteItem
      annotation={sampleAnnotation({ kept: { foundText: 'Other words.', since: TIME, keptAt: TIME } })}
      claim={null}
      status="edited"
      foundText="Other words."
    />
  ),
  'undo bar': () => <UndoBar text="Quote deleted." onUndo={nothing} onDismiss={nothing} />,
  'deleted list': () => <DeletedList items={[{ id: '1', text: 'Gone words' }]} onRestore={nothing} />,
  failure: () => <FailureMessage failure={{ code: 'storage-full' }} onRetry={nothing} />,
  'info and caution': () => (
    <>
      <StatusMessage tone="info">Something to know.</StatusMessage>
      <StatusMessage tone="caution">Something to mind.</StatusMessage>
      <Toast text="Quote saved." />
    </>
  ),
  permission: () => <PermissionAsk site="courier.example" onGrant={nothing} denied />,
  'private window': () => <PrivateWindowNotice consent={false} onConsent={nothing} />,
  empty: () => (
    <EmptyState icon={<NoteIcon />} title="Nothing here">
      <p>Select words.</p>
    </EmptyState>
  ),
  toolbar: () => (
    <SelectionToolbar
      onHighlight={nothing}
      onClaim={nothing}
      onNote={nothing}
      panel={{ label: 'Open the panel', onOpen: nothing }}
      onDismiss={nothing}
    />
  ),
  card: () => <HighlightCard {...card} highlights={[highlight]} said="Copied with its source." />,
  'card, editing a claim': () => <HighlightCard {...card} highlights={[highlight]} editing="claim" />,
  'card, choice': () => <HighlightCard {...card} highlights={[highlight, second]} />,
  'card, new quote': () => (
    <NewQuoteCard
      {...card}
      quote="A quote."
      marks={{ taken: true, onTake: nothing }}
      initial={emptyComposer()}
      focus="note"
      privateWindow
      saving={false}
      failure={{ code: 'private-window' }}
    />
  ),
  'quote edited, changed elsewhere': () => (
    <QuoteConflict
      fields={['note', 'claim']}
      mine={{ ...edited, claim: null }}
      theirs={edited}
      onKeepMine={nothing}
      onTakeTheirs={nothing}
    />
  ),
  'quote edited, deleted elsewhere': () => (
    <HighlightCard
      {...card}
      takeFocus
      highlights={[{ ...highlight, gone: true, draft: { value: withClaim, base: edited } }]}
    />
  ),
};

beforeAll(() => wireMessages(fromCatalogue(en), 'en'));
afterEach(cleanup);

describe.each(['light', 'dark'])('in %s, axe finds nothing in', (theme) => {
  it.each(Object.entries(STATES))('%s', async (_, State) => {
    document.documentElement.className = 'pm';
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = 'en';
    document.title = 'Pressmark';
    const { container } = render(<State />);
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(
      violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`,
      ),
    ).toEqual([]);
  });
});

describe('from right to left', () => {
  it('turns edge and layout round', () => {
    const { container } = render(
      <div class="pm" dir="rtl">
        <QuoteItem annotation={sampleAnnotation()} claim={null} status={null} foundText={null} />
      </div>,
    );
    const edge = container.querySelector('.edge');
    expect(edge && getComputedStyle(edge).borderRightWidth).toBe('4px');
    expect(edge && getComputedStyle(edge).borderLeftWidth).toBe('0px');
  });
});
