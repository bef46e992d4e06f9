import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Names } from '../../lib/search/library-index';
import type { Answers, FromWorker, NameTable, Question, ToWorker } from '../../lib/search/protocol';
import { LibrarySearch } from '../../lib/search/search';
import type { SearchState } from '../../lib/search/state';
import { PressmarkDatabase } from '../../lib/store/database';
import { Feed } from './feed';

/** The library's search, in a thread of its own: it reads the store, follows its changes and answers questions. */
export default defineUnlistedScript(() => {
  const say = (message: FromWorker): void => self.postMessage(message);
  let desk: Desk | null = null;
  self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if ('ask' in data) {
      const feed = new Feed(new PressmarkDatabase(), namesFrom(data.names, data.locale), () =>
        say({ changed: true, read: feed.read }),
      );
      desk = new Desk(feed);
      feed.run().catch((error: unknown) => say({ broken: String(error) }));
      return;
    }
    const { id, question } = data;
    try {
      if (desk) say({ id, answer: desk.answer(question) });
    } catch (error) {
      say({ id, failed: String(error) });
    }
  });
});

/** Answers one question after the other. */
class Desk {
  private readonly search: LibrarySearch;
  private run = 0;
  private last: { readonly state: SearchState; readonly version: number } | null = null;

  constructor(private readonly feed: Feed) {
    this.search = new LibrarySearch(feed.index);
  }

  answer(question: Question): Answers[keyof Answers] {
    switch (question.ask) {
      case 'search': {
        const answer = this.search.run(question.state);
        this.run += 1;
        this.last = { state: question.state, version: this.feed.index.version };
        const items = this.search.items(question.from, question.to);
        return { run: this.run, answer, items, from: question.from, read: this.feed.read };
      }
      case 'items':
        return question.run === this.run ? this.search.items(question.from, question.to) : [];
      case 'allIds':
        this.stand(question.state);
        return { run: this.run, ...this.search.idsOf(question.from, question.to) };
      case 'quoteIds':
        this.stand(question.state);
        return this.search.quoteIdsOf(question.ids);
    }
  }

  /** Runs a search again where it is not the one that was run last, on the library as it is now. */
  private stand(state: SearchState): void {
    const same =
      this.last !== null &&
      this.last.version === this.feed.index.version &&
      JSON.stringify(this.last.state) === JSON.stringify(state);
    if (same) return;
    this.search.run(state);
    this.run += 1;
    this.last = { state, version: this.feed.index.version };
  }
}

function namesFrom(table: NameTable, locale: string): Names {
  const languages = ['en', locale].map((one) => new Intl.DisplayNames([one], { type: 'language' }));
  return (facet, value) => {
    if (facet === 'language') return [value, ...languages.flatMap((names) => nameOf(names, value))];
    const own = facet === 'verdict' ? value.slice(value.indexOf('/') + 1) : value;
    const shown = table[facet]?.[value];
    return shown === undefined || shown === own ? [own] : [own, shown];
  };
}

/** A code that is no language has no name. */
function nameOf(names: Intl.DisplayNames, code: string): string[] {
  try {
    return [names.of(code) ?? code];
  } catch {
    return [];
  }
}
