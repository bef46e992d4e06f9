import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { collectPackages } from './scripts/notices';

/** Pages that Pressmark may read. The detector looks at each of them; nothing else runs until it is needed. */
const PAGES = ['http://*/*', 'https://*/*'];

/** Nothing is fetched, framed or embedded: the extension's pages can reach themselves and nobody else. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/** Free in each browser on each system: see docs/keys.md. On a Mac, Option with a letter types a character. */
const keyFor = (letter: string) => ({ default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` });

const packages = collectPackages();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: [],
  vite: () => ({
    plugins: [preact(), packages.plugin()],
    build: { target: 'es2022' },
  }),
  hooks: {
    // What is bundled is known once everything else is built.
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: 'NOTICES.txt', contents: packages.notices() });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['scripting', 'contextMenus'],
    host_permissions: PAGES,
    content_scripts: [{ matches: PAGES, js: ['detector.js'], run_at: 'document_idle' }],
    content_security_policy: { extension_pages: PAGE_POLICY },
    // Frames of ours on a page, in a closed root. In Chrome their address changes with each start, so no page can ask for them.
    web_accessible_resources: [
      {
        resources: ['annotator-frame.html'],
        matches: PAGES,
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    icons: { 16: '/icon/16.png', 32: '/icon/32.png', 48: '/icon/48.png', 128: '/icon/128.png' },
    action: {
      default_title: '__MSG_extensionName__',
      default_icon: { 16: '/icon/16.png', 32: '/icon/32.png' },
      // Firefox hides a new button in a menu; Chrome knows no such wish.
      ...(browser === 'firefox' ? { default_area: 'navbar' as const } : {}),
    },
    commands: {
      _execute_action: { suggested_key: keyFor('U') },
      'highlight-selection': { suggested_key: keyFor('Q'), description: '__MSG_commandHighlight__' },
      'claim-selection': { suggested_key: keyFor('K'), description: '__MSG_commandClaim__' },
      'next-highlight': { suggested_key: keyFor('J'), description: '__MSG_commandNext__' },
      'previous-highlight': { description: '__MSG_commandPrevious__' },
      // Chrome takes four suggested keys and no more; there the reader gives this one a key.
      'open-panel': {
        ...(browser === 'firefox' ? { suggested_key: keyFor('Y') } : {}),
        description: '__MSG_commandPanel__',
      },
      'open-library': { description: '__MSG_commandLibrary__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'pressmark@pressmark.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: '128',
          // Without this any other extension may speak to us. Firefox knows no such key; there as here nobody listens.
          externally_connectable: { ids: [] },
        }),
  }),
  zip: {
    includeSources: [
      'entrypoints/**',
      'components/**',
      'lib/**',
      'public/**',
      'scripts/**',
      'LICENSE',
      '*.json',
      '*.ts',
    ],
  },
});
