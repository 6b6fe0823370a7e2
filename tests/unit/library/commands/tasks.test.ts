// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { type Paper, type PaperId, UNDECIDED } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { LIMITS } from '@/lib/protocol/limits';
import type { Task } from '@/lib/protocol/task';
import { failNextWrite, openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { idOf, makePaper, tooLong } from '../../../helpers/papers';

const [A, B, C] = [1, 2, 3].map((n) => makePaper({ id: idOf(n), title: `Paper ${n}` })) as [
  Paper,
  Paper,
  Paper,
];
const DAY = 24 * 3_600_000;
const STAR: Change = { kind: 'star', value: true };
const tagged = (tag: string): Change => ({ kind: 'tag', tag, value: true });
const note = (value: string): Change => ({ kind: 'note', value });
const uuid = () => crypto.randomUUID();

async function decide(library: TestLibrary, paper: Paper, ...changes: Change[]) {
  for (const change of changes) saved(await library.run(change, paper));
}

function manage(library: TestLibrary, task: Task, op = uuid()) {
  library.clock.now += 1;
  return library.commands.manage({ op, task });
}

const states = ({ queries }: TestLibrary) => queries.states([A.id, B.id, C.id]);
const colours = async ({ db }: TestLibrary) =>
  Object.fromEntries((await db.tags.toArray()).map(({ tag, colour }) => [tag, colour]));

/** All that a user can see. */
async function visible(library: TestLibrary) {
  const papers = await library.db.papers.toArray();
  return {
    papers: papers.map(({ id, triage, deleted, shelf, added, meta }) => ({
      ...{ id, triage, deleted, shelf, added, meta },
    })),
    colours: Object.entries(await colours(library)).filter(([, colour]) => colour !== null),
    states: await states(library),
  };
}

/** Does it, then undoes it, and does it again: each leads to where it should. */
async function thereAndBack(library: TestLibrary, task: Task) {
  const before = await visible(library);
  const done = saved(await manage(library, task));
  const after = await visible(library);
  const undone = saved(await library.commands.undoLatest(uuid()));
  expect(await visible(library)).toEqual(before);
  expect(undone.text).toBe(`Undid: ${done.text}`);
  saved(await library.commands.redoLatest(uuid()));
  expect(await visible(library)).toEqual(after);
  return done;
}

/** Sent twice by the same id it is done once, and takes one undo. */
async function saysTheSameTwice(library: TestLibrary, task: Task) {
  const op = uuid();
  const first = saved(await manage(library, task, op));
  const after = await visible(library);
  expect(saved(await manage(library, task, op)).text).toBe(first.text);
  expect(await visible(library)).toEqual(after);
}

describe('tags', () => {
  test.each([
    ['to read', 'read later'],
    ['図書 の', 'книги'],
    ['__proto__', 'constructor'],
  ])('“%s” becomes “%s” on every paper, with its colour', async (from, to) => {
    const library = await openLibrary();
    await decide(library, A, tagged(from));
    await decide(library, B, tagged(from), { kind: 'dismiss', value: true });
    saved(await manage(library, { kind: 'colourTag', tag: from, colour: 3 }));
    const done = await thereAndBack(library, { kind: 'renameTag', from, to });
    expect(done.text).toBe(`Renamed the tag “${from}” to “${to}”`);
    expect(done.states[A.id]?.tags).toEqual([to]);
    expect(await library.queries.tags()).toEqual([{ tag: to, count: 2 }]);
    expect(new Map(Object.entries(await colours(library))).get(to)).toBe(3);
  });

  test('to a name in use, the two become one, which keeps its colour', async () => {
    const library = await openLibrary();
    await decide(library, A, tagged('a'), tagged('b'));
    await decide(library, B, tagged('a'));
    saved(await manage(library, { kind: 'colourTag', tag: 'a', colour: 1 }));
    saved(await manage(library, { kind: 'colourTag', tag: 'b', colour: 2 }));
    const done = await thereAndBack(library, { kind: 'renameTag', from: 'a', to: ' b ' });
    expect(done.text).toBe('Merged the tag “a” into “b”');
    expect(await library.queries.tags()).toEqual([{ tag: 'b', count: 2 }]);
    expect(await colours(library)).toEqual({ a: null, b: 2 });
  });

  test('several become one, as one command', async () => {
    const library = await openLibrary();
    await decide(library, A, tagged('a'), tagged('b'), tagged('other'));
    await decide(library, B, tagged('c'), { kind: 'dismiss', value: true });
    await decide(library, C, tagged('into'));
    saved(await manage(library, { kind: 'colourTag', tag: 'c', colour: 4 }));
    const task: Task = { kind: 'mergeTags', from: ['a', ' b', 'c', 'b'], into: 'into' };
    const done = await thereAndBack(library, task);
    expect(done.text).toBe('Merged 3 tags into “into”');
    expect((await states(library))[A.id]?.tags).toEqual(['into', 'other']);
    expect(await library.queries.tags()).toEqual([
      { tag: 'into', count: 3 },
      { tag: 'other', count: 1 },
    ]);
    expect(await colours(library)).toEqual({ c: null, into: 4 });
    await saysTheSameTwice(library, { kind: 'mergeTags', from: ['other'], into: 'new' });
    expect((await states(library))[A.id]?.tags).toEqual(['into', 'new']);
  });

  test('are deleted from every paper; other tags stay', async () => {
    const library = await openLibrary();
    await decide(library, A, tagged('a'), tagged('b'));
    await decide(library, B, tagged('a'));
    saved(await manage(library, { kind: 'colourTag', tag: 'a', colour: 1 }));
    await thereAndBack(library, { kind: 'deleteTag', tag: 'a' });
    expect(await library.queries.tags()).toEqual([{ tag: 'b', count: 1 }]);
    expect((await library.db.papers.get(B.id))?.shelf).toBe('none');
  });

  test('have colours, which can be taken away', async () => {
    const library = await openLibrary();
    await thereAndBack(library, { kind: 'colourTag', tag: 'a', colour: 8 });
    await thereAndBack(library, { kind: 'colourTag', tag: 'a', colour: null });
    expect(await colours(library)).toEqual({ a: null });
  });

  test('an undo leaves a tag that was given since', async () => {
    const library = await openLibrary();
    await decide(library, A, tagged('a'));
    const { op } = saved(await manage(library, { kind: 'deleteTag', tag: 'a' }));
    await decide(library, A, tagged('a'), tagged('b'));
    saved(await library.undo(op));
    expect((await states(library))[A.id]?.tags).toEqual(['a', 'b']);
  });
});

describe('merging papers', () => {
  const full = { ...makePaper({ id: 'title:paper 2', title: 'Paper 2', abstract: 'We show.' }) };
  const merge = (into: PaperId, ...from: PaperId[]): Task => ({
    kind: 'mergePapers',
    merges: [{ into, from }],
  });

  test('keeps every tag, both notes, star and status, and fills gaps of the metadata', async () => {
    const library = await openLibrary();
    await decide(library, A, tagged('a'), note('One.'));
    await decide(library, full, STAR, tagged('b'), note('Two.'), { kind: 'status', value: 'read' });
    const done = await thereAndBack(library, merge(A.id, full.id));
    expect(done.text).toBe('Merged 1 paper into “Paper 1”');
    const state = {
      ...{ starred: true, dismissed: false, status: 'read', tags: ['a', 'b'] },
      note: 'One.\n\nTwo.',
    };
    expect(done.states).toEqual({ [A.id]: state, [full.id]: state });
    expect(await library.queries.states([full.id])).toEqual({ [full.id]: state });
    expect((await library.db.papers.get(A.id))?.meta.abstract).toBe('We show.');
    expect(await library.queries.tags()).toEqual([
      { tag: 'a', count: 1 },
      { tag: 'b', count: 1 },
    ]);
  });

  test('commands on a merged paper act on the other, and are told of both', async () => {
    const library = await openLibrary();
    for (const paper of [A, B, C]) await decide(library, paper, STAR);
    saved(await manage(library, merge(B.id, A.id)));
    saved(await manage(library, merge(C.id, B.id)));
    const answer = saved(await library.run(tagged('x'), A));
    const state = { ...UNDECIDED, starred: true, tags: ['x'] };
    expect(answer.states).toEqual({ [A.id]: state, [B.id]: state, [C.id]: state });
    expect(await states(library)).toEqual(answer.states);
    expect(await library.db.papers.where('triage.tags').equals('x').primaryKeys()).toEqual([C.id]);
    for (let nth = 0; nth < 3; nth += 1) saved(await library.commands.undoLatest(uuid()));
    const starred = { ...UNDECIDED, starred: true };
    expect(await states(library)).toEqual({ [A.id]: starred, [B.id]: starred, [C.id]: starred });
  });

  test('many groups are merged as one command, sent again to no effect, and one undo', async () => {
    const library = await openLibrary();
    const D = makePaper({ id: idOf(4), title: 'Paper 4' });
    const E = makePaper({ id: idOf(5), title: 'Paper 5' });
    await decide(library, A, tagged('a'));
    await decide(library, B, tagged('b'), note('B'));
    await decide(library, C, tagged('c'));
    await decide(library, D, STAR);
    await decide(library, E, note('E'));
    const task: Task = {
      kind: 'mergePapers',
      merges: [
        { into: A.id, from: [B.id] },
        { into: C.id, from: [D.id, E.id] },
      ],
    };
    const done = await thereAndBack(library, task);
    expect(done.text).toBe('Merged 3 papers into 2 papers');
    expect(done.states[B.id]).toMatchObject({ tags: ['a', 'b'], note: 'B', starred: false });
    expect(done.states[D.id]).toMatchObject({ tags: ['c'], note: 'E', starred: true });
    saved(await library.commands.undoLatest(uuid()));
    await saysTheSameTwice(library, task);
    saved(await library.commands.undoLatest(uuid()));
    expect(await states(library)).toMatchObject({
      [A.id]: { tags: ['a'], note: '' },
      [B.id]: { tags: ['b'], note: 'B' },
      [C.id]: { tags: ['c'], starred: false },
    });
  });

  test('a command about both counts the paper once', async () => {
    const library = await openLibrary();
    for (const paper of [A, B]) await decide(library, paper, STAR);
    saved(await manage(library, merge(A.id, B.id)));
    saved(await library.run(tagged('x'), A, B));
    saved(await library.commands.undoLatest(uuid()));
    expect((await states(library))[B.id]?.tags).toEqual([]);
  });
});

describe('the trash', () => {
  const remove: Change = { kind: 'remove' };

  test('is emptied, and that can be undone with all notes and tags', async () => {
    const library = await openLibrary();
    await decide(library, A, STAR, tagged('a'), note('n'), remove);
    await decide(library, B, STAR);
    const done = await thereAndBack(library, { kind: 'emptyTrash' });
    expect(done.text).toBe('Emptied the trash of 1 paper');
    saved(await library.run({ kind: 'restore' }, A));
    expect((await states(library))[A.id]).toEqual(UNDECIDED);
    saved(await library.run(STAR, A));
    expect((await states(library))[A.id]).toEqual({ ...UNDECIDED, starred: true });
  });

  test('forgets after 30 days, and not before', async () => {
    const library = await openLibrary();
    await decide(library, A, STAR, note('n'));
    const { op } = saved(await library.run(remove, A));
    library.clock.now += 10 * DAY;
    await decide(library, B, STAR, remove);
    library.clock.now += 19 * DAY;
    await library.commands.emptyOldTrash();
    expect(await library.db.papers.where('id').anyOf(A.id, B.id).toArray()).toMatchObject([
      { shelf: 'trash' },
      { shelf: 'trash' },
    ]);
    library.clock.now += 2 * DAY;
    await library.commands.emptyOldTrash();
    expect(await library.db.papers.get(A.id)).toBeUndefined();
    expect(await library.db.papers.get(B.id)).toMatchObject({ shelf: 'trash' });
    saved(await library.undo(op)); // there is nothing left of it
    expect(await states(library)).toEqual({ [B.id]: UNDECIDED });
  });
});

describe('what is refused, with nothing changed', () => {
  const into = A.id;
  test.each<[string, unknown, RegExp]>([
    ['a long tag', { kind: 'renameTag', from: 'a', to: 'x'.repeat(10_000) }, /up to 100 char/],
    ['an empty tag', { kind: 'renameTag', from: 'a', to: ' ' }, /at least one/],
    ['the same tag', { kind: 'renameTag', from: 'a', to: ' a' }, /has this name already/],
    ['a tag of no paper', { kind: 'renameTag', from: 'zz', to: 'b' }, /No paper has the tag “zz”/],
    ['deleting a tag of no paper', { kind: 'deleteTag', tag: 'zz' }, /No paper has/],
    ['a colour that is none', { kind: 'colourTag', tag: 'a', colour: 9 }, /./],
    [
      'a paper with itself',
      { kind: 'mergePapers', merges: [{ into, from: [into] }] },
      /with itself/,
    ],
    [
      'a paper twice',
      { kind: 'mergePapers', merges: [{ into, from: [B.id, B.id] }] },
      /with itself/,
    ],
    [
      'a paper not known',
      { kind: 'mergePapers', merges: [{ into, from: [idOf(99)] }] },
      /not know this paper/,
    ],
    [
      'into a paper not known',
      { kind: 'mergePapers', merges: [{ into: idOf(99), from: [into] }] },
      /not know/,
    ],
    ['a tag with itself', { kind: 'mergeTags', from: ['b', 'a'], into: 'a ' }, /this name already/],
    ['tags of no paper', { kind: 'mergeTags', from: ['y', 'zz'], into: 'b' }, /No paper has/],
    ['no tags', { kind: 'mergeTags', from: [], into: 'b' }, /./],
    ['a tag among them that is none', { kind: 'mergeTags', from: ['a', ' '], into: 'b' }, /least/],
    [
      'a paper in two merges',
      {
        kind: 'mergePapers',
        merges: [
          { into, from: [B.id] },
          { into: C.id, from: [B.id] },
        ],
      },
      /with itself/,
    ],
    [
      'many merges of which one cannot be',
      {
        kind: 'mergePapers',
        merges: [
          { into, from: [B.id] },
          { into: C.id, from: [idOf(99)] },
        ],
      },
      /not know this paper/,
    ],
    ['no merges', { kind: 'mergePapers', merges: [] }, /./],
    ['no papers', { kind: 'mergePapers', merges: [{ into, from: [] }] }, /./],
    ['an empty trash', { kind: 'emptyTrash' }, /empty already/],
    ['what is no task', { kind: 'eraseAll' }, /./],
    ['nothing', undefined, /./],
  ])('%s', async (_, task, message) => {
    const library = await openLibrary();
    await decide(library, A, tagged('a'));
    await decide(library, B, STAR);
    await decide(library, C, STAR);
    const before = await library.contents();
    const refused = await library.commands.manage({ op: uuid(), task });
    expect(refused).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    expect(await library.contents()).toEqual(before);
  });

  test('papers whose notes are too long together', async () => {
    const library = await openLibrary();
    await decide(library, A, note(tooLong('note').slice(2)));
    await decide(library, B, note('two'));
    const before = await library.contents();
    const refused = await manage(library, {
      kind: 'mergePapers',
      merges: [{ into, from: [B.id] }],
    });
    expect(refused).toMatchObject({ ok: false, message: expect.stringMatching(/too long/) });
    expect(await library.contents()).toEqual(before);
    expect(LIMITS.note).toBe(1_000_000);
  });
});

test.each(['papers', 'operations', 'writes', 'tags', 'state'])(
  'nothing is left of a task when a write to %s fails; sent again it is done once',
  async (table) => {
    const library = await openLibrary();
    await decide(library, A, tagged('a'));
    saved(await manage(library, { kind: 'colourTag', tag: 'a', colour: 1 }));
    const before = [await library.contents(), await colours(library)];
    failNextWrite(table, 'aborts at the end', 'UnknownError');
    const op = uuid();
    const task: Task = { kind: 'renameTag', from: 'a', to: 'b' };
    expect(await manage(library, task, op)).toMatchObject({ ok: false, code: 'storage' });
    expect([await library.contents(), await colours(library)]).toEqual(before);
    saved(await manage(library, task, op));
    expect(saved(await manage(library, task, op)).text).toBe('Renamed the tag “a” to “b”');
    saved(await library.commands.undoLatest(uuid()));
    expect(await library.queries.tags()).toEqual([{ tag: 'a', count: 1 }]);
  },
);

test('a long command tells how far it has come, and is not told paper by paper', async () => {
  const library = await openLibrary();
  const papers = Array.from({ length: LIMITS.statesPerAnswer + 1 }, (_, n) => {
    const paper = makePaper({ id: idOf(n) });
    return { id: paper.id, paper };
  });
  const seen: [number, number][] = [];
  const report = (done: number, total: number) => void seen.push([done, total]);
  const answer = saved(await library.commands.run({ op: uuid(), change: STAR, papers }, report));
  expect(answer).toMatchObject({ states: {}, isMany: true, text: 'Starred 5,001 papers' });
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.at(-1)).toEqual([5_001, 5_001]);
  expect(seen).toEqual([...seen].sort(([a], [b]) => a - b));
  saved(await library.commands.undoLatest(uuid()));
  expect(await library.db.papers.filter(({ triage }) => triage.starred).count()).toBe(0);
}, 30_000);
