// @vitest-environment node
/** What people see of searches beyond which papers match: order, and words mistyped. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Paper, PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { READING_LIST } from '@/lib/protocol/list-query';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { answer, idsOf, indexTexts } from '../../../helpers/lists';
import { idOf, makePaper } from '../../../helpers/papers';

const STAR: Change = { kind: 'star', value: true };
const [A, B] = [idOf(1), idOf(2)] as const;

let library: TestLibrary;

beforeEach(async () => {
  library = await openLibrary();
});

async function decide(paper: Partial<Paper> & { id: PaperId }, ...changes: Change[]) {
  for (const change of changes) saved(await library.run(change, makePaper(paper)));
}

async function search(text: string) {
  const found = await answer(library.db, { search: text, sort: 'relevance' });
  return { ids: await idsOf(library.db, found), corrected: found.corrected };
}

describe('relevance', () => {
  test('a title counts for more than an abstract', async () => {
    await decide({ id: A, title: 'Sparse kernels' }, STAR);
    await decide({ id: B, title: 'Other', abstract: 'Sparse kernels are few.' }, STAR);
    await indexTexts(library.db);
    expect((await search('sparse')).ids).toEqual([A, B]);
  });

  test('a whole word counts for more than the beginning of one', async () => {
    await decide({ id: A, title: 'Graph kernels' }, STAR);
    await decide({ id: B, title: 'Graphs kernels' }, STAR);
    await indexTexts(library.db);
    expect((await search('graph')).ids).toEqual([A, B]);
  });

  test('a word that few papers have counts for more than one that many have', async () => {
    for (let n = 10; n < 30; n += 1) await decide({ id: idOf(n), title: 'Common words' }, STAR);
    await decide({ id: A, title: 'Common and rare' }, STAR);
    await decide({ id: B, title: 'Common and common' }, STAR);
    await indexTexts(library.db);
    expect((await search('common OR rare')).ids[0]).toBe(A);
  });
});

describe.each([
  ['searched directly', false],
  ['indexed', true],
])('mistyped words, texts %s', (_, isIndexed) => {
  beforeEach(async () => {
    await decide({ id: A, title: 'Sparse attention', authors: ['Ada Čapek'] }, STAR);
    await decide({ id: B, title: 'Diffusion of graphs' }, STAR);
    if (isIndexed) await indexTexts(library.db);
  });

  test.each([
    ['atention', 'attention', 'a letter missing'],
    ['attenntion', 'attention', 'one too many'],
    ['attemtion', 'attention', 'a wrong one'],
    ['attnetion', 'attention', 'two swapped'],
    ['diffuzions', 'diffusion', 'two mistakes in a long word'],
    ['spasr', 'sparse', 'not yet typed to its end'],
  ])('%s is taken for %s: %s', async (typed, meant) => {
    const { ids, corrected } = await search(typed);
    expect(corrected).toBe(`"${meant}"`);
    expect(ids).toEqual([meant === 'diffusion' ? B : A]);
  });

  test.each([
    ['xyz', 'nothing is near'],
    ['spa', 'something is found'],
    ['ada sparse', 'all is found'],
    ['grx', 'it is too short'],
    ['"atention"', 'it is asked for exactly'],
    ['/atention/', 'it is a pattern'],
    ['-sparse -diffusion', 'it is not looked for'],
  ])('%s is left as it is: %s', async (typed) => {
    expect((await search(typed)).corrected).toBeNull();
  });

  test('only the word that no paper has is corrected', async () => {
    expect(await search('ada atention')).toEqual({ ids: [A], corrected: 'ada "attention"' });
    expect(await search('author:capec')).toEqual({ ids: [A], corrected: 'author:"capek"' });
  });
});

test('of a long list the first papers come at once; of a search none', async () => {
  for (let n = 0; n < 60; n += 1) await decide({ id: idOf(n) }, STAR);
  const first = await library.queries.firstPage(READING_LIST);
  expect(first?.papers).toHaveLength(50);
  expect(first?.papers[0]?.id).toBe(idOf(59));
  expect(first?.answer.isPartial).toBe(true);
  expect(await library.queries.firstPage({ ...READING_LIST, search: 'x' })).toBeNull();
});
