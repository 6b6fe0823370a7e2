// @vitest-environment node
/** What documents and comments name is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const DOCUMENTS = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md')
    .map((name) => path.posix.join(folder, name)),
);

const FOLDERS = ['lib', 'components', 'entrypoints', 'tests', 'scripts', 'public', 'docs'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  ),
);

/** Links to other files, from the project's root. */
function linksIn(document: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(document), target),
  );
}

/** Files and folders named in code spans; not those with a part to be filled in, as in `<site id>.ts`. */
function namesIn(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, span = '']) => span.split(' '));
  const isFolder = new RegExp(`^(?:${FOLDERS.join('|')})/`);
  return spans.filter(
    (span) =>
      /^[\w./-]+$/.test(span) && (/\w\.(?:tsx?|mjs|css)$/.test(span) || isFolder.test(span)),
  );
}

/** By its path, or by the end of it. */
function isThere(name: string): boolean {
  return existsSync(name) || FILES.some((file) => file.endsWith(`/${name}`));
}

test.each(DOCUMENTS)('%s names files that exist', (document) => {
  const text = readFileSync(document, 'utf8');
  expect(linksIn(document, text).filter((one) => !existsSync(one))).toEqual([]);
  expect(namesIn(text).filter((one) => !isThere(one))).toEqual([]);
});

/** Links to sections, as the document's path from the project's root and the section's anchor. */
function sectionsIn(document: string, text: string): [string, string][] {
  return [...text.matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)].map(([, target = '', anchor = '']) => [
    target === '' ? document : path.posix.join(path.posix.dirname(document), target),
    anchor,
  ]);
}

/** What GitHub calls the headings of a document in links. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(DOCUMENTS)('%s links to sections that exist', (document) => {
  const links = sectionsIn(document, readFileSync(document, 'utf8'));
  const broken = links.filter(
    ([target, anchor]) => !anchorsOf(readFileSync(target, 'utf8')).includes(anchor),
  );
  expect(broken).toEqual([]);
});

test('comments name documents that exist', () => {
  const named = FILES.filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('docs.test.ts'),
  ).flatMap((file) => readFileSync(file, 'utf8').match(/\bdocs\/[\w/-]+\.(?:md|json)/g) ?? []);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((one) => !existsSync(one))).toEqual([]);
});

test('links and names are found', () => {
  const text =
    'See [a](b.md#c), [d](../e.md), [f](https://g.h), `lib/i/`, `<j>.ts`, `run k.ts` and `l()`.';
  expect(linksIn('docs/l.md', text)).toEqual(['docs/b.md', 'e.md']);
  expect(namesIn(text)).toEqual(['lib/i/', 'k.ts']);
  expect(sectionsIn('docs/l.md', `${text} [m](#n)`)).toEqual([
    ['docs/b.md', 'c'],
    ['docs/l.md', 'n'],
  ]);
  expect(anchorsOf('# A `b`\n\n## C: d')).toEqual(['a-b', 'c-d']);
});
