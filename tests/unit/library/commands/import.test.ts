// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_METADATA, type Metadata, TRIAGE_FIELDS, UNDECIDED } from '@/lib/paper';
import type { Imported } from '@/lib/protocol/imported';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { anyMetadata, DECIDED, decidedIn, idOf, makePaper } from '../../../helpers/papers';

interface Told {
  readonly id?: Imported['id'];
  readonly meta?: Partial<Metadata>;
  readonly triage?: Partial<Imported['triage']>;
}

function imported({ id = idOf(1), meta, triage }: Told): Imported {
  return {
    id,
    meta: { ...EMPTY_METADATA, title: 'An imported paper', source: 'elsewhere', ...meta },
    triage: { ...UNDECIDED, tags: [], added: null, ...triage },
  };
}

const SIZE = LIMITS.papersPerPart;

async function bring(
  library: TestLibrary,
  papers: readonly Imported[],
  op: OperationId = crypto.randomUUID(),
) {
  const parts = Math.ceil(papers.length / SIZE);
  for (let part = 0; part < parts; part += 1) {
    const some = papers.slice(part * SIZE, (part + 1) * SIZE);
    expect(await library.commands.saveImportPart({ op, part, papers: some })).toEqual({ ok: true });
  }
  library.clock.now += 1;
  return library.commands.manage({ op, task: { kind: 'importPapers', parts } });
}

const paperOf = (library: TestLibrary, n = 1) => library.db.papers.get(idOf(n));

describe('a new paper', () => {
  test('has all that was told, and is on the list since then', async () => {
    const library = await openLibrary();
    const added = Date.UTC(2024, 0, 5);
    const triage = {
      starred: true,
      tags: ['moss'],
      note: 'see §3',
      status: 'read',
      added,
    } as const;
    const told = imported({
      meta: { abstract: 'It says.', date: '2023', doi: '10.1/x' },
      triage: { ...triage, tags: ['moss'] },
    });
    const answer = saved(await bring(library, [told]));
    expect(answer.text).toBe('Imported 1 paper');
    const { added: _, ...state } = told.triage;
    expect(await paperOf(library)).toMatchObject({
      meta: told.meta,
      triage: state,
      added,
      shelf: 'list',
    });
    expect(answer.states[idOf(1)]).toEqual(state);
  });

  test.each(TRIAGE_FIELDS)('has its %s', async (field) => {
    const library = await openLibrary();
    const told = imported({ triage: { ...decidedIn(field), tags: [...decidedIn(field).tags] } });
    saved(await bring(library, [told]));
    expect((await paperOf(library))?.triage[field]).toEqual(DECIDED[field]);
  });

  test('that nothing is decided about is starred: it would be nowhere', async () => {
    const library = await openLibrary();
    await bring(library, [imported({})]);
    expect(await paperOf(library)).toMatchObject({ triage: { starred: true }, shelf: 'list' });
  });

  test('of the future came onto the list now', async () => {
    const library = await openLibrary();
    await bring(library, [imported({ triage: { added: library.clock.now * 2 } })]);
    expect((await paperOf(library))?.added).toBe(library.clock.now);
  });
});

describe('a paper that is there', () => {
  test('keeps what the user wrote; tags and another note are added, gaps are filled', async () => {
    const library = await openLibrary();
    const paper = makePaper({ title: 'As arXiv has it', abstract: null, upvotes: 3 });
    await library.run({ kind: 'tag', tag: 'own', value: true }, paper);
    await library.run({ kind: 'note', value: 'mine' }, paper);
    await library.run({ kind: 'status', value: 'reading' }, paper);
    const before = await paperOf(library);
    library.clock.now += 1_000;
    await bring(library, [
      imported({
        meta: { title: 'As {arXiv} has it', abstract: 'From a file.', upvotes: 9 },
        triage: {
          tags: ['moss', 'own'],
          note: 'theirs',
          status: 'read',
          dismissed: true,
          added: 5,
        },
      }),
    ]);
    expect(await paperOf(library)).toMatchObject({
      meta: { title: 'As arXiv has it', abstract: 'From a file.', upvotes: 3, source: 'arxiv' },
      triage: {
        ...{ starred: false, status: 'reading', dismissed: false },
        ...{ tags: ['moss', 'own'], note: 'mine\n\ntheirs' },
      },
      added: before?.added,
    });
  });

  test('gets no abstract beside another title, which may be of another version', async () => {
    const library = await openLibrary();
    await library.run({ kind: 'star', value: true }, makePaper({ title: 'As arXiv has it' }));
    await bring(library, [
      imported({ meta: { title: 'Another', abstract: 'From a file.', comments: '3 pages' } }),
    ]);
    expect((await paperOf(library))?.meta).toMatchObject({
      ...{ title: 'As arXiv has it', abstract: null, comments: '3 pages' },
    });
  });

  test('imported again, nothing is said twice', async () => {
    const library = await openLibrary();
    const told = imported({ triage: { tags: ['a'], note: 'theirs' } });
    await bring(library, [told]);
    const once = await paperOf(library);
    await bring(library, [told]);
    expect((await paperOf(library))?.triage).toEqual(once?.triage);
  });

  test('comes back from the trash', async () => {
    const library = await openLibrary();
    await library.run({ kind: 'star', value: true }, makePaper());
    await library.run({ kind: 'remove' }, makePaper());
    await bring(library, [imported({})]);
    expect(await paperOf(library)).toMatchObject({ deleted: false, shelf: 'list' });
  });

  test('stays dismissed', async () => {
    const library = await openLibrary();
    await library.run({ kind: 'dismiss', value: true }, makePaper());
    await bring(library, [imported({ triage: { tags: ['a'] } })]);
    expect(await paperOf(library)).toMatchObject({ triage: { tags: ['a'] }, shelf: 'dismissed' });
  });

  test('is found by its title, and by its DOI', async () => {
    const library = await openLibrary();
    const titled = makePaper({ title: 'Lattice Möbius: Attention in $O(n)$' });
    const published = makePaper({ id: idOf(2), title: 'Something Else Altogether', doi: '10.1/x' });
    await library.run({ kind: 'star', value: true }, titled, published);
    await bring(library, [
      imported({
        id: 'title:x',
        meta: { title: 'lattice mobius attention in O(n)' },
        triage: { tags: ['a'] },
      }),
      imported({
        id: 'doi:10.1/x',
        meta: { title: 'The Published Title' },
        triage: { tags: ['b'] },
      }),
    ]);
    expect((await paperOf(library))?.triage.tags).toEqual(['a']);
    expect((await paperOf(library, 2))?.triage.tags).toEqual(['b']);
    expect(await library.db.papers.count()).toBe(2);
  });

  test('is not found by a title of another paper on arXiv, nor by one that many have', async () => {
    const library = await openLibrary();
    const one = makePaper({ title: 'Attention is all we need' });
    await library.run(
      { kind: 'star', value: true },
      one,
      makePaper({ id: idOf(2), title: 'Moss' }),
    );
    await bring(library, [
      imported({ id: idOf(3), meta: { title: one.title } }),
      imported({ id: 'title:moss', meta: { title: 'Moss' } }),
    ]);
    expect(await library.db.papers.count()).toBe(4);
  });

  test('is the one that it was merged into', async () => {
    const library = await openLibrary();
    await library.run({ kind: 'star', value: true }, makePaper(), makePaper({ id: idOf(2) }));
    const task = { kind: 'mergePapers', merges: [{ into: idOf(2), from: [idOf(1)] }] };
    saved(await library.commands.manage({ op: crypto.randomUUID(), task }));
    await bring(library, [imported({ triage: { tags: ['a'] } })]);
    expect((await paperOf(library, 2))?.triage.tags).toEqual(['a']);
  });
});

const anyImported = fc
  .record({
    n: fc.integer({ min: 1, max: 6 }),
    meta: anyMetadata,
    tags: fc.uniqueArray(fc.constantFrom('a', 'to read', '__proto__', '図書')),
    note: fc.constantFrom('', 'one', 'two'),
    starred: fc.boolean(),
    dismissed: fc.boolean(),
    status: fc.constantFrom('unread', 'reading', 'read'),
  })
  .map(({ n, meta, ...triage }) => imported({ id: idOf(n), meta, triage } as Told));

test('undo takes all of it back, redo does all of it again, and no star, tag or note is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyImported, { maxLength: 4 }),
      fc.array(anyImported, { minLength: 1, maxLength: 8 }),
      async (first, second) => {
        const library = await openLibrary();
        if (first.length > 0) saved(await bring(library, first));
        const states = async () =>
          new Map((await library.db.papers.toArray()).map((one) => [one.id, one]));
        const before = await states();
        const { op } = saved(await bring(library, second));
        const after = await states();
        for (const [id, { triage }] of before) {
          const now = after.get(id)?.triage;
          expect(now?.starred || !triage.starred).toBe(true);
          expect(now?.tags).toEqual(expect.arrayContaining([...triage.tags]));
          expect(now?.note.startsWith(triage.note)).toBe(true);
        }
        const undone = saved(await library.undo(op));
        for (const [id, record] of await states()) {
          const known = before.get(id);
          expect(record.shelf).toBe(known?.shelf ?? 'none');
          if (known) expect([record.triage, record.meta]).toEqual([known.triage, known.meta]);
        }
        saved(await library.undo(undone.op));
        for (const [id, record] of await states()) {
          expect(record.triage).toEqual(after.get(id)?.triage);
        }
        await library.remove();
      },
    ),
    { numRuns: 30 },
  );
}, 60_000);

describe('many papers', () => {
  const many = Array.from({ length: SIZE * 2 + 3 }, (_, n) => imported({ id: idOf(n + 1) }));

  test('are one command, one undo, done once', async () => {
    const library = await openLibrary();
    const op = crypto.randomUUID();
    const answer = saved(await bring(library, many, op));
    expect(answer.text).toBe('Imported 1,003 papers');
    const again = saved(
      await library.commands.manage({ op, task: { kind: 'importPapers', parts: 3 } }),
    );
    expect(again.text).toBe(answer.text);
    expect(await library.db.operations.count()).toBe(1);
    saved(await library.undo(op));
    expect(await library.db.papers.filter(({ shelf }) => shelf !== 'none').count()).toBe(0);
  });

  test('leave nothing behind when the writing is stopped in between', async () => {
    const library = await openLibrary();
    const op = crypto.randomUUID();
    for (const part of [0, 1]) {
      await library.commands.saveImportPart({
        op,
        part,
        papers: many.slice(part * SIZE, (part + 1) * SIZE),
      });
    }
    const stop = () => {
      throw new Error('stopped');
    };
    const answer = await library.commands.manage(
      { op, task: { kind: 'importPapers', parts: 2 } },
      stop,
    );
    expect(answer.ok).toBe(false);
    expect(await library.db.papers.count()).toBe(0);
    await library.commands.deleteImport(op);
    expect(await library.db.state.where('key').startsWith('import:').count()).toBe(0);
  });

  test('are not written where a part is missing', async () => {
    const library = await openLibrary();
    const op = crypto.randomUUID();
    await library.commands.saveImportPart({ op, part: 0, papers: many.slice(0, SIZE) });
    const answer = await library.commands.manage({ op, task: { kind: 'importPapers', parts: 2 } });
    expect(answer).toMatchObject({ ok: false, code: 'invalid' });
    expect(await library.db.papers.count()).toBe(0);
  });
});

test('parts with anything else in them are refused', async () => {
  const library = await openLibrary();
  const op = crypto.randomUUID();
  const bad = [
    { ...imported({}), id: 'arxiv:2410.11842v2' },
    imported({ meta: { title: '' } }),
    imported({ meta: { date: 'yesterday' } }),
    imported({ triage: { tags: [''] } }),
    imported({ triage: { note: 'x'.repeat(LIMITS.note + 1) } }),
  ];
  for (const one of bad) {
    expect(await library.commands.saveImportPart({ op, part: 0, papers: [one] })).toMatchObject({
      ok: false,
    });
  }
  expect(await library.db.state.where('key').startsWith('import:').count()).toBe(0);
});
