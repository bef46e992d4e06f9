/** The licences of what is really in a build, as a file of the package: whoever gets the code gets its terms. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const root = new URL('..', import.meta.url).pathname;
/** The last `node_modules` in a module's path, and the package behind it. */
const PACKAGE = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const LICENCE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;
const BUNDLER_REST = /^# Licenses of bundled dependencies$/m;
/** Data that a package carries under terms of its own, which its licence file does not name. */
const DATA: Readonly<Record<string, string>> = {
  'tldts-experimental':
    'It contains a table made from the Public Suffix List (https://publicsuffix.org/list/), which is subject to the terms of\nthe Mozilla Public License, v. 2.0: https://mozilla.org/MPL/2.0/.',
};
const RULE = '-'.repeat(80);

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly author?: string | { readonly name?: string };
  readonly repository?: string | { readonly url?: string };
}

/** Collects the folders of the packages that a build took code from. One collector serves all builds of one run. */
export function collectPackages(): { readonly plugin: () => Plugin; readonly notices: () => string } {
  const folders = new Set<string>();
  return {
    plugin: () => ({
      name: 'pressmark-notices',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            const folder = renderedLength > 0 ? folderOf(id) : null;
            if (folder !== null) folders.add(folder);
          }
        }
      },
    }),
    notices: () => textOf([...folders]),
  };
}

/** The folder of the package that a module belongs to; null for our own. */
function folderOf(id: string): string | null {
  // What the bundler adds itself has a name instead of a path.
  if (id.startsWith('\0vite/')) return join(root, 'node_modules', 'vite');
  const path = id.replace(/^\0/, '').replaceAll('\\', '/');
  return PACKAGE.exec(path)?.[0] ?? null;
}

/** The file: each package with its version, licence, where its source is, and the licence's words. The same for the same build. */
function textOf(folders: readonly string[]): string {
  const parts = new Map<string, string>();
  for (const folder of folders) {
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const name = `${manifest.name} ${manifest.version}`;
    parts.set(
      name,
      [
        name,
        `Licence: ${manifest.license ?? ''}`,
        `Source: ${sourceOf(manifest)}`,
        '',
        licenceOf(folder, manifest),
        ...(DATA[manifest.name] ? ['', DATA[manifest.name]] : []),
      ].join('\n'),
    );
  }
  const head =
    'Pressmark is published under the MIT licence. It contains the packages below, unchanged, under their own terms.';
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  return `${[head, ...sorted].join(`\n\n${RULE}\n\n`)}\n`;
}

function sourceOf({ name, version, repository, homepage }: Manifest): string {
  const url = typeof repository === 'string' ? repository : repository?.url;
  const address = url?.replace(/^git\+/, '').replace(/^(?:github:)?([\w-]+\/[\w-]+)$/, 'https://github.com/$1');
  return address ?? homepage ?? `https://www.npmjs.com/package/${name}/v/${version}`;
}

/** The words that a package brings; one that only names MIT gets those of our own licence with its author's name. */
function licenceOf(folder: string, { name, license, author }: Manifest): string {
  const files = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .sort();
  // The bundler's own words come before those for what it is made of, none of which gets into a build.
  const words = files.map((file) => readFileSync(join(folder, file), 'utf8').split(BUNDLER_REST, 1)[0] ?? '');
  if (words.length > 0) return words.map((text) => text.trim()).join('\n\n');
  const holder = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || !holder)
    throw new Error(`${name} is bundled and brings no licence: leave it out or find it`);
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}
