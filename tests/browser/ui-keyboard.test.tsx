import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/floating.css';
import { cleanup, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type ComposerValue, emptyClaim, emptyComposer } from '../../components/composer-value';
import { HighlightCard } from '../../components/highlight-card';
import { NewQuoteCard } from '../../components/new-quote-card';
import { QuoteComposer } from '../../components/quote-composer';
import { SelectionToolbar } from '../../components/selection-toolbar';
import { fromCatalogue } from '../../lib/i18n/catalogue';
import { wireMessages } from '../../lib/i18n/translate';
import en from '../../public/_locales/en/messages.json';
import { sampleAnnotation, sampleClaim } from './ui-samples';

/** No answer comes while the view is looked at. */
const never = () => new Promise<never>(() => undefined);
const nothing = (): void => undefined;
const known = [
  { tag: 'Énergie', uses: 4 },
  { tag: 'Europe', uses: 2 },
  { tag: 'ferries', uses: 1 },
];

/** A composer that keeps what is typed, and shows it to the test. */
function Kept({ seen, onSave = nothing }: { seen: (value: ComposerValue) => void; onSave?: () => void }) {
  const [value, setValue] = useState(emptyComposer());
  seen(value);
  return <QuoteComposer mode="new" quote="Words." value={value} known={known} onChange={setValue} onSave={onSave} />;
}

beforeAll(() => wireMessages(fromCatalogue(en), 'en'));
afterEach(cleanup);

describe('tags', () => {
  it('are completed from the keyboard, accents and case aside', async () => {
    const seen = vi.fn();
    render(<Kept seen={seen} />);
    const input = screen.getByRole('combobox', { name: 'Tags' });
    input.focus();
    await userEvent.keyboard('ENER');
    expect(input.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await userEvent.keyboard('{ArrowDown}');
    expect(input.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id);
    await userEvent.keyboard('{Enter}');
    expect(seen.mock.lastCall?.[0].words).toMatchObject({ tags: ['Énergie'], tagInput: '' });
    await userEvent.keyboard('new one,{Backspace}');
    expect(seen.mock.lastCall?.[0].words.tags).toEqual(['Énergie']);
  });

  it('fold their list on Escape without closing what is around them', async () => {
    const escaped = vi.fn();
    render(
      // biome-ignore lint/a11y/noStaticElementInteractions: stands for the card
      <div onKeyDown={(event) => event.key === 'Escape' && escaped()}>
        <Kept seen={nothing} />
      </div>,
    );
    screen.getByRole('combobox', { name: 'Tags' }).focus();
    await userEvent.keyboard('e{Escape}');
    expect(screen.queryAllByRole('option')).toHaveLength(0);
    expect(escaped).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(escaped).toHaveBeenCalledOnce();
  });
});

describe('the composer', () => {
  it('chooses a colour with the arrow keys', async () => {
    const seen = vi.fn();
    render(<Kept seen={seen} />);
    screen.getByRole('radio', { name: 'Yellow' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(seen.mock.lastCall?.[0].words.colour).toBe('green');
  });

  it('saves on Ctrl and Enter from the note', async () => {
    const save = vi.fn();
    render(<Kept seen={nothing} onSave={save} />);
    screen.getByLabelText('Note').focus();
    await userEvent.keyboard('x{Control>}{Enter}{/Control}');
    expect(save).toHaveBeenCalledOnce();
  });

  it('opens the claim and reaches its verdict', async () => {
    const seen = vi.fn();
    render(<Kept seen={seen} />);
    await userEvent.click(screen.getByLabelText('Tag as claim'));
    await userEvent.selectOptions(screen.getByLabelText('Verdict'), 'Mixed');
    expect(seen.mock.lastCall?.[0].claim).toMatchObject({ scaleId: 'neutral', verdict: 'Mixed' });
    await userEvent.selectOptions(screen.getByLabelText('Verdict scale'), 'politifact');
    expect(seen.mock.lastCall?.[0].claim).toMatchObject({ scaleId: 'politifact', verdict: '' });
  });
});

describe('the toolbar', () => {
  it('is one stop for Tab and walked with the arrows', async () => {
    const dismissed = vi.fn();
    render(<SelectionToolbar onHighlight={nothing} onClaim={nothing} onNote={nothing} onDismiss={dismissed} />);
    const [highlight, claim, note] = screen.getAllByRole('button');
    expect([highlight?.tabIndex, claim?.tabIndex, note?.tabIndex]).toEqual([0, -1, -1]);
    highlight?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(claim);
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toBe(note);
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(highlight);
    await userEvent.keyboard('{Escape}');
    expect(dismissed).toHaveBeenCalledOnce();
  });

  it('has a button for the panel where there is one, named though it shows no words', async () => {
    const onOpen = vi.fn();
    const panel = { label: 'Open the panel', onOpen };
    render(
      <SelectionToolbar onHighlight={nothing} onClaim={nothing} onNote={nothing} panel={panel} onDismiss={nothing} />,
    );
    screen.getByRole('button', { name: 'Highlight' }).focus();
    await userEvent.keyboard('{End}{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: panel.label }));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('leaves the selection alone when it is pressed', async () => {
    render(
      <>
        <p data-testid="words">Some words of the article.</p>
        <SelectionToolbar onHighlight={nothing} onClaim={nothing} onNote={nothing} onDismiss={nothing} />
      </>,
    );
    getSelection()?.selectAllChildren(screen.getByTestId('words'));
    await userEvent.click(screen.getByRole('button', { name: 'Highlight' }));
    expect(getSelection()?.toString()).toBe('Some words of the article.');
  });
});

describe('over a page', () => {
  it('puts the focus where the reader wants to write', async () => {
    render(
      <NewQuoteCard
        quote="Words."
        marks={null}
        initial={{ ...emptyComposer(), claim: emptyClaim() }}
        focus="claim"
        known={known}
        privateWindow={false}
        failure={null}
        saving={false}
        onSave={nothing}
        onClose={nothing}
      />,
    );
    await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('Claimant'));
  });

  it('lets the reader choose between overlapping highlights, and closes on Escape', async () => {
    const closed = vi.fn();
    const one = { annotation: sampleAnnotation(), claim: sampleClaim(), status: 'unchanged' as const, foundText: null };
    const other = {
      ...one,
      claim: null,
      annotation: sampleAnnotation({
        id: '00000000-0000-4000-8000-000000000009',
        note: 'The other note.',
        quote: { exact: 'safety of our passengers', prefix: '', suffix: '' },
      }),
    };
    render(
      <HighlightCard
        highlights={[one, other]}
        known={known}
        failure={null}
        takeFocus
        onSave={never}
        onSaved={async () => undefined}
        onRestore={never}
        onCopyWords={async () => true}
        onDelete={nothing}
        onCopy={nothing}
        onKeepOld={nothing}
        onTakeNew={nothing}
        onClose={closed}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'safety of our passengers' }));
    expect(screen.getByText('The other note.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Back to the choice' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledOnce();
  });
});
