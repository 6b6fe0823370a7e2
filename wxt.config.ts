import { defineConfig } from 'wxt';
import { manifestCommands } from './lib/protocol/browser-commands';
import { zoteroPattern } from './lib/protocol/zotero-origin';
import { HOST_PATTERNS } from './lib/sites/host-patterns';

/** KaTeX names each font in three formats; all browsers that we ask for read the smallest. */
const woff2Only = {
  name: 'winnow:woff2-only',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/katex[^/]*\.css$/.test(id)) return null;
    return code.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("[^"]+"\)/g, '');
  },
};

/**
 * What each of our pages needs at once, in one chunk: libraries and the lowest layers. Left to itself the
 * bundler makes some twenty small ones of it, which are larger together and open later.
 */
const base = {
  name: 'base',
  test: /\/lib\/(?:protocol|settings|util|paper|i18n|triage)|node_modules\/(?:valibot|zustand|wxt|react|react-dom|scheduler|dexie|dexie-react-hooks)\//,
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false, // every name shows where it comes from
  manifestVersion: 3, // also for Firefox, so that the two builds behave alike
  hooks: {
    'vite:build:extendConfig'(entrypoints, { build }) {
      const arePages = entrypoints.some(({ inputPath }) => inputPath.endsWith('.html'));
      if (!arePages || !build?.rolldownOptions) return;
      const { output } = build.rolldownOptions;
      build.rolldownOptions.output = { ...output, codeSplitting: { groups: [base] } };
    },
  },
  vite: () => ({
    plugins: [woff2Only],
    // What we ask of browsers anyway; older ones would have light-dark() rewritten, which fails in shadow roots.
    build: { target: ['chrome124', 'firefox140'], cssTarget: ['chrome124', 'firefox140'] },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage', // the library is never evicted to free disk space
      'alarms', // empties the trash of what has been in it for 30 days, and makes the day's backup
      'contextMenus', // "Highlight with Winnow" on selected text
      'activeTab', // after a click on the icon: which papers the open page links to
      'scripting', // brings the tag dialog and the panel to a listing when they are first needed
    ],
    host_permissions: Object.values(HOST_PATTERNS),
    // Asked for when the user first sends something there.
    optional_host_permissions: [zoteroPattern(browser === 'firefox')],
    action: {
      default_title: 'Winnow',
      ...(browser === 'firefox' && { default_area: 'navbar' }), // else its number hides in a menu
    },
    // In private windows Firefox keeps the library from our own pages.
    ...(browser === 'firefox' && { incognito: 'not_allowed' }),
    omnibox: { keyword: 'w' },
    commands: manifestCommands(browser === 'firefox'),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'winnow@winnow.example',
              strict_min_version: '140.0', // CSS Custom Highlight API
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '124' }), // light-dark(), tabs.lastAccessed
  }),
});
