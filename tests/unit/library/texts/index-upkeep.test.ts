// @vitest-environment node
/** Catalogue and index of texts stay true whatever is done to the library, and in whatever order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LibraryDatabase } from '@/lib/library/store/database';
import { tick } from '@/lib/library/store/device-clock';
import { createIndexer } from '@/lib/library/texts/indexer';
import { deletePapers, paperTables } from '@/lib/library/write/write-papers';
import type { Change } from '@/lib/protocol/change';
import { type ListQuery, READING_LIST } from '@/lib/protocol/list-query';
import type { OperationId } from '@/lib/protocol/operation-id';
import { openLibrary, saved } from '../../../helpers/library';
import { answer, idsOf, indexTexts } from '../../../helpers/lists';
import { anyChange, anyMetadata, idOf, makePaper } from '../../../helpers/papers';
import { answerPlainly } from '../../../helpers/plain-list';

const STAR: Change = { kind: 'star', value: true };

const QUERIES: readonly ListQuery[] = [
  READING_LIST,
  { ...READING_LIST, shelf: 'trash', sort: 'upvotes' },
  { ...READING_LIST, shelf: 'dismissed', starred: true },
  ...['sparse', '-attent', 'author:ada', 'see', '"sparse attention"', 'tag:to', 'f'].map(
    (search) => ({ ...READING_LIST, search }),
  ),
];

async function expectTruth(db: LibraryDatabase) {
  const records = await db.papers.toArray();
  for (const query of QUERIES) {
    const found = await answer(db, query);
    if (found.corrected === null) expect(found).toEqual(answerPlainly(records, query));
    else expect(answerPlainly(records, query).nums).toHaveLength(0);
  }
}

async function deleteForGood(db: LibraryDatabase, n: number) {
  await db.transaction('rw', [...paperTables(db)], async () => {
    const record = await db.papers.get(idOf(n));
    if (record) await deletePapers(db, [record], await tick(db, Date.now()));
  });
}

const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ n: fc.nat({ max: 5 }), change: anyChange, meta: anyMetadata }),
  },
  { weight: 2, arbitrary: fc.constant('undo' as const) },
  { weight: 2, arbitrary: fc.constant('index' as const) },
  { weight: 1, arbitrary: fc.record({ gone: fc.nat({ max: 5 }) }) },
);

test('commands, undo, deletion and indexing in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 15 }), async (steps) => {
      const library = await openLibrary();
      const done: OperationId[] = [];
      for (const step of steps) {
        if (step === 'index') await indexTexts(library.db, 2);
        else if (step === 'undo') {
          const last = done.pop();
          if (last) saved(await library.undo(last));
        } else if ('gone' in step) await deleteForGood(library.db, step.gone);
        else {
          const paper = makePaper({ ...step.meta, source: 'arxiv', id: idOf(step.n) });
          done.push(saved(await library.run(step.change, paper)).op);
        }
      }
      await expectTruth(library.db);
      await library.remove();
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('many segments are merged, and say the same', async () => {
  const library = await openLibrary();
  const titles = ['Sparse attention', 'attention for 図', 'For the sparse', 'Other'];
  const papers = Array.from({ length: 40 }, (_, n) =>
    makePaper({ id: idOf(n), title: titles[n % titles.length] as string, authors: [`Ada ${n}`] }),
  );
  for (const paper of papers) {
    saved(await library.run(STAR, paper));
    await indexTexts(library.db);
  }
  saved(await library.run({ kind: 'note', value: 'see sparse' }, papers[3] as never));
  await indexTexts(library.db);
  expect(await library.db.segments.count()).toBeLessThan(9);
  const alive = (await library.db.segments.toArray()).map(({ id }) => id);
  const used = new Set((await library.db.postings.toArray()).map(({ segment }) => segment));
  expect([...used].sort()).toEqual(alive.sort());
  await expectTruth(library.db);
});

test('what a merge left behind that was broken off does no harm', async () => {
  const library = await openLibrary();
  saved(await library.run(STAR, makePaper({ title: 'Sparse attention' })));
  await indexTexts(library.db);
  const [block] = await library.db.postings.toArray();
  if (!block) throw new Error('nothing was indexed');
  await library.db.postings.put({ ...block, segment: block.segment + 1, term: 'sparse' });
  saved(await library.run(STAR, makePaper({ id: idOf(2), title: 'Dense' })));
  await indexTexts(library.db);
  await expectTruth(library.db);
});

test('a text written while it is indexed is indexed again', async () => {
  const library = await openLibrary();
  saved(await library.run(STAR, makePaper({ title: 'Sparse' })));
  let isWritten = false;
  const { runStep } = createIndexer(library.db, {
    minBatch: 1,
    pause: async () => {
      if (isWritten) return;
      isWritten = true;
      saved(await library.run({ kind: 'note', value: 'see this' }, makePaper({ title: 'Sparse' })));
    },
  });
  while (await runStep());
  expect(isWritten).toBe(true);
  await expectTruth(library.db);
});

test('indexes that are missing, or of another form, are made again', async () => {
  const library = await openLibrary();
  for (let n = 0; n < 5; n += 1) {
    saved(await library.run(STAR, makePaper({ id: idOf(n), title: `Sparse ${n}` })));
  }
  await indexTexts(library.db);
  await library.db.state.delete('indexes');
  await library.db.catalogue.clear();
  await library.db.titles.clear();
  library.db.close();
  await library.db.open();
  await expectTruth(library.db);
  const byTitle = await answer(library.db, { sort: 'title' });
  expect(await idsOf(library.db, byTitle)).toEqual([0, 1, 2, 3, 4].map(idOf));
});
