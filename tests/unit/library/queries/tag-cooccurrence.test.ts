// @vitest-environment node
import { expect, test } from 'vitest';
import { openLibrary, saved } from '../../../helpers/library';
import { makePaper } from '../../../helpers/papers';

async function tagged(...papers: readonly (readonly string[])[]) {
  const library = await openLibrary();
  for (const [n, tags] of papers.entries()) {
    const paper = makePaper({ id: `arxiv:2611.0000${n}` });
    for (const tag of tags) saved(await library.run({ kind: 'tag', tag, value: true }, paper));
  }
  return library;
}

test('tags that came with those of the paper are suggested first, then the most used', async () => {
  const { queries } = await tagged(
    ['graphs', 'molecules'],
    ['graphs', 'molecules'],
    ['graphs', 'proteins'],
    ['vision'],
    ['vision'],
    ['vision'],
    ['vision'],
  );
  expect(await queries.rankTags([])).toEqual(['vision', 'graphs', 'molecules', 'proteins']);
  expect(await queries.rankTags(['graphs'])).toEqual(['molecules', 'proteins', 'vision', 'graphs']);
  expect(await queries.rankTags(['not there'])).toEqual(await queries.rankTags([]));
});

test('papers in the trash do not count', async () => {
  const library = await tagged(['a', 'b'], ['c'], ['c']);
  saved(await library.run({ kind: 'remove' }, makePaper({ id: 'arxiv:2611.00000' })));
  expect(await library.queries.rankTags(['a'])).toEqual(['c']);
});
