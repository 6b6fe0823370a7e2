/**
 * The laws of docs/architecture.md, held against every import, type-only ones included.
 * tests/unit/layers.test.ts breaks each of them once.
 */

/** Each entry of lib/ imports only those before it. */
const LIB = [
  'paper.ts',
  'util',
  'i18n.ts',
  'text',
  'protocol',
  'settings',
  'sites',
  'filter',
  'rules',
  'highlight',
  'triage',
  'page',
  'library',
  'exchange',
  'backup',
  'connections',
  'arxiv',
  'zotero',
  'background',
];

const LIBRARY = [
  'store',
  'write',
  'identity',
  'observations',
  'undo',
  'commands',
  'texts',
  'queries',
  'lists',
];

/** Matches what is in any of these entries of a folder, be they folders or files. */
const within = (folder, entries) =>
  `^${folder}/(?:${entries.join('|').replaceAll('.', '\\.')})(?:/|$)`;

/** One rule for each entry of a folder: it imports of that folder only itself and those before it. */
const layers = (folder, entries) => [
  {
    name: `${folder}: only known layers`,
    comment: 'A new entry of this folder has to be given its place in the order.',
    from: { path: `^${folder}/`, pathNot: within(folder, entries) },
    to: {},
  },
  ...entries.map((entry, index) => ({
    name: `${folder}/${entry}: imports only layers below it`,
    from: { path: within(folder, [entry]) },
    to: { path: `^${folder}/`, pathNot: within(folder, entries.slice(0, index + 1)) },
  })),
];

const LAWS = [
  ...layers('lib', LIB),
  ...layers('lib/library', LIBRARY),
  {
    name: 'no cycle of files',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no cycle of folders',
    scope: 'folder',
    from: {},
    to: { circular: true },
  },
  {
    name: 'folders in lib/* import no files around them',
    from: { path: '^(lib/[^/]+)/[^/]+/' },
    to: { path: '^$1/[^/]+$' },
  },
  {
    name: 'folders in lib/*/* import no files around them',
    from: { path: '^(lib/[^/]+/[^/]+)/[^/]+/' },
    to: { path: '^$1/[^/]+$' },
  },
  {
    name: 'lib imports only itself',
    from: { path: '^lib/' },
    to: { path: '^(?:components|entrypoints)/' },
  },
  {
    name: 'components never import entrypoints',
    from: { path: '^components/' },
    to: { path: '^entrypoints/' },
  },
  {
    name: 'the product imports no tests or scripts',
    from: {},
    to: { path: '^(?:tests|scripts)/' },
  },
  {
    name: 'lib/paper.ts imports nothing',
    from: { path: '^lib/paper\\.ts$' },
    to: {},
  },
  {
    name: 'lib/sites imports lib/paper.ts and lib/text alone',
    from: { path: '^lib/sites/' },
    to: { pathNot: '^lib/(?:sites/|text/|paper\\.ts$)' },
  },
  {
    name: 'only lib/library and lib/backup use Dexie',
    from: { pathNot: '^lib/(?:library|backup)/' },
    to: { path: '^node_modules/dexie/' },
  },
  {
    name: 'only lib/connections and lib/backup open the database',
    from: { pathNot: '^lib/(?:library|connections|backup)/' },
    to: { path: '^lib/library/store/database\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only components listen to queries',
    from: { pathNot: '^components/' },
    to: { path: '^node_modules/dexie-react-hooks/' },
  },
  {
    name: 'scripts on pages never reach the library',
    comment: 'A database opened there would be the one of the page.',
    from: {
      path: '^entrypoints/(?:papers\\.content/index|early\\.content/index|page-ui|regex-engine)\\.ts$',
    },
    to: { path: '^lib/(?:library|connections)/|^node_modules/dexie', reachable: true },
  },
  {
    name: 'only the background reaches commands',
    from: { path: '^entrypoints/', pathNot: '^entrypoints/background\\.ts$' },
    to: { path: '^lib/library/commands/', reachable: true },
  },
  {
    name: 'every import is found',
    comment: 'What is not found escapes every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: LAWS.map((law) => ({ severity: 'error', ...law })),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // type-only imports are imports
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
