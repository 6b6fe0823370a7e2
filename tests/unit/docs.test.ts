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

const FOLDERS = 'lib|components|entrypoints|tests|scripts|public|docs';

/** Paths from the project's root; none where a part is to be filled in, as in `lib/sites/<id>.ts`. */
function pathsIn(document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(document), target),
  );
  const named = [...text.matchAll(new RegExp(`\`((?:${FOLDERS})/[^\`\\s]*)\``, 'g'))];
  return [...links, ...named.map(([, one = '']) => one).filter((one) => !/[<*{]/.test(one))];
}

test.each(DOCUMENTS)('%s names files that exist', (document) => {
  const paths = pathsIn(document, readFileSync(document, 'utf8'));
  expect(paths.filter((one) => !existsSync(one))).toEqual([]);
});

test('comments name documents that exist', () => {
  const named = FOLDERS.split('|')
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        path.join(folder, name),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('docs.test.ts'))
    .flatMap((file) => readFileSync(file, 'utf8').match(/\bdocs\/[\w/-]+\.(?:md|json)/g) ?? []);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((one) => !existsSync(one))).toEqual([]);
});

test('paths are found in links and in code', () => {
  const text =
    'See [a](b.md#c), [d](../e.md), [f](https://g.h), `lib/i.ts`, `lib/<j>.ts` and `k()`.';
  expect(pathsIn('docs/l.md', text)).toEqual(['docs/b.md', 'e.md', 'lib/i.ts']);
});
