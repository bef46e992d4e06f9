import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSpan } from '../../lib/anchor/describe';
import { locateQuotes } from '../../lib/anchor/locate';
import { buildTextIndex } from '../../lib/text/text-index';
import { readSpan, spanToPosition } from '../../lib/text/text-span';
import { find, save, show } from './anchor-page';

const ARTICLE = `<article><h1>Council drops plan for second bridge</h1>
<p>The town council of Marley voted on Tuesday night to drop its plan for a second bridge over the Lenn.</p>
<p>Nine members voted against the plan and four in favour, after a debate that lasted until half past eleven.</p>
<p>“We cannot spend 14 million on a road that nobody asked for,” said Ada Brunner, who leads the opposition.</p>
<p>The first bridge was built in 1931 and carries about 22,000 vehicles a day, twice what it was made for.</p>
<p>Repairs are due to begin in April and will take two years, according to the county engineer.</p></article>`;

const saved = (): string => {
  const index = buildTextIndex(document);
  return readSpan(index, { start: 0, end: index.text.length });
};

describe('locate', () => {
  it('finds an unchanged quote and draws its words', () => {
    show(ARTICLE);
    const located = find(save('Nine members voted against the plan'));
    expect(located.status).toBe('unchanged');
    expect(located.range?.toString()).toBe('Nine members voted against the plan');
    expect(located.foundText).toBeNull();
  });

  it('finds it through another template: typography, markup, an advertisement inside', () => {
    show(ARTICLE);
    const quote = save('said Ada Brunner, who leads the opposition.</p>'.slice(0, 43));
    const long = save('“We cannot spend 14 million on a road that nobody asked for,” said Ada Brunner');
    show(
      ARTICLE.replace('“We cannot', '"We&nbsp;can\u00adnot')
        .replace('for,”', '<em>for,</em>"')
        .replaceAll('<p>', '<div class="p">')
        .replaceAll('</p>', '</div><div>Advertisement</div>'),
    );
    expect(find(quote).status).toBe('unchanged');
    expect(find(long).status).toBe('unchanged');
  });

  it('says that a number was edited and gives the words that stand there now', () => {
    show(ARTICLE);
    const quote = save('spend 14 million on a road that nobody asked for');
    show(ARTICLE.replace('14 million', '17.5 million'));
    const located = find(quote);
    expect(located.status).toBe('edited');
    expect(located.foundText).toBe('spend 17.5 million on a road that nobody asked for');
  });

  it('says that a paragraph moved', () => {
    show(ARTICLE);
    const quotes = [
      'Nine members voted against',
      'We cannot spend',
      'The first bridge was built in 1931',
      'Repairs are due',
    ];
    const kept = quotes.map((words) => save(words));
    const moved =
      '<p>Nine members voted against the plan and four in favour, after a debate that lasted until half past eleven.</p>';
    show(ARTICLE.replace(moved, '').replace('</article>', `${moved}</article>`));
    const statuses = locateQuotes(buildTextIndex(document), kept).map(({ status }) => status);
    expect(statuses).toEqual(['moved', 'unchanged', 'unchanged', 'unchanged']);
  });

  it('takes in a word that was put in the place of the last one', () => {
    show(ARTICLE);
    const quote = save('The first bridge was built in 1931');
    show(ARTICLE.replace('built in 1931', 'built in 1913'));
    expect(find(quote).foundText).toBe('The first bridge was built in 1913');
  });

  it('knows half of a sentence again among the paragraphs that stood around it', () => {
    show(ARTICLE);
    const quote = save(
      'Nine members voted against the plan and four in favour, after a debate that lasted until half past',
    );
    const context = { savedText: saved() };
    const rewritten =
      'Only nine councillors voted against the plan while four were in favour after hours of debate ending at midnight.';
    show(ARTICLE.replace(/Nine members.*?eleven\./, rewritten));
    const located = find(quote, context);
    expect(located.status).toBe('edited');
    expect(located.foundText).toContain('voted against the plan');
  });

  it('prefers the edited passage in its place to a copy of the old words elsewhere', () => {
    const pull = '<p>Nine members voted against the plan and four in favour</p>';
    show(ARTICLE);
    const words = [
      'The town council of Marley',
      'Nine members voted against the plan and four in favour',
      'Repairs are due',
    ];
    const kept = words.map((one) => save(one));
    show(ARTICLE.replace('Nine members voted', 'Eight members voted').replace('</article>', `${pull}</article>`));
    const found = locateQuotes(buildTextIndex(document), kept)[1];
    expect(found?.status).toBe('edited');
    expect(found?.foundText).toContain('members voted against the plan and four in favour');
  });

  it('draws nothing where only a lookalike of a removed quote is left', () => {
    const other =
      '<p>The town council of Darley voted on Monday night to drop its plan for a second school in the Fens.</p>';
    show(ARTICLE.replace('</article>', `${other}</article>`));
    const quote = save(
      'The town council of Marley voted on Tuesday night to drop its plan for a second bridge over the Lenn.',
    );
    const context = { savedText: saved() };
    const gone =
      '<p>The town council of Marley voted on Tuesday night to drop its plan for a second bridge over the Lenn.</p>';
    show(ARTICLE.replace(gone, '').replace('</article>', `${other}</article>`));
    expect(['missing', 'uncertain']).toContain(find(quote, context).status);
    expect(find(quote, context).range).toBeNull();
  });

  it('does not find a name inside a word', () => {
    show('<p>Linus said so.</p><p>Many thanks.</p>');
    const quote = save('Linus');
    show('<p>Colinus said so.</p><p>Many thanks.</p>');
    expect(find(quote).range).toBeNull();
  });

  it('tells twins apart by what stands around them', () => {
    show('<p>On Monday he said no comment to reporters.</p><p>On Friday he said no comment to investors.</p>');
    const first = save('On Friday he said no comment');
    const quote = { ...first, selectors: save('no comment to investors').selectors };
    show(
      '<p>News in brief.</p><p>On Monday he said no comment to reporters.</p><p>On Friday he said no comment to investors.</p>',
    );
    expect(find(quote).range?.startContainer.textContent).toContain('Friday');
  });

  it('cuts at a paragraph that came in between, and does not mark it', () => {
    show(ARTICLE);
    const quote = save('after a debate that lasted until half past eleven.\n“We cannot spend');
    show(
      ARTICLE.replace(
        '<p>“We',
        '<p>Outside the hall some two hundred people had gathered with lamps and drums to make themselves heard.</p><p>“We',
      ),
    );
    expect(find(quote).range?.toString() ?? '').not.toContain('drums');
  });

  it('takes in a sentence that an editor added on the same matter', () => {
    const first =
      'The council voted to close the swimming pool at the end of the season, after eleven years of losses.';
    const second = 'Residents handed in four thousand signatures against it.';
    const lead = '<p>The meeting in the town hall began late and went on until midnight.</p>';
    show(`${lead}<p>${first} ${second}</p>`);
    const quote = save(`${first} ${second}`);
    const added = 'The mayor said that the season would not be shortened for the swimming clubs.';
    show(`${lead}<p>${first} ${added} ${second}</p>`);
    const located = find(quote);
    expect(located.status).toBe('edited');
    expect(located.range?.toString()).toBe(`${first} ${added} ${second}`);
  });

  it('does not take in a long sentence that came between its first word and the rest', () => {
    const page = (added: string): string =>
      `<p>The pool will be closed for a very long time.${added} Parents keep the children away from the old pier.</p>
       <p>The council meets again in autumn.</p>`;
    show(page(''));
    const quote = save('time. Parents keep the children away');
    show(
      page(
        ' The council has kept a rule of the previous one, by which children under fourteen swim with their parents only, in summer as in winter.',
      ),
    );
    const located = find(quote);
    expect(located.status).toBe('edited');
    expect(located.range?.toString()).toBe('Parents keep the children away');
  });

  it('draws nothing where less than half of the words are left in their place', () => {
    show(ARTICLE);
    const quote = save('Repairs are due to begin in April and will take two years, according to the county engineer.');
    const context = { savedText: saved() };
    show(
      ARTICLE.replace(
        /Repairs are due.*?engineer\./,
        'Works on the old crossing have been put off and will take two years more than the county said in spring.',
      ),
    );
    expect(find(quote, context).range).toBeNull();
  });

  it('finds a short sentence elsewhere of which one word was respelt', () => {
    const sentence = 'Marley organizes its market on the northern bank';
    show(`<p>${sentence}.</p>${ARTICLE}`);
    const quote = save(sentence);
    show(`${ARTICLE}<h2>Events</h2><p>In summer, ${sentence.replace('organizes', 'organises')} of the river.</p>`);
    const located = find(quote);
    expect(located.status).toBe('edited');
    expect(located.range?.toString()).toBe('Marley organises its market on the northern bank');
  });

  it('does not reach for a word of the quote that stands far behind its end', () => {
    show(ARTICLE);
    const quote = save('carries about 22,000 vehicles a day, twice what it was made for.\nRepairs');
    const other =
      'The second one was closed to lorries in the winter of 1987, when cracks were found in its northern pier.';
    show(ARTICLE.replace(/<p>Repairs.*?<\/p>/, `<p>${other}</p><p>Repairs of that sort last.</p>`));
    const words = find(quote).range?.toString() ?? '';
    expect(words).toContain('vehicles a day');
    expect(words).not.toContain('Repairs');
  });

  it('says unseen, not missing, where the article is not there', () => {
    show(ARTICLE);
    const quote = save('Nine members voted against the plan');
    const context = { savedText: saved(), savedWordCount: 90 };
    show('<h1>Sign in</h1><p>Please sign in to read this article.</p>');
    expect(find(quote, context).status).toBe('unseen');
    expect(find(quote, { savedWordCount: 90 }).status).toBe('unseen');
    show(ARTICLE.replace(/<p>Nine[\s\S]*?<\/p>/, ''));
    expect(find(quote, context).status).toBe('missing');
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    'the',
    'council',
    'naïve',
    '“no”',
    'Étienne',
    '1,250',
    '今天',
    'said',
    'من',
    '–',
    '👍',
    'of',
    'rain',
  );
  const paragraphs = fc.array(fc.array(word, { minLength: 4, maxLength: 25 }), { minLength: 2, maxLength: 6 });
  const html = (blocks: readonly (readonly string[])[]): string =>
    blocks.map((words) => `<p>${words.join(' ')}</p>`).join('\n');

  it('describe then locate on the same page is identity', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(200), (blocks, from, length) => {
        show(html(blocks));
        const index = buildTextIndex(document);
        const start = from % index.text.length;
        const described = describeSpan(index, { start, end: start + 1 + length });
        if (!described.ok) return;
        const [located] = locateQuotes(index, [{ id: 'q', selectors: described.value }]);
        expect(located?.span && spanToPosition(index, located.span)).toEqual(described.value.position);
        expect(located?.span && readSpan(index, located.span)).toBe(described.value.quote.exact);
      }),
      { numRuns: 150 },
    );
  });

  it('an edit outside of a distinctive quote still finds it', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, paragraphs, (before, after, inserted) => {
        const quote = 'Seven zebras crossed the frozen harbour at dawn while nobody watched';
        show(`${html(before)}<p>${quote}.</p>${html(after)}`);
        const kept = save(quote);
        show(`${html(inserted)}${html(after)}<p>${quote}.</p>${html(before)}`);
        const located = find(kept);
        expect(located.range?.toString()).toBe(quote);
        expect(['unchanged', 'moved']).toContain(located.status);
      }),
      { numRuns: 60 },
    );
  });
});
