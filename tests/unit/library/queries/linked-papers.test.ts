// @vitest-environment node
import { expect, test } from 'vitest';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { createLinkedPaperQuery } from '@/lib/library/queries/linked-papers';
import type { PaperId } from '@/lib/paper';
import { linkedPaper } from '@/lib/sites/linked-paper';
import { openLibrary, saved } from '../../../helpers/library';
import { idOf, makePaper } from '../../../helpers/papers';

const STAR = { kind: 'star', value: true } as const;
const TOLD = makePaper({ title: 'As arXiv says', abstract: 'We show.', authors: ['Ada Čapek'] });

async function open() {
  const library = await openLibrary();
  const { save } = createAbstractCache(library.db, () => library.clock.now);
  return { library, save, query: createLinkedPaperQuery(library.db) };
}

test('nothing is known of papers that nobody saved or asked about', async () => {
  const { query } = await open();
  const ids: PaperId[] = [idOf(1), 'doi:10.1000/182'];
  const nothing = { meta: null, isSaved: false, isUnknown: false };
  expect([...(await query(ids))]).toEqual(ids.map((id) => [id, { id, ...nothing }]));
});

test('what arXiv said before is known, also of papers that are not saved', async () => {
  const { query, save } = await open();
  await save([TOLD], [idOf(2)]);
  const found = await query([idOf(1), idOf(2)]);
  expect(found.get(idOf(1))).toMatchObject({
    meta: { title: 'As arXiv says', abstract: 'We show.', authors: ['Ada Čapek'] },
    isSaved: false,
  });
  expect(found.get(idOf(2))).toEqual({ id: idOf(2), meta: null, isSaved: false, isUnknown: true });
});

test('the library goes before arXiv, which fills in a missing abstract', async () => {
  const { library, query, save } = await open();
  await save([TOLD], []);
  const shown = makePaper({ title: 'As a page says', authors: ['A. Čapek'] });
  saved(await library.run(STAR, shown));
  const { meta, isSaved } = (await query([idOf(1)])).get(idOf(1)) ?? {};
  expect(isSaved).toBe(true);
  expect(meta).toMatchObject({ title: 'As a page says', abstract: 'We show.' });
});

test('arXiv goes before what only the text of a link said', async () => {
  const { library, query, save } = await open();
  await save([TOLD], []);
  saved(await library.run(STAR, linkedPaper(idOf(1), 'A Few Words')));
  expect((await query([idOf(1)])).get(idOf(1))).toMatchObject({
    meta: { title: 'As arXiv says' },
    isSaved: true,
  });
});

test('a DOI is the paper that was published under it, also after a merge', async () => {
  const { library, query } = await open();
  saved(await library.run(STAR, makePaper({ doi: '10.1000/182', title: 'Published' })));
  const doi: PaperId = 'doi:10.1000/182';
  expect((await query([doi])).get(doi)).toMatchObject({
    id: idOf(1),
    meta: { title: 'Published' },
    isSaved: true,
  });
});
