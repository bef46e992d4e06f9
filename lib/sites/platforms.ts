/**
 * Platforms on which everybody may write: what tells their writers apart, where the Public Suffix List does not. An entry
 * belongs here if its writers choose words, address or head of what they publish there.
 */

/** Each writer has a host below one of these, so that one called `m` or `amp` is no variant of the platform. */
export const WRITERS_HOSTS: ReadonlySet<string> = new Set([
  'bandcamp.com',
  'beehiiv.com',
  'blogg.se',
  'blogs.com',
  'canalblog.com',
  'eklablog.com',
  'exblog.jp',
  'fandom.com',
  'ghost.io',
  'hubpages.com',
  'itch.io',
  'jimdofree.com',
  'jugem.jp',
  'livedoor.blog',
  'livejournal.com',
  'medium.com',
  'neocities.org',
  'over-blog.com',
  'posthaven.com',
  'seesaa.net',
  'skyrock.com',
  'squarespace.com',
  'strikingly.com',
  'substack.com',
  'svbtle.com',
  'tistory.com',
  'tumblr.com',
  'typepad.com',
  'ucoz.ru',
  'webnode.page',
  'weebly.com',
  'wikidot.com',
  'wordpress.com',
  'writeas.com',
]);

/** How many parts of a path name the writer, by host. */
export const WRITERS_PATHS: ReadonlyMap<string, number> = new Map([
  // /publication/story; a writer's own stories lie under /@name.
  ['medium.com', 1],
  // /name/story: each writer's own blog.
  ['blog.naver.com', 1],
  ['dev.to', 1],
  ['note.com', 1],
  ['tumblr.com', 1],
  ['write.as', 1],
  // /name/project: each keeps pages and files of their own.
  ['github.com', 1],
  ['gist.github.com', 1],
  ['gitlab.com', 1],
  // /view/site and /site/name: each is a site of its own.
  ['sites.google.com', 2],
  // /web/moment/https://host/story: a copy of whatever host was asked for, which may state anything.
  ['web.archive.org', 5],
]);
