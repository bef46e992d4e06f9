import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/quote.css';
import '../../components/styles/item.css';
import '../../components/styles/page.css';
import '../../components/styles/work.css';
import '../../components/styles/claim-work.css';
import { cleanup, fireEvent, render } from '@testing-library/preact';
import axe from 'axe-core';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Corrections, FactList } from '../../components/article-facts';
import { ClaimEditor } from '../../components/claim-editor';
import { type ClaimForm, claimFormOf, claimWordsOf, evidenceFrom, problemOf } from '../../components/claim-form';
import { KeyList } from '../../components/key-list';
import { NearClaims } from '../../components/near-claims';
import { PageReviews } from '../../components/page-reviews';
import { QuoteItem } from '../../components/quote-item';
import { QuotePicker } from '../../components/quote-picker';
import { SuggestedClaim, SuggestedQuote } from '../../components/suggestion-item';
import { Tabs } from '../../components/tabs';
import { findNearDuplicates } from '../../lib/claims/near-duplicates';
import { fromCatalogue } from '../../lib/i18n/catalogue';
import { wireMessages } from '../../lib/i18n/translate';
import { VERDICT_SCALES } from '../../lib/model/vocabulary';
import en from '../../public/_locales/en/messages.json';
import { sampleAnnotation, sampleArticle, sampleClaim } from './ui-samples';

const nothing = (): void => undefined;
const NOW = '2026-03-04T09:30:00.000Z';
const selectors = {
  quote: { exact: 'The safety of our passengers has never been negotiable.', prefix: '', suffix: '' },
  position: { start: 100, end: 155 },
};
const history = [{ verdict: sampleClaim().verdict, changedAt: NOW }];
const full: ClaimForm = {
  ...claimFormOf(sampleClaim(), 'neutral'),
  explanation: 'As the register says.',
  evidence: [evidenceFrom('https://register.example/', NOW), evidenceFrom('Seventeen in five years.', NOW)],
};
const row = sampleClaim({ text: 'The region had 17 engine-room incidents since 2021.' });
const near = findNearDuplicates({ text: 'The region had 24 engine-room incidents since 2021.' }, [
  { text: row.text, claimant: row.claimant?.name ?? null, row },
]);
const editor = { history, known: [], dirty: true, onChange: nothing, onSave: nothing };

const STATES: Readonly<Record<string, () => JSX.Element>> = {
  'suggested quote': () => (
    <SuggestedQuote
      suggestion={{ selectors, withMarks: null, speaker: 'Petra Lindqvist', named: true, role: 'chief executive' }}
      onAccept={nothing}
      onDismiss={nothing}
      onJump={nothing}
    />
  ),
  'suggested quote, no speaker': () => (
    <SuggestedQuote
      suggestion={{ selectors, withMarks: null, speaker: null, named: false, role: null }}
      busy
      onAccept={nothing}
    />
  ),
  'suggested claim': () => (
    <SuggestedClaim
      offer={{
        selectors,
        type: 'prediction',
        worthiness: 0.8,
        reasons: ['figure', 'prediction', 'opinion'],
        claimant: null,
      }}
      onAccept={nothing}
      onDismiss={nothing}
      onJump={nothing}
    />
  ),
  'claim editor, empty': () => <ClaimEditor {...editor} history={[]} form={claimFormOf(null, 'free')} />,
  'claim editor, full, with near-duplicates': () => (
    <ClaimEditor
      {...editor}
      form={full}
      onDelete={nothing}
      onDiscard={nothing}
      beside={<NearClaims near={near} onJoin={nothing} onOpen={nothing} />}
    />
  ),
  'saved quotes to pick': () => (
    <QuotePicker
      typed="safety"
      quotes={[{ annotation: sampleAnnotation(), article: sampleArticle() }]}
      onType={nothing}
      onPick={nothing}
    />
  ),
  'page reviews': () => (
    <PageReviews
      reviews={[{ claim: 'A claim', claimant: 'Somebody', rating: 'Half true', author: 'Checks', url: null }]}
      onTake={nothing}
    />
  ),
  facts: () => (
    <>
      <FactList
        facts={{ ...sampleArticle(), modifiedAt: null }}
        canonicalUrl="https://courier.example/2026/03/ferry"
        wordCount={812}
        paywalled={null}
        sources={{ title: 'page', authors: 'json-ld', siteName: 'somewhere' }}
      />
      <Corrections corrections={['This article was amended.']} />
    </>
  ),
  keys: () => <KeyList anywhere={[{ keys: '', does: 'Open the side panel' }]} onBack={nothing} />,
};

beforeAll(() => wireMessages(fromCatalogue(en), 'en-GB'));
afterEach(() => {
  cleanup();
  document.documentElement.dir = 'ltr';
});

describe('the panel’s pieces', () => {
  for (const [name, State] of Object.entries(STATES)) {
    for (const [theme, dir] of [
      ['light', 'ltr'],
      ['dark', 'rtl'],
    ] as const) {
      it(`${name}: nothing for axe to object to, ${theme} ${dir}, and nothing runs out of 320 px`, async () => {
        document.documentElement.className = 'pm';
        document.documentElement.dataset['theme'] = theme;
        document.documentElement.dir = dir;
        const { container } = render(
          <main style={{ inlineSize: '320px', padding: '12px' }}>
            <h1>Panel</h1>
            <State />
          </main>,
        );
        const { violations } = await axe.run(container);
        expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
        const main = container.querySelector('main');
        expect(main?.scrollWidth).toBeLessThanOrEqual(main?.clientWidth ?? 0);
      });
    }
  }
});

function TwoTabs(): JSX.Element {
  const [chosen, choose] = useState<'a' | 'b' | 'c'>('a');
  return (
    <Tabs
      label="Tabs"
      chosen={chosen}
      onChoose={choose}
      tabs={[
        { name: 'a', label: 'A' },
        { name: 'b', label: 'B', count: 3 },
        { name: 'c', label: 'C' },
      ]}
    >
      <p>{chosen}</p>
    </Tabs>
  );
}

describe('tabs', () => {
  it('turn with arrows, Home and End, and one of them is in the tab order', () => {
    const { getByRole, getAllByRole } = render(<TwoTabs />);
    const press = (key: string) => fireEvent.keyDown(getByRole('tablist'), { key });
    press('ArrowRight');
    expect(document.activeElement?.textContent).toBe('B3');
    expect(getByRole('tabpanel').textContent).toBe('b');
    press('End');
    press('ArrowRight');
    expect(document.activeElement?.textContent).toBe('A');
    press('ArrowLeft');
    expect(document.activeElement?.textContent).toBe('C');
    press('Home');
    expect(getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  });
});

describe('the claim editor', () => {
  it('says what is missing instead of saving, and saves with Ctrl+Enter', () => {
    const onSave = vi.fn();
    const { getByRole, getByLabelText, rerender, queryByRole } = render(
      <ClaimEditor {...editor} form={{ ...full, text: ' ' }} onSave={onSave} />,
    );
    fireEvent.click(getByRole('button', { name: 'Save claim' }));
    expect(getByRole('alert').textContent).toContain('Write the statement first');
    expect(onSave).not.toHaveBeenCalled();
    rerender(<ClaimEditor {...editor} form={full} onSave={onSave} />);
    expect(queryByRole('alert')).toBeNull();
    fireEvent.keyDown(getByLabelText('Statement'), { key: 'Enter', ctrlKey: true });
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('makes evidence of what is pasted and of what is dropped', () => {
    const onChange = vi.fn();
    const { getByLabelText, getByRole } = render(
      <ClaimEditor {...editor} form={claimFormOf(null, 'neutral')} onChange={onChange} />,
    );
    const pasted = new DataTransfer();
    pasted.setData('text/plain', 'https://register.example/a');
    const bubbling = { bubbles: true, cancelable: true };
    getByLabelText('Link or words').dispatchEvent(new ClipboardEvent('paste', { ...bubbling, clipboardData: pasted }));
    expect(onChange.mock.lastCall?.[0].evidence).toMatchObject([{ url: 'https://register.example/a', quote: '' }]);
    const dropped = new DataTransfer();
    dropped.setData('text/uri-list', 'https://register.example/b');
    dropped.setData('text/plain', 'The register');
    getByRole('group', { name: 'Add evidence' }).dispatchEvent(
      new DragEvent('drop', { ...bubbling, dataTransfer: dropped }),
    );
    expect(onChange.mock.lastCall?.[0].evidence).toMatchObject([
      { url: 'https://register.example/b', title: 'The register' },
    ]);
  });

  it('takes a saved quote of another article that is dragged in', () => {
    const onChange = vi.fn();
    const annotation = sampleAnnotation();
    const archiveUrl = 'https://archive.example/other';
    const source = { url: 'https://courier.example/other', title: 'Another article', archiveUrl };
    const { getByRole, getByText } = render(
      <>
        <QuoteItem annotation={annotation} claim={null} status={null} foundText={null} source={source} />
        <ClaimEditor {...editor} form={claimFormOf(null, 'neutral')} onChange={onChange} />
      </>,
    );
    const dataTransfer = new DataTransfer();
    const options = { bubbles: true, cancelable: true, dataTransfer };
    getByText(annotation.quote.exact).dispatchEvent(new DragEvent('dragstart', options));
    getByRole('group', { name: 'Add evidence' }).dispatchEvent(new DragEvent('drop', options));
    expect(onChange.mock.lastCall?.[0].evidence).toMatchObject([
      { ...source, quote: annotation.quote.exact, annotationId: annotation.id },
    ]);
  });

  it('offers names used before, across case and accents, and folds the offer away on Escape alone', () => {
    const names = ['Agnès Roche', 'Bureau Roche', 'Crochet & Fils', 'Dora Quill'];
    const known = names.map((name) => ({ name, kind: 'Person', role: null, sameAs: null }) as const);
    const onChange = vi.fn();
    const onEscape = vi.fn();
    const { container, getByLabelText } = render(
      // biome-ignore lint/a11y/noStaticElementInteractions: it stands for the page that listens around the editor
      <div onKeyDown={onEscape}>
        <ClaimEditor {...editor} form={{ ...full, claimant: 'roche' }} known={known} onChange={onChange} />
      </div>,
    );
    const input = getByLabelText('Claimant');
    const options = () => [...container.querySelectorAll('[role=option]')];
    const offered = () => options().map((one) => one.firstChild?.textContent);
    expect(offered()).toEqual([]);
    fireEvent.input(input, { target: { value: 'ROCHE' } });
    expect(offered()).toEqual(['Agnès Roche', 'Bureau Roche']);
    fireEvent.keyDown(input, { key: 'ArrowUp' });
    expect(input.getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(offered()).toEqual([]);
    expect(onEscape.mock.calls.some(([event]) => event.key === 'Escape')).toBe(false);
    fireEvent.keyDown(input, { key: 'ArrowDown' });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(onChange.mock.lastCall?.[0].claimant).toBe('Agnès Roche');
  });

  it('brings a known claimant’s kind, role and link along', () => {
    const onChange = vi.fn();
    const known = [
      { name: 'Maritime Board', kind: 'Organization', role: 'regulator', sameAs: 'https://board.example/' } as const,
    ];
    const { getByLabelText } = render(
      <ClaimEditor {...editor} form={claimFormOf(null, 'neutral')} known={known} onChange={onChange} />,
    );
    fireEvent.input(getByLabelText('Claimant'), { target: { value: 'maritime board' } });
    expect(onChange.mock.lastCall?.[0]).toMatchObject({ kind: 'Organization', role: 'regulator' });
  });
});

describe('a claim’s form', () => {
  it('becomes the words that are stored, and back', () => {
    const claim = sampleClaim();
    const words = claimWordsOf(claimFormOf(claim, 'neutral'), claim, null, VERDICT_SCALES, NOW);
    expect({ ...claim, ...words, verdict: { ...words.verdict, setAt: claim.verdict?.setAt } }).toEqual(claim);
  });

  it('keeps the numbers of a rating whose scale is not known here', () => {
    const verdict = { scaleId: 'Harbour', label: 'Leaky', value: 2, best: 3, worst: 1, explanation: '', setAt: NOW };
    const claim = sampleClaim({ verdict });
    expect(claimWordsOf(claimFormOf(claim, 'neutral'), claim, null, [], NOW).verdict).toEqual(verdict);
    const form = { ...claimFormOf(claim, 'neutral'), verdict: 'Sunk' };
    expect(claimWordsOf(form, claim, null, [], NOW).verdict).toMatchObject({ label: 'Sunk', value: null, best: null });
  });

  it('is not saved with an address that is none, or an explanation without a verdict', () => {
    expect(problemOf({ ...full, sameAs: 'javascript:alert(1)' })).toBe('address');
    expect(problemOf({ ...full, verdict: '' })).toBe('verdict');
    expect(problemOf(full)).toBeNull();
  });
});
