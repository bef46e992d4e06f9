import { describe, expect, it } from 'vitest';
import { find, save, show } from './anchor-page';

const RULES = 'Bathers may use the northern basin between seven and nine in the morning.';
const HEADING = 'Lockers';
const AFTER = 'A locker costs two crowns for a day, and keys are handed out at the gate by the attendants.';
const BEFORE = 'The harbour baths open on the first Saturday in May and close when the water is too cold.';

const page = (added = ''): string =>
  `<article><h1>Harbour baths</h1><p>${BEFORE}</p><p>${RULES}</p>${added}<h2>${HEADING}</h2><p>${AFTER}</p><p>Dogs stay outside of the gate.</p></article>`;

const about = [
  'Children under ten bathe in the southern basin with a grown-up, in the morning as well as in the evening.',
  'Schools bring their bathers to the gate by noon, where the attendants tell them which basin is open to them.',
  'When the water is too cold for children, the attendants hang a blue flag over the gate of the harbour baths.',
  'On the first Saturday of a month the harbour baths close in the morning, and no bathers may use either basin.',
  'Attendants call bathers out of the water whenever a boat enters the harbour, and let them in again afterwards.',
];

describe('what was added inside a quote', () => {
  it('belongs to it where the quote still ends in the next heading', () => {
    show(page());
    const quote = save(RULES + HEADING);
    show(page(`<p>${about[0]}</p>`));
    const located = find(quote);
    expect(located.status).toBe('edited');
    expect(located.range?.toString()).toBe(`${RULES}${about[0]}${HEADING}`);
  });

  it('does not where it is of another matter', () => {
    show(page());
    const quote = save(RULES + HEADING);
    show(
      page('<p>Our correspondent won a prize for her report on mountain railways and their timetables yesterday.</p>'),
    );
    const located = find(quote);
    expect(located.status).toBe('edited');
    expect(located.range?.toString()).toBe(RULES.slice(0, -1));
  });

  it('is looked across, several paragraphs of it, to where the quote goes on', () => {
    show(page());
    const quote = save(RULES + HEADING);
    const paragraphs = about.map((text) => `<p>${text}</p>`).join('');
    show(page(paragraphs));
    expect(find(quote).range?.toString()).toBe(`${RULES}${about.join('')}${HEADING}`);
    show(page());
    const next = save(HEADING + AFTER);
    show(page().replace(`<p>${AFTER}`, `${paragraphs}<p>${AFTER}`));
    expect(find(next).range?.toString()).toBe(`${HEADING}${about.join('')}${AFTER}`);
  });

  it('does not make it another, all of whose words stand between their neighbours', () => {
    const short = (added = ''): string =>
      page().replace(
        AFTER,
        `${AFTER} Towels are lent.${added} Soap is not. Whoever loses the key of a locker pays six crowns.`,
      );
    show(short());
    const quote = save('Towels are lent. Soap is not.');
    const added =
      ' Whoever keeps a towel for more than a day pays the attendants at the gate two crowns, as for a locker.';
    show(short(added));
    const located = find(quote);
    expect(located.status).toBe('edited');
    expect(located.range?.toString()).toBe(`Towels are lent.${added} Soap is not.`);
  });
});

describe('the same words with other marks', () => {
  const text = 'The baths took 1,250 crowns, less than ever, said Ada Brunner of the council.';
  const located = (now: string) => {
    show(page(`<p>${text}</p>`));
    const quote = save(text);
    show(page(`<p>${now}</p>`));
    return find(quote);
  };

  it('are edited: a mark can change what is said', () => {
    expect(located(text.replace('1,250', '1.250')).status).toBe('edited');
    expect(located(text.replace('crowns, less than ever,', 'crowns less than ever')).status).toBe('edited');
    expect(located(text.replace('council.', 'council?')).foundText).toBe(text.replace('council.', 'council?'));
  });

  it('are unchanged where nothing but spaces, quotation marks or the template’s own words are others', () => {
    expect(located(text.replace('crowns, less', 'crowns ,less')).status).toBe('unchanged');
    expect(located(text.replace('ever, said', 'ever,</p><aside>Advertisement</aside><p>said')).status).toBe(
      'unchanged',
    );
  });
});
