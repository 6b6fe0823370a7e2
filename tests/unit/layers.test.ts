// @vitest-environment node
/** The laws that `npm run lint` holds the imports to: each is broken once, in a made-up project. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { cruise, LAWS } from '../helpers/import-graph';

const layersOf = (folder: string) => readdirSync(folder).map((entry) => `${folder}/${entry}`);

/** A file of its own in each layer, importing what no layer may. */
const REBELS = [...layersOf('lib'), ...layersOf('lib/library')].map((layer): [string, string] => [
  /\.tsx?$/.test(layer) ? layer : `${layer}/rebel.ts`,
  `import type { A } from '@/${path.dirname(layer)}/unknown';`,
]);

const FILES: Record<string, string> = {
  ...Object.fromEntries(REBELS),
  'lib/unknown.ts': "import '@/lib/text/a';",
  'lib/library/unknown.ts': "import '@/lib/text/a';",
  // Every form of an import, from a low layer to a high one.
  'lib/util/forms.ts': [
    "import '@/lib/page/plain';",
    "import { a } from '../page/relative';",
    "import type { A } from '@/lib/page/type';",
    "import { type B } from '@/lib/page/inline-type';",
    "export type { C } from '@/lib/page/type-export';",
    "export * from '@/lib/page/export';",
    "const later = import('@/lib/page/later');",
    "type D = import('@/lib/page/import-type').D;",
    "let e: typeof import('@/lib/page/import-typeof');",
    "// import '@/lib/page/comment';",
    'const text = \'import "@/lib/page/text"\';',
  ].join('\n'),
  ...Object.fromEntries(
    [
      ...['plain', 'relative', 'type', 'inline-type', 'type-export', 'export', 'later'],
      ...['import-type', 'import-typeof', 'comment', 'text'],
    ].map((name) => [`lib/page/${name}.ts`, 'export {};']),
  ),
  'lib/page/upwards.ts': "import '@/components/design/button';",
  'lib/sites/page-kind.ts': "import '@/lib/util/json';",
  'lib/util/json.ts': 'export {};',
  'lib/text/a.ts': "import '@/lib/text/b';",
  'lib/text/b.ts': "import type { A } from '@/lib/text/a';",
  'lib/exchange/formats/one.ts': "import '@/lib/exchange/shared';",
  'lib/exchange/import/pasted/one.ts': "import '@/lib/exchange/import/shared';",
  'lib/exchange/shared.ts': 'export {};',
  'lib/exchange/import/shared.ts': 'export {};',
  'lib/library/store/database.ts': "import 'dexie';",
  'lib/library/commands/commands.ts': 'export {};',
  // Two folders import each other, no two files do; one leg is a type.
  'components/design/button.tsx': "import '@/components/popup/popup';",
  'components/popup/popup.tsx': "import '@/lib/text/a';",
  'components/popup/corner.tsx': "import type { Icon } from '@/components/design/icon';",
  'components/design/icon.tsx': 'export {};',
  'entrypoints/background.ts': "import '@/lib/library/commands/commands';",
  'entrypoints/popup/main.tsx': "import '@/components/popup/misled';",
  'components/popup/misled.tsx': [
    "import '@/entrypoints/background';",
    "import '@/tests/helpers/papers';",
    "import '@/lib/library/store/database';",
    "import 'dexie';",
    "import './not-there';",
  ].join('\n'),
  'entrypoints/page-ui.ts': "import '@/lib/page/far';",
  'lib/page/far.ts': "import type { Lists } from '@/lib/connections/lists';",
  'lib/connections/lists.ts': "import 'dexie-react-hooks';",
  'tests/helpers/papers.ts': 'export {};',
  'node_modules/dexie/package.json': '{ "name": "dexie", "main": "index.js" }',
  'node_modules/dexie/index.js': '',
  'node_modules/dexie-react-hooks/package.json': '{ "name": "dexie-react-hooks" }',
  'node_modules/dexie-react-hooks/index.js': '',
  'package.json': '{ "dependencies": { "dexie": "*", "dexie-react-hooks": "*" } }',
};

const result = cruiseFiles();

/** Before any test: on a busy machine it takes longer than a hook may. */
function cruiseFiles(): ICruiseResult {
  const folder = mkdtempSync(path.join(tmpdir(), 'winnow-layers-'));
  try {
    cpSync('tsconfig.json', path.join(folder, 'tsconfig.json'));
    for (const [file, source] of Object.entries(FILES)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), source);
    }
    return cruise(['--config', LAWS], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every law notices when it is broken', () => {
  const laws = result.summary.ruleSetUsed?.forbidden?.map(({ name }) => name) ?? [];
  const broken = new Set(result.summary.violations.map(({ rule }) => rule.name));
  expect(laws.length).toBeGreaterThan(30);
  expect(laws.filter((name) => !broken.has(name ?? ''))).toEqual([]);
});

test('imports are seen in every form', () => {
  const seen = result.summary.violations
    .filter(({ from, rule }) => from === 'lib/util/forms.ts' && rule.name.startsWith('lib/util'))
    .map(({ to }) => path.basename(to, '.ts'));
  expect(seen.sort()).toEqual([
    ...['export', 'import-type', 'import-typeof', 'inline-type', 'later', 'plain', 'relative'],
    ...['type', 'type-export'],
  ]);
});

test('the background may reach commands', () => {
  expect(
    result.summary.violations.filter(({ from }) => from === 'entrypoints/background.ts'),
  ).toEqual([]);
});
