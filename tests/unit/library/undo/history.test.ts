// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpackWrites } from '@/lib/library/store/writes';
import { trimOperations } from '@/lib/library/undo/history';
import { UNDECIDED } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import type { OperationId } from '@/lib/protocol/operation-id';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { anyChange, idOf, makePaper } from '../../../helpers/papers';
import { anyRules, makeRule } from '../commands/rules-sample';

const PAPER = makePaper();
const PAPERS = [PAPER, makePaper({ id: idOf(2), title: 'Another' })];
const STAR: Change = { kind: 'star', value: true };
const UNSTAR: Change = { kind: 'star', value: false };
const note = (value: string, continues?: OperationId): Change => ({
  ...{ kind: 'note', value, continues },
});
const tagged = (tag: string): Change => ({ kind: 'tag', tag, value: true });
const uuid = () => crypto.randomUUID();

const undoLatest = (library: TestLibrary) => library.commands.undoLatest(uuid());
const redoLatest = (library: TestLibrary) => library.commands.redoLatest(uuid());
const state = async (library: TestLibrary) =>
  (await library.queries.states([PAPER.id]))[PAPER.id] ?? UNDECIDED;

/** All that a user can see. */
async function visible({ db, queries }: TestLibrary) {
  const papers = await db.papers.toArray();
  return {
    papers: papers.map(({ id, triage, deleted, shelf }) => ({ id, triage, deleted, shelf })),
    rules: await queries.rules(),
  };
}

describe('undo and redo of the latest', () => {
  test('go back and forth in the order of the commands, and say what they do', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, ...PAPERS));
    saved(await library.run(tagged('to read'), PAPER));
    const star = 'Starred 2 papers';
    const tag = 'Tagged “A made-up paper” with “to read”';
    expect(await library.queries.history()).toEqual({ undo: tag, redo: null });
    expect(saved(await undoLatest(library))).toMatchObject({
      text: `Undid: ${tag}`,
      history: { undo: star, redo: tag },
    });
    expect(saved(await undoLatest(library)).text).toBe(`Undid: ${star}`);
    expect(await undoLatest(library)).toMatchObject({ message: 'There is nothing to undo.' });
    expect(await state(library)).toEqual(UNDECIDED);
    expect(saved(await redoLatest(library)).text).toBe(`Redid: ${star}`);
    expect(saved(await redoLatest(library)).text).toBe(`Redid: ${tag}`);
    expect(await redoLatest(library)).toMatchObject({ message: 'There is nothing to redo.' });
    expect(await state(library)).toEqual({ ...UNDECIDED, starred: true, tags: ['to read'] });
    expect(await library.queries.history()).toEqual({ undo: tag, redo: null });
  });

  test('a new command makes redo forget', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    saved(await undoLatest(library));
    saved(await library.run(tagged('a'), PAPER));
    expect(await redoLatest(library)).toMatchObject({ message: 'There is nothing to redo.' });
    expect((await library.queries.history()).redo).toBeNull();
  });

  test('what was undone before that can be done again by its name', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    const undo = saved(await undoLatest(library));
    saved(await library.run(tagged('a'), PAPER));
    expect(saved(await library.undo(undo.op)).text).toBe('Redid: Starred “A made-up paper”');
    expect(await state(library)).toMatchObject({ starred: true, tags: ['a'] });
  });

  test('sent again, are done once, and answered with the same text', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    saved(await library.run(tagged('a'), PAPER));
    const op = uuid();
    const [first, again] = [
      saved(await library.commands.undoLatest(op)),
      saved(await library.commands.undoLatest(op)),
    ];
    expect(again).toEqual(first);
    expect(await state(library)).toMatchObject({ starred: true, tags: [] });
  });

  test('of two tabs at once undo two commands', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    saved(await library.run(tagged('a'), PAPER));
    for (const answer of await Promise.all([undoLatest(library), undoLatest(library)]))
      saved(answer);
    expect(await state(library)).toEqual(UNDECIDED);
  });

  test('take changes of the rules in their turn', async () => {
    const library = await openLibrary();
    saved(await library.commands.addRule({ op: uuid(), rule: makeRule(1) }));
    saved(await library.run(STAR, PAPER));
    saved(await undoLatest(library));
    expect(saved(await undoLatest(library))).toMatchObject({
      text: 'Undid: Added a rule',
      rules: [],
    });
    expect(saved(await redoLatest(library))).toMatchObject({ rules: [makeRule(1)] });
  });

  test('pass over what changed nothing, as a star in a second tab', async () => {
    const library = await openLibrary();
    const star = saved(await library.run(STAR, PAPER));
    saved(await library.run(STAR, PAPER));
    saved(
      await library.commands.editRules({
        op: uuid(),
        edit: { kind: 'remove', id: makeRule(1).id },
      }),
    );
    expect(saved(await undoLatest(library))).toMatchObject({
      text: `Undid: ${star.text}`,
      history: { undo: null, redo: star.text },
    });
    expect(await state(library)).toEqual(UNDECIDED);
    expect(saved(await redoLatest(library)).text).toBe(`Redid: ${star.text}`);
    expect(await state(library)).toMatchObject({ starred: true });
  });

  test('and what changed nothing leaves redo as it is', async () => {
    const library = await openLibrary();
    const star = saved(await library.run(STAR, PAPER));
    saved(await undoLatest(library));
    saved(await library.run(UNSTAR, PAPER));
    expect((await library.queries.history()).redo).toBe(star.text);
    saved(await redoLatest(library));
    expect(await state(library)).toMatchObject({ starred: true });
  });

  test('a note typed back to what it was is no step', async () => {
    const library = await openLibrary();
    const star = saved(await library.run(STAR, PAPER));
    const first = saved(await library.run(note('a'), PAPER));
    saved(await library.run(note('', first.op), PAPER));
    expect((await library.queries.history()).undo).toBe(star.text);
  });

  test('a long title is cut', async () => {
    const library = await openLibrary();
    const { text } = saved(await library.run(STAR, makePaper({ title: '😀'.repeat(500) })));
    expect(text).toBe(`Starred “${'😀'.repeat(80)}…”`);
  });
});

describe('out of order', () => {
  test('a command undone by its name leaves what a later one wrote, also when it is the same', async () => {
    const library = await openLibrary();
    const first = saved(await library.run(STAR, PAPER));
    saved(await library.run(UNSTAR, PAPER));
    saved(await library.run(STAR, PAPER));
    saved(await library.undo(first.op));
    expect(await state(library)).toMatchObject({ starred: true });
  });

  test('and the later one, undone, finds what was before both', async () => {
    const library = await openLibrary();
    const first = saved(await library.run(note('one'), PAPER));
    saved(await library.run(note('two'), PAPER));
    saved(await library.undo(first.op));
    expect(await state(library)).toMatchObject({ note: 'two' });
    saved(await undoLatest(library));
    expect(await state(library)).toMatchObject({ note: '' });
  });
});

type Step =
  | { readonly do: 'run'; readonly change: Change; readonly papers: typeof PAPERS }
  | { readonly do: 'rules'; readonly rules: ReturnType<typeof makeRule>[] }
  | { readonly do: 'undoLatest' | 'redoLatest' }
  | { readonly do: 'undo'; readonly nth: number };

const anyRun: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('run' as const),
  change: anyChange,
  papers: fc.subarray(PAPERS, { minLength: 1 }),
});
const anyCommand: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: anyRun },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rules' as const), rules: anyRules }) },
);
const anyLatest: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('undoLatest' as const, 'redoLatest' as const),
});
const anyUndo: fc.Arbitrary<Step> = fc.record({ do: fc.constant('undo' as const), nth: fc.nat() });

async function take(
  library: TestLibrary,
  step: Step,
  operations: readonly OperationId[],
): Promise<Acknowledgement> {
  library.clock.now += 1;
  switch (step.do) {
    case 'run':
      return library.run(step.change, ...step.papers);
    case 'rules':
      return library.commands.editRules({
        op: uuid(),
        edit: { kind: 'replace', rules: step.rules },
      });
    case 'undo':
      return library.undo(operations[step.nth % operations.length] ?? uuid());
    default:
      return library.commands[step.do](uuid());
  }
}

/** What all commands that stand make of the papers, one after the other. */
async function folded({ db }: TestLibrary) {
  const fields = new Map<string, unknown>();
  for (const { op, standing } of await db.operations.toArray()) {
    if (standing !== 'done') continue;
    for (const { id, after } of unpackWrites((await db.writes.get(op))?.papers ?? [])) {
      for (const [field, value] of Object.entries(after)) {
        if (field !== 'added') fields.set(`${id} ${field}`, value);
      }
    }
  }
  return fields;
}

describe('laws', () => {
  test('undo all the way gives the first state, redo all the way the last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(anyCommand, anyLatest), { minLength: 1, maxLength: 12 }),
        async (steps) => {
          const library = await openLibrary();
          saved(await library.run({ kind: 'restore' }, ...PAPERS));
          await library.db.operations.clear();
          const first = await visible(library);
          for (const step of steps) await take(library, step, []);
          const states = [await visible(library)];
          const labels: (string | null)[] = [];
          for (;;) {
            const { undo } = await library.queries.history();
            const answer = await undoLatest(library);
            if (!answer.ok) break;
            expect(answer.text).toBe(`Undid: ${undo}`);
            labels.push(undo);
            states.push(await visible(library));
          }
          expect(states.pop()).toEqual(first);
          for (const label of labels.reverse()) {
            const answer = saved(await redoLatest(library));
            expect(answer.text).toBe(`Redid: ${label}`);
            expect(await visible(library)).toEqual(states.pop());
          }
          await library.remove();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('in whatever order things are undone, all that stands shows, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(anyRun, anyLatest, anyUndo, anyUndo), { minLength: 1, maxLength: 14 }),
        async (steps) => {
          const library = await openLibrary();
          const operations: OperationId[] = [];
          for (const step of steps) {
            const answer = await take(library, step, operations);
            if (answer.ok) operations.push(answer.op);
          }
          const fields = await folded(library);
          for (const { id, triage, deleted } of await library.db.papers.toArray()) {
            const of = (field: string, unwritten: unknown) =>
              fields.get(`${id} ${field}`) ?? unwritten;
            const tags = [...fields]
              .filter(([key, value]) => key.startsWith(`${id} tag:`) && value)
              .map(([key]) => key.slice(`${id} tag:`.length));
            expect({ ...triage, deleted }).toEqual({
              starred: of('starred', false),
              status: of('status', 'unread'),
              dismissed: of('dismissed', false),
              note: of('note', ''),
              tags: tags.sort(),
              deleted: of('deleted', false),
            });
          }
          await library.remove();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a session of typing a note', () => {
  async function type(library: TestLibrary, ...values: string[]) {
    let last: OperationId | undefined;
    for (const value of values) last = saved(await library.run(note(value, last), PAPER)).op;
    return last ?? uuid();
  }

  test('is undone as one, and done again as one', async () => {
    const library = await openLibrary();
    saved(await library.run(note('before'), PAPER));
    await type(library, 'a', 'at', 'att');
    saved(await undoLatest(library));
    expect(await state(library)).toMatchObject({ note: 'before' });
    saved(await redoLatest(library));
    expect(await state(library)).toMatchObject({ note: 'att' });
  });

  test('keeps no more than one text of a million characters', async () => {
    const library = await openLibrary();
    await type(library, 'x'.repeat(1_000_000), 'y'.repeat(1_000_000), 'z');
    expect(JSON.stringify(await library.db.writes.toArray()).length).toBeLessThan(1_000);
  });

  test('takes a paper that it brought onto the list off it again', async () => {
    const library = await openLibrary();
    await type(library, 'a', 'at');
    saved(await undoLatest(library));
    expect((await library.db.papers.get(PAPER.id))?.shelf).toBe('none');
  });

  test('is undone as one by the name of any of its commands', async () => {
    const library = await openLibrary();
    const first = saved(await library.run(note('a'), PAPER));
    const second = saved(await library.run(note('at', first.op), PAPER));
    saved(await library.undo(first.op));
    expect(await state(library)).toMatchObject({ note: '' });
    for (const { op } of [first, second]) {
      expect(await library.undo(op)).toMatchObject({ message: 'This was undone already.' });
    }
  });

  test('goes on beside other changes of the paper', async () => {
    const library = await openLibrary();
    const first = saved(await library.run(note('a'), PAPER));
    saved(await library.run(STAR, PAPER));
    saved(await library.run(note('at', first.op), PAPER));
    saved(await undoLatest(library));
    expect(await state(library)).toMatchObject({ note: '', starred: true });
  });

  test.each<[string, (library: TestLibrary, op: OperationId) => Promise<unknown>]>([
    ['another note', (library) => library.run(note('other'), PAPER)],
    ['the same note from elsewhere', (library) => library.run(note('a'), PAPER)],
    ['an undo', (library, op) => library.undo(op)],
  ])('ends with %s in between: the next one stands for itself', async (_, meanwhile) => {
    const library = await openLibrary();
    const first = saved(await library.run(note('a'), PAPER));
    await meanwhile(library, first.op);
    const between = await state(library);
    saved(await library.run(note('at', first.op), PAPER));
    saved(await undoLatest(library));
    expect(await state(library)).toEqual(between);
  });

  test.each<[string, (library: TestLibrary) => Promise<OperationId>]>([
    ['a command that is not known', async () => uuid()],
    ['no note', async (library) => saved(await library.run(STAR, PAPER)).op],
    [
      'the note of another paper',
      async (library) => saved(await library.run(note('a'), makePaper({ id: idOf(2) }))).op,
    ],
  ])('does not continue %s', async (_, other) => {
    const library = await openLibrary();
    const op = await other(library);
    const before = await visible(library);
    saved(await library.run(note('at', op), PAPER));
    saved(await undoLatest(library));
    expect((await visible(library)).papers).toEqual(
      expect.arrayContaining(before.papers.filter(({ id }) => id !== PAPER.id)),
    );
    expect(await state(library)).toMatchObject({ note: '' });
  });

  test('a command that was absorbed, sent again, is answered and changes nothing', async () => {
    const library = await openLibrary();
    const first = uuid();
    saved(await library.runAs(first, note('a'), PAPER));
    saved(await library.run(note('at', first), PAPER));
    saved(await library.runAs(first, note('a'), PAPER));
    expect(await state(library)).toMatchObject({ note: 'at' });
  });
});

describe('what is kept', () => {
  async function fill(library: TestLibrary, count: number, size: number) {
    const { stamp = '' } = (await library.db.operations.toCollection().first()) ?? {};
    const operations = Array.from({ length: count }, () => ({
      ...{ op: uuid(), stamp, label: 'Made up', size, standing: 'done' as const, turn: stamp },
    }));
    await library.db.operations.bulkAdd(operations);
    await library.db.writes.bulkAdd(operations.map(({ op }) => ({ op, papers: [] })));
  }

  test('the last thousand operations, with what they wrote', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run(STAR, PAPER));
    await fill(library, 999, 10);
    await trimOperations(library.db);
    expect(await library.db.operations.count()).toBe(1_000);
    saved(await library.undo(op));
    await trimOperations(library.db);
    expect(await library.undo(op)).toMatchObject({ message: 'This is too long ago to be undone.' });
    expect(await library.db.operations.count()).toBe(1_000);
    expect(await library.db.writes.count()).toBe(999);
  });

  test('fewer where they take too much, the newest whatever it takes', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    await fill(library, 20, 10_000_000);
    await trimOperations(library.db);
    expect(await library.db.operations.count()).toBe(5);
    await fill(library, 1, 1_000_000_000);
    await trimOperations(library.db);
    expect(await library.db.operations.count()).toBe(1);
    saved(await undoLatest(library));
    await trimOperations(library.db);
    saved(await redoLatest(library));
  });

  test('without being asked, as commands come', async () => {
    const library = await openLibrary();
    saved(await library.run(STAR, PAPER));
    await fill(library, 1_200, 10);
    for (let nth = 0; nth < 50; nth += 1) saved(await library.run(note(`${nth}`), PAPER));
    await expect.poll(() => library.db.operations.count()).toBe(1_000);
  });

  test('a change of many papers is kept as one', async () => {
    const library = await openLibrary();
    const papers = Array.from({ length: 1_200 }, (_, n) => makePaper({ id: idOf(n) }));
    saved(await library.run(STAR, ...papers));
    const [kept] = await library.db.writes.toArray();
    expect(kept?.papers).toHaveLength(1);
    saved(await undoLatest(library));
    expect(await library.db.papers.filter(({ triage }) => triage.starred).count()).toBe(0);
  });
});
