// @vitest-environment node
/** Who may import whom: the rules of the architecture, held against the import statements. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path of the file from the project's root, or the name of a package. */
  readonly target: string;
  /** Gone when the code runs. */
  readonly isTypeOnly: boolean;
}

const FROM = `['"]([^'"]+)['"]`;
const STATEMENTS = [
  new RegExp(String.raw`^import\s+(type\s+)?(?:[^'";]*?\sfrom\s*)?${FROM}`, 'gm'),
  new RegExp(
    String.raw`^export\s+(type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*${FROM}`,
    'gm',
  ),
  new RegExp(String.raw`(typeof\s+)?\bimport\(\s*${FROM}`, 'g'),
];

/** An import of nothing but inline `type`s still runs the module (`verbatimModuleSyntax`). */
function importsIn(source: string, file: string): Import[] {
  return STATEMENTS.flatMap((statement) =>
    [...source.matchAll(statement)].map(([, type, specifier = '']) => ({
      specifier,
      target: resolve(specifier, file),
      isTypeOnly: type !== undefined,
    })),
  );
}

function resolve(specifier: string, file: string): string {
  const [bare = ''] = specifier.split('?');
  const isLocal = bare.startsWith('@/') || bare.startsWith('.');
  if (!isLocal) return bare;
  const wanted = bare.startsWith('@/') ? bare.slice(2) : path.join(path.dirname(file), bare);
  const candidates = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => wanted + end);
  const found = candidates.find((one) => existsSync(one) && statSync(one).isFile());
  if (!found) throw new Error(`${file} imports ${specifier}, which is not there.`);
  return found.split(path.sep).join('/');
}

const FILES = listFiles(['lib', 'components', 'entrypoints']);
const IMPORTS = new Map(FILES.map((file) => [file, importsIn(readFileSync(file, 'utf8'), file)]));

function listFiles(folders: readonly string[]): string[] {
  const all = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  return all.map((file) => file.split(path.sep).join('/')).filter((file) => /\.tsx?$/.test(file));
}

const isIn = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

/** "file imports target" for every import that may not be. */
function forbidden(
  isImporter: (file: string) => boolean,
  isForbidden: (target: string, isTypeOnly: boolean) => boolean,
): string[] {
  return [...IMPORTS]
    .filter(([file]) => isImporter(file))
    .flatMap(([file, imports]) =>
      imports
        .filter(({ target, isTypeOnly }) => isForbidden(target, isTypeOnly))
        .map(({ specifier }) => `${file} imports ${specifier}`),
    );
}

/** The files that run when this one does, each with how it is reached. */
function reachedFrom(start: string): Map<string, readonly string[]> {
  const chains = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [file, chain] of chains) {
    for (const { target, isTypeOnly } of IMPORTS.get(file) ?? []) {
      if (!isTypeOnly && !chains.has(target)) chains.set(target, [...chain, target]);
    }
  }
  return chains;
}

describe('the words of the project', () => {
  test('lib/paper.ts imports nothing', () => {
    expect(
      forbidden(
        (file) => file === 'lib/paper.ts',
        () => true,
      ),
    ).toEqual([]);
  });

  test('lib/sites/ imports lib/paper and itself alone', () => {
    const isAllowed = (target: string) => target === 'lib/paper.ts' || isIn('lib/sites')(target);
    expect(forbidden(isIn('lib/sites'), (target) => !isAllowed(target))).toEqual([]);
  });
});

describe('layers', () => {
  test('lib/ imports neither components/ nor entrypoints/', () => {
    const isAbove = (target: string) => isIn('components')(target) || isIn('entrypoints')(target);
    expect(forbidden(isIn('lib'), isAbove)).toEqual([]);
  });

  test('components/ never import entrypoints/', () => {
    expect(forbidden(isIn('components'), isIn('entrypoints'))).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    const cycles = FILES.flatMap((file) => {
      const loops = (IMPORTS.get(file) ?? []).filter(({ isTypeOnly }) => !isTypeOnly);
      return loops.flatMap(({ target }) => {
        const back = reachedFrom(target).get(file);
        return back ? [[file, ...back].join(' → ')] : [];
      });
    });
    expect(cycles).toEqual([]);
  });
});

describe('the library', () => {
  const isLibrary = isIn('lib/library');
  const isBackground = (file: string) =>
    file === 'entrypoints/background.ts' || isIn('lib/background')(file);

  test('only lib/library/ uses dexie; components may listen to its queries', () => {
    const isDexie = (target: string) => /^dexie(?:\/|$)/.test(target);
    expect(forbidden((file) => !isLibrary(file), isDexie)).toEqual([]);
    const isHooks = (target: string) => target === 'dexie-react-hooks';
    expect(forbidden((file) => !isIn('components')(file), isHooks)).toEqual([]);
  });

  test.each(['lib/library/commands/commands.ts', 'lib/library/store/database.ts'])(
    'only the background imports %s, others its types',
    (protectedFile) => {
      const isOutside = (file: string) => !isLibrary(file) && !isBackground(file);
      expect(
        forbidden(isOutside, (target, isTypeOnly) => target === protectedFile && !isTypeOnly),
      ).toEqual([]);
    },
  );

  test('papers are written in one place, which keeps the indexes true', () => {
    const writing = /\bpapers\s*\.\s*(?:bulk)?(?:put|add|delete|update|upsert|modify|clear)\b/i;
    const writers = FILES.filter((file) => writing.test(readFileSync(file, 'utf8')));
    expect(writers.sort()).toEqual([
      'lib/library/catalogue/write.ts',
      'lib/library/store/migrations.ts',
    ]);
  });

  const onPages = FILES.filter(
    (file) => isIn('entrypoints/papers.content')(file) || file === 'entrypoints/page-ui.ts',
  );

  test.each(onPages)('%s never reaches it: its database would be the page’s own', (file) => {
    const chains = [...reachedFrom(file)].filter(
      ([target]) => isLibrary(target) || target.startsWith('dexie'),
    );
    expect(chains.map(([, chain]) => chain.join(' → '))).toEqual([]);
  });

  test('there are scripts for pages', () => {
    expect(onPages).toContain('entrypoints/page-ui.ts');
    expect(onPages.length).toBeGreaterThan(1);
  });
});

describe('looks', () => {
  const OWN_PAGES = FILES.filter((file) => /^entrypoints\/\w+\/main\.tsx$/.test(file));

  /** The sheets that a page has, with those that they import. */
  function sheetsOf(reached: Iterable<string>): Set<string> {
    const sheets = new Set(
      [...reached].filter((file) => isIn('components')(file) && file.endsWith('.css')),
    );
    for (const sheet of sheets) {
      for (const [, wanted = ''] of readFileSync(sheet, 'utf8').matchAll(/^@import "([^"]+)"/gm)) {
        sheets.add(path.posix.join(path.posix.dirname(sheet), wanted));
      }
    }
    return sheets;
  }

  test.each(OWN_PAGES)('%s has the sheet of each component that it shows', (page) => {
    const reached = [...reachedFrom(page).keys()];
    const sheets = sheetsOf(reached);
    const wanted = reached
      .filter((file) => isIn('components')(file) && file.endsWith('.tsx'))
      .map((file) => file.replace(/\.tsx$/, '.css'))
      .filter((sheet) => existsSync(sheet));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((sheet) => !sheets.has(sheet))).toEqual([]);
  });
});

test('imports are found in every form', () => {
  const source = [
    "import '@/lib/paper';",
    "import * as paper from '@/lib/paper';",
    "import { type A, b } from './paper';",
    "import type { A } from './paper';",
    'import {\n  type A,\n  type B,\n} from "./paper";',
    "export { a } from './paper';",
    "export type { A } from './paper';",
    "export * from './paper';",
    "  const later = await import('./paper');",
    "declare const c: typeof import('./paper');",
    "export const text = 'from';",
    "// import './nothing';",
    "import css from '../components/triage-row/page.css?inline';",
    "import Dexie, { type Table } from 'dexie';",
  ].join('\n');
  const found = importsIn(source, 'lib/x.ts');
  const paper = found.filter(({ target }) => target === 'lib/paper.ts');
  expect(paper.map(({ isTypeOnly }) => isTypeOnly).sort()).toEqual([
    ...[false, false, false, false, false, false, false, true, true, true],
  ]);
  expect(found.filter((one) => !paper.includes(one)).map(({ target }) => target)).toEqual([
    'components/triage-row/page.css',
    'dexie',
  ]);
  expect(() => importsIn("import './nothing';", 'lib/x.ts')).toThrow('lib/x.ts imports ./nothing');
});
