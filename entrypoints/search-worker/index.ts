import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Names } from '../../lib/search/library-index';
import type { FromWorker, NameTable, ToWorker } from '../../lib/search/protocol';
import { PressmarkDatabase } from '../../lib/store/database';
import { Desk } from './desk';
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
    void desk?.reply(data).then(say);
  });
});

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
