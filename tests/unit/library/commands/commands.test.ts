// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { timeOf } from '@/lib/library/store/clock';
import { type Paper, UNDECIDED } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { LIMITS } from '@/lib/protocol/limits';
import { failNextWrite, openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { anyChange, idOf, makePaper, tooLong } from '../../../helpers/papers';

const PAPER = makePaper();
const STAR: Change = { kind: 'star', value: true };
const UNSTAR: Change = { kind: 'star', value: false };
const DISMISS: Change = { kind: 'dismiss', value: true };
const tagged = (tag: string, value = true): Change => ({ kind: 'tag', tag, value });
const NOTHING = { papers: [], operations: [], writes: [], state: [] };
const uuid = () => crypto.randomUUID();

/** What a user can see of a paper, and what its place in lists follows from. */
async function visible(library: TestLibrary) {
  const papers = await library.db.papers.toArray();
  return papers.map(({ id, triage, deleted, added, shelf }) => ({
    id,
    triage,
    deleted,
    added,
    shelf,
  }));
}

describe('each change', () => {
  test.each<[Change, object]>([
    [STAR, { starred: true }],
    [UNSTAR, {}],
    [DISMISS, { dismissed: true }],
    [{ kind: 'status', value: 'reading' }, { status: 'reading' }],
    [{ kind: 'note', value: 'See §3.' }, { note: 'See §3.' }],
    [tagged('to read'), { tags: ['to read'] }],
    [tagged('to read', false), {}],
    [{ kind: 'remove' }, {}],
    [{ kind: 'restore' }, {}],
  ])('%j on a paper met for the first time', async (change, expected) => {
    const library = await openLibrary();
    const state = { ...UNDECIDED, ...expected };
    const answer = saved(await library.run(change, PAPER));
    expect(answer.states).toEqual({ [PAPER.id]: state });
    expect(await library.queries.states([PAPER.id])).toEqual({ [PAPER.id]: state });
  });

  test('adds to what was decided before', async () => {
    const library = await openLibrary();
    const changes: Change[] = [
      STAR,
      tagged('b'),
      tagged('a'),
      { kind: 'note', value: 'n' },
      { kind: 'status', value: 'read' },
      UNSTAR,
      tagged('b', false),
    ];
    for (const change of changes) saved(await library.run(change, PAPER));
    expect(await library.queries.states([PAPER.id])).toEqual({
      [PAPER.id]: { ...UNDECIDED, status: 'read', tags: ['a'], note: 'n' },
    });
  });

  test('keeps the paper as the page shows it', async () => {
    const library = await openLibrary();
    const paper = makePaper({ abstract: 'We show.', authors: ['A. Ada'], date: '2026-11-20' });
    saved(await library.run(STAR, paper));
    const { id, ...meta } = paper;
    expect(await library.db.papers.get(id)).toMatchObject({ id, meta });
  });

  test('takes many papers at once', async () => {
    const library = await openLibrary();
    const papers = Array.from({ length: 300 }, (_, n) => makePaper({ id: idOf(n) }));
    const answer = saved(await library.run(STAR, ...papers));
    expect(Object.keys(answer.states)).toHaveLength(300);
    expect(await library.db.papers.filter(({ triage }) => triage.starred).count()).toBe(300);
  });

  test('takes a paper that is known without its metadata', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    const papers = [{ id: PAPER.id, paper: null }];
    const answer = await library.commands.run({ op: uuid(), change: tagged('a'), papers });
    expect(saved(answer).states[PAPER.id]).toMatchObject({ starred: true, tags: ['a'] });
  });

  test('cleans tags, so that what looks the same is the same', async () => {
    const library = await openLibrary();
    saved(await library.run(tagged('  Schro\u0308dinger \n equation '), PAPER));
    saved(await library.run(tagged('Schrödinger equation'), PAPER));
    const { [PAPER.id]: state } = await library.queries.states([PAPER.id]);
    expect(state?.tags).toEqual(['Schrödinger equation']);
  });

  test('stars a paper that is in the trash by taking it out', async () => {
    const library = await openLibrary();
    saved(await library.run(tagged('a'), PAPER));
    saved(await library.run({ kind: 'remove' }, PAPER));
    const answer = saved(await library.run(STAR, PAPER));
    expect(answer.states[PAPER.id]).toMatchObject({ starred: true, tags: ['a'] });
    expect(await library.db.papers.get(PAPER.id)).toMatchObject({ shelf: 'list', deleted: false });
  });
});

describe('when a paper came onto the list', () => {
  test('is kept while it stays, and in the trash or dismissed', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    const { added } = (await library.db.papers.get(PAPER.id)) ?? {};
    expect(added).toBe(library.clock.now);
    const changes: Change[] = [tagged('a'), DISMISS, { kind: 'dismiss', value: false }];
    for (const change of [...changes, { kind: 'remove' }, { kind: 'restore' }] as Change[]) {
      saved(await library.run(change, PAPER));
    }
    expect(await library.db.papers.get(PAPER.id)).toMatchObject({ shelf: 'list', added });
  });

  test('is new when it comes back after nothing was decided about it', async () => {
    const library = await openLibrary();
    for (const change of [STAR, UNSTAR, STAR]) saved(await library.run(change, PAPER));
    expect(await library.db.papers.get(PAPER.id)).toMatchObject({ added: library.clock.now });
  });

  test('is the time of the star for a paper dismissed at first', async () => {
    const library = await openLibrary();
    saved(await library.run(DISMISS, PAPER));
    saved(await library.run({ kind: 'dismiss', value: false }, PAPER));
    saved(await library.run(STAR, PAPER));
    expect(await library.db.papers.get(PAPER.id)).toMatchObject({ added: library.clock.now });
  });
});

describe('the clock', () => {
  test('never goes back, also when the wall clock does and the worker was stopped', async () => {
    const library = await openLibrary();
    const year = 365 * 24 * 3_600_000;
    for (const jump of [0, -year, 2 * year, -3 * year]) {
      library.clock.now += jump;
      saved(await library.run({ kind: 'note', value: `${jump}` }, PAPER));
      const restarted = openDatabase(library.db.name);
      const commands = createCommands(restarted, () => library.clock.now);
      const papers = [{ id: PAPER.id, paper: null }];
      saved(await commands.run({ op: uuid(), change: STAR, papers }));
      restarted.close();
    }
    const stamps = (await library.contents()).operations.map(({ stamp }) => stamp);
    expect([...new Set(stamps)].sort()).toEqual(stamps);
    expect(new Set(stamps.map((stamp) => stamp.split('-').at(-1))).size).toBe(1);
    expect(timeOf(stamps.at(-1) ?? '')).toBeGreaterThan(Date.UTC(2027));
  });
});

describe('a command is done at most once', () => {
  test('sent again, it is answered with how things are now', async () => {
    const library = await openLibrary();
    const op = uuid();
    saved(await library.runAs(op, STAR, PAPER));
    saved(await library.run(UNSTAR, PAPER));
    const before = await library.contents();
    const again = saved(await library.runAs(op, STAR, PAPER));
    expect(again.states[PAPER.id]).toMatchObject({ starred: false });
    expect(await library.contents()).toEqual(before);
  });

  test('sent many times at once, it is done once', async () => {
    const library = await openLibrary();
    const op = uuid();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => library.runAs(op, STAR, PAPER)),
    );
    for (const answer of answers) {
      expect(saved(answer)).toMatchObject({
        ok: true,
        op,
        text: 'Starred “A made-up paper”',
        states: { [PAPER.id]: { ...UNDECIDED, starred: true } },
        history: { undo: 'Starred “A made-up paper”', redo: null },
      });
    }
    expect((await library.contents()).operations).toHaveLength(1);
  });

  test('an undo sent again is done once', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run(STAR, PAPER));
    const undo = uuid();
    saved(await library.commands.undo(undo, op));
    saved(await library.run(STAR, PAPER));
    const again = saved(await library.commands.undo(undo, op));
    expect(again.states[PAPER.id]).toMatchObject({ starred: true });
  });
});

describe('one transaction', () => {
  const faults = ['papers', 'operations', 'writes', 'state'].flatMap((table) =>
    (['throws', 'fails', 'aborts at the end'] as const).map((fault) => [table, fault] as const),
  );

  test.each(faults)('nothing is left when a write to %s %s', async (table, fault) => {
    const library = await openLibrary();
    const { op } = saved(await library.run(STAR, PAPER));
    const before = await library.contents();
    const second = makePaper({ id: idOf(2), upvotes: 5 });

    failNextWrite(table, fault, 'UnknownError');
    const refused = await library.run(tagged('a'), PAPER, second);
    expect(refused).toMatchObject({ ok: false, code: 'storage' });
    expect(refused).toHaveProperty('message', expect.stringContaining('could not be written'));
    expect(await library.contents()).toEqual(before);

    if (table !== 'writes') {
      failNextWrite(table, fault, 'UnknownError');
      expect(await library.undo(op)).toMatchObject({ ok: false, code: 'storage' });
      expect(await library.contents()).toEqual(before);
    }

    saved(await library.run(tagged('a'), PAPER, second));
  });

  test.each(faults)('a full disk is told by name when a write to %s %s', async (table, fault) => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    const before = await library.contents();
    failNextWrite(table, fault, 'QuotaExceededError');
    const refused = await library.run(tagged('a'), PAPER);
    expect(refused).toMatchObject({ ok: false, code: 'storage-full' });
    expect(refused).toHaveProperty('message', expect.stringContaining('disk is full'));
    expect(await library.contents()).toEqual(before);
  });

  test('a refused command can be sent again by the same name', async () => {
    const library = await openLibrary();
    const op = uuid();
    failNextWrite('papers', 'aborts at the end', 'UnknownError');
    expect(await library.runAs(op, STAR, PAPER)).toMatchObject({ ok: false });
    expect(saved(await library.runAs(op, STAR, PAPER)).states[PAPER.id]?.starred).toBe(true);
  });

  test('a library that cannot be opened is said so', async () => {
    const library = await openLibrary();
    library.db.close();
    const refused = await library.run(STAR, PAPER);
    expect(refused).toMatchObject({ ok: false, code: 'storage' });
  });
});

describe('at once from several tabs', () => {
  test('each change of one paper keeps its field', async () => {
    const library = await openLibrary();
    const changes: Change[] = [
      STAR,
      DISMISS,
      tagged('a'),
      tagged('b'),
      { kind: 'status', value: 'read' },
      { kind: 'note', value: 'n' },
    ];
    const answers = await Promise.all(changes.map((change) => library.run(change, PAPER)));
    for (const answer of answers) saved(answer);
    expect(await library.queries.states([PAPER.id])).toEqual({
      [PAPER.id]: { starred: true, dismissed: true, tags: ['a', 'b'], status: 'read', note: 'n' },
    });
    const stamps = (await library.contents()).operations.map(({ stamp }) => stamp);
    expect(new Set(stamps).size).toBe(changes.length);
  });

  test('twenty tabs star twenty papers, through connections of their own', async () => {
    const library = await openLibrary();
    const connections = Array.from({ length: 20 }, () => openDatabase(library.db.name));
    const answers = await Promise.all(
      connections.map((db, n) => {
        const paper = makePaper({ id: idOf(n) });
        const papers = [{ id: paper.id, paper }];
        return createCommands(db).run({ op: uuid(), change: STAR, papers });
      }),
    );
    for (const answer of answers) saved(answer);
    for (const db of connections) db.close();
    expect(await library.db.papers.filter(({ triage }) => triage.starred).count()).toBe(20);
  });
});

describe('what is refused', () => {
  const good = { op: uuid(), change: STAR, papers: [{ id: PAPER.id, paper: PAPER as unknown }] };
  const withPaper = (overrides: object) => ({
    ...good,
    papers: [{ id: PAPER.id, paper: { ...PAPER, ...overrides } }],
  });
  const withId = (id: unknown) => ({ ...good, papers: [{ id, paper: { ...PAPER, id } }] });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'star'],
    ['no operation id', { ...good, op: undefined }],
    ['an operation id that is none', { ...good, op: 'op-1' }],
    ['an unknown change', { ...good, change: { kind: 'erase' } }],
    ['a star of 1', { ...good, change: { kind: 'star', value: 1 } }],
    ['an unknown status', { ...good, change: { kind: 'status', value: '__proto__' } }],
    ['an empty tag', { ...good, change: tagged(' \n ') }],
    ['a long tag', { ...good, change: tagged(tooLong('tag')) }],
    ['a long note', { ...good, change: { kind: 'note', value: tooLong('note') } }],
    ['no papers', { ...good, papers: [] }],
    [
      'too many papers',
      { ...good, papers: Array(LIMITS.papersPerCommand + 1).fill(good.papers[0]) },
    ],
    ['an empty title', withPaper({ title: '' })],
    ['a long title', withPaper({ title: tooLong('title') })],
    ['a long abstract', withPaper({ abstract: tooLong('abstract') })],
    ['a long comment', withPaper({ comments: tooLong('text') })],
    ['a long name', withPaper({ authors: [tooLong('name')] })],
    ['too many authors', withPaper({ authors: Array(LIMITS.authors + 1).fill('A') })],
    ['authors that are no list', withPaper({ authors: 'A. Ada' })],
    ['a date that is none', withPaper({ date: 'yesterday' })],
    ['upvotes below zero', withPaper({ upvotes: -1 })],
    ['upvotes that are no number', withPaper({ upvotes: Number.NaN })],
    ['a version of 1.5', withPaper({ version: 1.5 })],
    ['an unknown source', withPaper({ source: 'evil' })],
    ['a missing field', withPaper({ abstract: undefined })],
    ['the metadata of another paper', withPaper({ id: idOf(2) })],
    ['an id with a version', withId('arxiv:2611.00001v2')],
    ['an id of no kind', withId('2611.00001')],
    ['an id of an unknown kind', withId('javascript:alert(1)')],
    ['an empty id', withId('doi:')],
    ['a long id', withId(`title:${tooLong('title')}`)],
    ['an id that is no text', withId({ toString: () => PAPER.id })],
  ])('%s', async (_, input) => {
    const library = await openLibrary();
    saved(await library.run(tagged('kept'), PAPER));
    const before = await library.contents();
    const refused = await library.commands.run(input);
    expect(refused).toMatchObject({ ok: false, code: 'invalid' });
    expect(refused).toHaveProperty('message', expect.stringMatching(/^\S.{5,200}$/));
    expect(await library.contents()).toEqual(before);
  });

  test('a paper that is not known and comes without metadata; the others of the command too', async () => {
    const library = await openLibrary();
    const papers = [
      { id: PAPER.id, paper: PAPER },
      { id: idOf(2), paper: null },
    ];
    const refused = await library.commands.run({ op: uuid(), change: STAR, papers });
    expect(refused).toMatchObject({ ok: false, code: 'unknown-paper' });
    expect(await library.contents()).toEqual(NOTHING);
  });

  test('anything at all, without an exception', async () => {
    const library = await openLibrary();
    await fc.assert(
      fc.asyncProperty(fc.anything({ withBigInt: true, withNullPrototype: true }), async (any) => {
        expect(await library.commands.run(any)).toMatchObject({ ok: false, code: 'invalid' });
        expect(await library.commands.undo(any, any)).toMatchObject({ ok: false });
      }),
    );
    expect(await library.contents()).toEqual(NOTHING);
  });

  test('the greatest sizes are taken', async () => {
    const library = await openLibrary();
    const title = 'x'.repeat(LIMITS.title);
    saved(await library.run({ kind: 'note', value: '😀'.repeat(LIMITS.note / 2) }, PAPER));
    saved(await library.run(tagged('x'.repeat(LIMITS.tag)), makePaper({ title })));
  });
});

describe('hostile keys', () => {
  test('neither reach a prototype nor the database', async () => {
    const library = await openLibrary();
    const hostile = JSON.parse(`{ "__proto__": { "starred": true }, "constructor": 1, "more": 2 }`);
    const paper = Object.assign(JSON.parse(JSON.stringify(PAPER)), hostile) as Paper;
    const change = Object.assign({ kind: 'star', value: true }, hostile) as Change;
    saved(await library.run(change, paper));
    const record = await library.db.papers.get(PAPER.id);
    expect(Object.keys(record ?? {})).not.toContain('more');
    expect(Object.keys(record?.meta ?? {}).sort()).toEqual(
      Object.keys(PAPER)
        .filter((key) => key !== 'id')
        .sort(),
    );
    expect(({} as Record<string, unknown>).starred).toBeUndefined();
    expect(Object.getPrototypeOf(record?.triage)).toBe(Object.prototype);
  });

  test.each(['__proto__', 'constructor', 'toString', 'tag:a', 'starred'])(
    'tag %s is a tag',
    async (tag) => {
      const library = await openLibrary();
      const { op, states } = saved(await library.run(tagged(tag), PAPER));
      expect(states[PAPER.id]).toEqual({ ...UNDECIDED, tags: [tag] });
      expect(await library.queries.tags()).toEqual([{ tag, count: 1 }]);
      expect(saved(await library.undo(op)).states[PAPER.id]).toEqual(UNDECIDED);
    },
  );

  test('paper ids of such names are ids', async () => {
    const library = await openLibrary();
    const paper = makePaper({ id: 'title:__proto__' });
    saved(await library.run(STAR, paper));
    expect(await library.queries.states([paper.id])).toHaveProperty(
      ['title:__proto__', 'starred'],
      true,
    );
  });

  test('texts come back as they were', async () => {
    const library = await openLibrary();
    const note = '<img src=x onerror=alert(1)>\u0000\ud800 \u202e =1+1';
    saved(await library.run({ kind: 'note', value: note }, PAPER));
    expect((await library.queries.states([PAPER.id]))[PAPER.id]?.note).toBe(note);
  });
});

describe('undo', () => {
  test('a paper is as it was: fields, shelf, and when it came onto the list', async () => {
    const library = await openLibrary();
    for (const change of [STAR, tagged('a'), DISMISS]) saved(await library.run(change, PAPER));
    const before = await visible(library);
    const changes: Change[] = [
      UNSTAR,
      tagged('b'),
      tagged('a', false),
      { kind: 'dismiss', value: false },
      { kind: 'status', value: 'read' },
      { kind: 'note', value: 'n' },
      { kind: 'remove' },
    ];
    for (const change of changes) {
      const { op } = saved(await library.run(change, PAPER));
      saved(await library.undo(op));
      expect(await visible(library)).toEqual(before);
    }
  });

  test('a paper met for the first time is undecided again, and on no shelf', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run(STAR, PAPER));
    const answer = saved(await library.undo(op));
    expect(answer.states).toEqual({ [PAPER.id]: UNDECIDED });
    expect(await visible(library)).toEqual([
      { id: PAPER.id, triage: UNDECIDED, deleted: false, added: 0, shelf: 'none' },
    ]);
  });

  test('all papers of a command', async () => {
    const library = await openLibrary();
    const papers = [1, 2, 3].map((n) => makePaper({ id: idOf(n) }));
    saved(await library.run(tagged('a'), makePaper({ id: idOf(2) })));
    const before = await library.queries.states(papers.map(({ id }) => id));
    const { op } = saved(await library.run(tagged('a'), ...papers));
    saved(await library.undo(op));
    const after = await library.queries.states(papers.map(({ id }) => id));
    expect(after).toEqual({ [idOf(1)]: UNDECIDED, [idOf(3)]: UNDECIDED, ...before });
  });

  test('once, and only what is known', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run(STAR, PAPER));
    saved(await library.undo(op));
    expect(await library.undo(op)).toEqual({
      ok: false,
      code: 'invalid',
      message: 'This was undone already.',
    });
    expect(await library.undo(uuid())).toMatchObject({ ok: false, code: 'invalid' });
    expect(await library.commands.undo(uuid(), 'op-1')).toMatchObject({ code: 'invalid' });
  });

  test('twice at once is undone once', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run(STAR, PAPER));
    const answers = await Promise.all([library.undo(op), library.undo(op)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('leaves alone what was changed since', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run({ kind: 'note', value: 'first' }, PAPER));
    saved(await library.run({ kind: 'note', value: 'second' }, PAPER));
    saved(await library.run(STAR, PAPER));
    const answer = saved(await library.undo(op));
    expect(answer.states[PAPER.id]).toMatchObject({ note: 'second', starred: true });
  });

  test('of the first of two tags leaves the other, and the paper in its place on the list', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run(tagged('a'), PAPER));
    const { added } = (await library.db.papers.get(PAPER.id)) ?? {};
    saved(await library.run(tagged('b'), PAPER));
    saved(await library.undo(op));
    const record = await library.db.papers.get(PAPER.id);
    expect(record).toMatchObject({ triage: { tags: ['b'] }, shelf: 'list', added });
  });

  test('does not take back what a page told of the paper', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    const { op } = saved(await library.run(tagged('a'), makePaper({ abstract: 'We show.' })));
    saved(await library.undo(op));
    expect(await library.db.papers.get(PAPER.id)).toMatchObject({ meta: { abstract: 'We show.' } });
  });

  test('can be undone itself', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run(STAR, PAPER));
    const before = await visible(library);
    const undo = saved(await library.undo(op));
    saved(await library.undo(undo.op));
    expect(await visible(library)).toEqual(before);
  });

  test('takes any sequence of commands back, one by one, and forward again', async () => {
    const papers = [1, 2].map((n) => makePaper({ id: idOf(n) }));
    const anyTargets = fc.subarray(papers, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyChange, anyTargets), { minLength: 1, maxLength: 6 }),
        async (commands) => {
          const library = await openLibrary();
          saved(await library.run({ kind: 'restore' }, ...papers));
          const states = [await visible(library)];
          const operations: string[] = [];
          for (const [change, targets] of commands) {
            operations.push(saved(await library.run(change, ...targets)).op);
            states.push(await visible(library));
          }
          const undos: string[] = [];
          for (const [index, op] of [...operations.entries()].reverse()) {
            undos.push(saved(await library.undo(op)).op);
            expect(await visible(library)).toEqual(states[index]);
          }
          for (const [index, op] of undos.reverse().entries()) {
            saved(await library.undo(op));
            expect(await visible(library)).toEqual(states[index + 1]);
          }
          await library.remove();
        },
      ),
      { numRuns: 25 },
    );
  });
});
