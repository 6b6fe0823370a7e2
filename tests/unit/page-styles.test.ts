// @vitest-environment node
/** An own page has to name the style sheets of the components on it: none comes by itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cruise } from '../helpers/import-graph';

const { modules } = cruise([
  ...['--no-config', '--ts-config', 'tsconfig.json', '--ts-pre-compilation-deps'],
  ...['--do-not-follow', '^(?:lib|node_modules)/'],
]);
const IMPORTS = new Map(
  modules.map(({ source, dependencies }) => [
    source,
    dependencies.filter(({ typeOnly }) => !typeOnly).map(({ resolved }) => resolved),
  ]),
);

/** The components and sheets that come with a page. */
function componentsOf(page: string): string[] {
  const reached = new Set([page]);
  for (const file of reached) for (const one of IMPORTS.get(file) ?? []) reached.add(one);
  return [...reached].filter((file) => file.startsWith('components/'));
}

/** These sheets and those that they import. */
function withImported(sheets: readonly string[]): Set<string> {
  const all = new Set(sheets);
  for (const sheet of all) {
    for (const [, wanted = ''] of readFileSync(sheet, 'utf8').matchAll(/^@import "([^"]+)"/gm)) {
      all.add(path.posix.join(path.posix.dirname(sheet), wanted));
    }
  }
  return all;
}

const OWN_PAGES = [...IMPORTS.keys()].filter((file) => /^entrypoints\/\w+\/main\.tsx$/.test(file));

test.each(OWN_PAGES)('%s has the sheet of each component that it shows', (page) => {
  const components = componentsOf(page);
  const sheets = withImported(components.filter((file) => file.endsWith('.css')));
  const wanted = components
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => file.replace(/\.tsx$/, '.css'))
    .filter((sheet) => existsSync(sheet));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((sheet) => !sheets.has(sheet))).toEqual([]);
});

/** Sheets that are on pages of others, each with those that come along with it. */
const ON_PAGES = [
  ...['control', 'control-icons', 'page', 'highlights', 'marks', 'extras', 'abstract'].map(
    (name) => [`components/triage-row/${name}.css`],
  ),
  ['components/page-notice/notice.css'],
  [...sheetsIn('components/page-panel'), 'components/design/tokens.css'],
];

function sheetsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .map((file) => path.posix.join(folder, file));
}

test.each(ON_PAGES)('%s takes no custom property that a site may have set', (...sheets) => {
  const css = sheets.map((sheet) => readFileSync(sheet, 'utf8')).join('\n');
  const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);
  const own = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name = '']) => name));
  const foreign = used.filter((name) => !name.startsWith('--winnow-') && !own.has(name));
  expect([...new Set(foreign)]).toEqual([]);
  const onOwnElement = sheets.length > 1; // below one that sets all of them
  expect(onOwnElement ? [] : used.filter((name) => !name.startsWith('--winnow-'))).toEqual([]);
});
