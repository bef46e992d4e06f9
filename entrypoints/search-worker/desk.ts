import type { Answers, FromWorker, Question, ToWorker } from '../../lib/search/protocol';
import { LibrarySearch } from '../../lib/search/search';
import type { SearchState } from '../../lib/search/state';
import type { Feed } from './feed';

/** Answers one question after the other. */
export class Desk {
  private readonly search: LibrarySearch;
  private run = 0;
  private last: { readonly state: SearchState; readonly version: number } | null = null;

  constructor(private readonly feed: Feed) {
    this.search = new LibrarySearch(feed.index);
  }

  /** Answers at once; what asks for everything waits until everything was read. Gives the reason where it cannot. */
  async reply({ id, question }: Extract<ToWorker, { id: number }>): Promise<FromWorker> {
    try {
      if (question.ask === 'allIds' || question.ask === 'quoteIds') await this.feed.whole;
      return { id, answer: this.answer(question) };
    } catch (error) {
      return { id, failed: String(error) };
    }
  }

  private answer(question: Question): Answers[keyof Answers] {
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
