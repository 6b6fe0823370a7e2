// @vitest-environment node
/** Our own format loses nothing: laws over libraries that grew by commands. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSavedLibrary } from '@/lib/exchange/import/read-saved-library';
import type { PaperId } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { READING_LIST } from '@/lib/protocol/list-query';
import { type Rule, RuleSchema } from '@/lib/protocol/rule';
import { SavedPaperSchema } from '@/lib/protocol/saved-library';
import type { Task } from '@/lib/protocol/task';
import { badge, savedFilters, theme } from '@/lib/settings/settings';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { anyChange, anyMetadata, idOf, makePaper } from '../../helpers/papers';
import { bringFile, fileOf, timeless } from '../../helpers/saved-library';

const schema = JSON.parse(readFileSync('docs/winnow-format.schema.json', 'utf8'));
const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false }).compile(schema);

function valid(file: string): string {
  validate(JSON.parse(file));
  expect(validate.errors).toBeNull();
  return file;
}

/** What of a part of the format can be said, as our own schema of it says. */
function saidOf(entries: Readonly<Record<string, unknown>>) {
  const enums = Object.entries(entries).flatMap(([name, entry]) => {
    const { options } = entry as { readonly options?: readonly unknown[] };
    return options ? [[name, { enum: options }]] : [];
  });
  return { names: Object.keys(entries), enums: Object.fromEntries(enums) };
}

test.each([
  ['paper', schema.$defs.paper, SavedPaperSchema.entries],
  ['meta', schema.$defs.meta, SavedPaperSchema.entries.meta.entries],
  ['triage', schema.$defs.triage, SavedPaperSchema.entries.triage.entries],
  ['rule', schema.$defs.rule.properties.rule, RuleSchema.entries],
])('docs/winnow-format.schema.json has each field and value of a %s', (_, told, entries) => {
  const { names, enums } = saidOf(entries);
  expect(Object.keys(told.properties).sort()).toEqual(names.sort());
  expect(told.properties).toMatchObject(enums);
});

beforeEach(() => fakeBrowser.reset());

type Step =
  | { readonly kind: 'change'; readonly n: number; readonly change: Change; readonly meta: object }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'rules'; readonly rules: readonly number[] }
  | { readonly kind: 'undo' };

const RULES: readonly Rule[] = [1, 2, 3].map((n) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  ...{ terms: [`word${n}`], fields: ['title'], mode: 'word', matchCase: false },
  ...{ action: 'highlight', colour: 1, enabled: true, where: 'everywhere' },
}));

const tag = fc.constantFrom('attention', 'to read', '__proto__');
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      n: fc.integer({ min: 1, max: 4 }),
      change: anyChange,
      meta: anyMetadata,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('task' as const),
      task: fc.oneof(
        fc.record({
          kind: fc.constant('colourTag' as const),
          tag,
          colour: fc.constantFrom(1, 5, null),
        }),
        fc.record({ kind: fc.constant('deleteTag' as const), tag }),
      ) as fc.Arbitrary<Task>,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rules' as const),
      rules: fc.uniqueArray(fc.nat({ max: 2 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
);

const merge: Step = {
  kind: 'task',
  task: { kind: 'mergePapers', merges: [{ into: idOf(1), from: [idOf(2)] }] },
};

const steps = fc.array(anyStep, { maxLength: 10 });

async function grow(library: TestLibrary, all: readonly Step[], sinceMs = 0): Promise<void> {
  library.clock.now += sinceMs;
  for (const step of all) {
    library.clock.now += 1;
    const op = crypto.randomUUID();
    if (step.kind === 'change') {
      await library.run(
        step.change,
        makePaper({ ...step.meta, id: idOf(step.n), source: 'arxiv' }),
      );
    } else if (step.kind === 'task') await library.commands.manage({ op, task: step.task });
    else if (step.kind === 'undo') await library.commands.undoLatest(op);
    else
      await library.commands.editRules({
        op,
        edit: { kind: 'replace', rules: step.rules.map((n) => RULES[n]) },
      });
  }
}

async function grown(all: readonly Step[], sinceMs = 0): Promise<TestLibrary> {
  const library = await openLibrary();
  await grow(library, all, sinceMs);
  return library;
}

/** Everything by id, whatever the order in which it came. */
async function contentOf(library: TestLibrary) {
  const file = valid(await fileOf(library));
  const { papers, tags, rules, savedFilters } = timeless(file) as Record<string, never[]>;
  const sorted = (list: { id?: string; tag?: string }[] = [], key: 'id' | 'tag' = 'id') =>
    [...list].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
  return { papers: sorted(papers), tags: sorted(tags, 'tag'), rules: sorted(rules), savedFilters };
}

describe('laws', () => {
  test('export, import into an empty library, export: the same, record by record', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (all, isMerged) => {
        const library = await grown(isMerged ? [...all, merge] : all);
        const file = valid(await fileOf(library));
        const other = await openLibrary();
        saved(await bringFile(other, file));
        expect(timeless(await fileOf(other))).toEqual(timeless(file));
        const records = async ({ db }: TestLibrary) =>
          (await db.papers.toArray()).map(({ num: _, earlierNotes: __, ...record }) => record);
        expect(await records(other)).toEqual(await records(library));
        expect(await other.queries.tagList()).toEqual(await library.queries.tagList());
        await Promise.all([library.remove(), other.remove()]);
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  test('imported twice, nothing changes; the order of two files does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, steps, fc.nat({ max: 5_000 }), async (first, a, b, since) => {
        const libraries = [await grown(first), await openLibrary()] as const;
        const [one, other] = libraries;
        saved(await bringFile(other, await fileOf(one)));
        await grow(one, a);
        await grow(other, b, since);
        const files = [await fileOf(one), await fileOf(other)] as const;
        const [ab, ba] = [await openLibrary(), await openLibrary()];
        saved(await bringFile(ab, files[0]));
        saved(await bringFile(ab, files[1]));
        saved(await bringFile(ba, files[1]));
        saved(await bringFile(ba, files[0]));
        const content = await contentOf(ab);
        expect(content).toEqual(await contentOf(ba));
        const answer = saved(await bringFile(ab, files[0]));
        expect(answer.text).toBe('Imported 0 papers');
        expect(await contentOf(ab)).toEqual(content);
        await Promise.all([one, other, ab, ba].map((library) => library.remove()));
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  test('undo gives back what was there; what was removed comes back where that is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, after) => {
        const library = await grown(before);
        const file = await fileOf(library);
        const wanted = await library.db.papers.toArray();
        await grow(library, after);
        const visible = async () =>
          (await library.db.papers.toArray())
            .filter(({ shelf }) => shelf !== 'none')
            .map(({ id, triage, deleted }) => ({ id, triage, deleted }));
        const was = await visible();
        const answer = saved(await bringFile(library, file, true));
        for (const { id, triage, deleted } of wanted) {
          if (deleted) continue;
          const now = await library.db.papers.get(id);
          expect(now?.triage.tags).toEqual(expect.arrayContaining([...triage.tags]));
          if (triage.starred) expect(now?.triage.starred).toBe(true);
          if (triage.note !== '') expect(now?.triage.note).not.toBe('');
        }
        saved(await library.undo(answer.op));
        expect(await visible()).toEqual(was);
        await library.remove();
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

test('lists and search find what was imported', async () => {
  const library = await openLibrary();
  await library.run({ kind: 'star', value: true }, makePaper({ title: 'On Moss and Stones' }));
  const other = await openLibrary();
  saved(await bringFile(other, await fileOf(library)));
  expect(await other.db.unindexed.count()).toBe(1);
  const titles = await other.db.titles.toArray();
  expect(JSON.stringify(titles)).toContain('moss');
});

test('a selection has its papers, and the colours of their tags', async () => {
  const library = await openLibrary();
  await library.run({ kind: 'tag', tag: 'moss', value: true }, makePaper());
  await library.run({ kind: 'tag', tag: 'fern', value: true }, makePaper({ id: idOf(2) }));
  for (const tag of ['moss', 'fern']) {
    const task = { kind: 'colourTag', tag, colour: 3 };
    await library.commands.manage({ op: crypto.randomUUID(), task });
  }
  const file = valid(await fileOf(library, [0]));
  expect(JSON.parse(file)).toMatchObject({ papers: [{ id: idOf(1) }], tags: [{ tag: 'moss' }] });
  expect(JSON.parse(file)).not.toHaveProperty('rules');
});

test('what is decided after an import is later than all that came with it', async () => {
  const one = await openLibrary();
  one.clock.now += 3_600_000; // its clock is an hour ahead
  await one.run({ kind: 'star', value: true }, makePaper());
  const file = await fileOf(one);
  const other = await openLibrary();
  saved(await bringFile(other, file));
  await other.run({ kind: 'star', value: false }, makePaper());
  saved(await bringFile(other, file));
  expect((await other.db.papers.get(idOf(1)))?.triage.starred).toBe(false);
});

test('a rule that is changed after an import is later than the one that came', async () => {
  const one = await openLibrary();
  one.clock.now += 3_600_000;
  await grow(one, [{ kind: 'rules', rules: [0] }]);
  const file = await fileOf(one);
  const other = await openLibrary();
  saved(await bringFile(other, file));
  await grow(other, [{ kind: 'rules', rules: [] }]);
  saved(await bringFile(other, file));
  expect(await other.queries.rules()).toEqual([]);
  saved(await bringFile(other, file, true));
  expect(await other.queries.rules()).toEqual([RULES[0]]);
});

test('a paper of a library that knew less is read again', async () => {
  const library = await openLibrary();
  await library.run({ kind: 'star', value: true }, makePaper());
  await library.db.papers.toCollection().modify((record: { meta: { doi?: unknown } }) => {
    delete record.meta.doi; // as before version 5
  });
  const [found] = readSavedLibrary(valid(await fileOf(library))).papers();
  expect(found).toMatchObject({ saved: { id: idOf(1), meta: { doi: null } } });
});

test('earlier notes are kept, each once', async () => {
  const library = await openLibrary();
  for (const value of ['one', 'two', 'one', 'three']) {
    await library.run({ kind: 'note', value }, makePaper());
  }
  const other = await openLibrary();
  saved(await bringFile(other, valid(await fileOf(library))));
  const earlier = JSON.parse(await fileOf(other)).papers[0].earlierNotes;
  expect(earlier.map(({ note }: { note: string }) => note)).toEqual(['two', 'one']);
});

test('saved filters come with the import, and go with its undo', async () => {
  const query = {
    ...READING_LIST,
    search: 'moss',
  };
  await savedFilters.setValue([{ id: 'a', name: 'Moss', query }]);
  const library = await openLibrary();
  await library.run({ kind: 'star', value: true }, makePaper());
  const file = valid(await fileOf(library));
  await savedFilters.setValue([{ id: 'b', name: 'Own', query }]);
  const other = await openLibrary();
  const { op } = saved(await bringFile(other, file));
  expect((await savedFilters.getValue()).map(({ name }) => name)).toEqual(['Own', 'Moss']);
  const undone = saved(await other.undo(op));
  expect((await savedFilters.getValue()).map(({ name }) => name)).toEqual(['Own']);
  saved(await other.undo(undone.op));
  expect((await savedFilters.getValue()).map(({ name }) => name)).toEqual(['Own', 'Moss']);
});

test('settings that are taken over go with the undo, but for those changed since', async () => {
  const library = await openLibrary();
  const settings = {
    before: { theme: 'auto', badge: 'page', fetchAbstracts: false },
    after: { theme: 'dark', badge: 'unread', fetchAbstracts: 'perhaps' },
  };
  const { op } = saved(await bringFile(library, await fileOf(library), false, settings));
  const chosen = async () => [await theme.getValue(), await badge.getValue()];
  expect(await chosen()).toEqual(['dark', 'unread']);
  await badge.setValue('none');
  const undone = saved(await library.undo(op));
  expect(await chosen()).toEqual(['auto', 'none']);
  saved(await library.undo(undone.op));
  expect(await chosen()).toEqual(['dark', 'none']);
});

describe('files that are meant to do harm, or were harmed', () => {
  async function sample(): Promise<string> {
    const library = await openLibrary();
    for (const n of [1, 2, 3]) {
      await library.run({ kind: 'star', value: true }, makePaper({ id: idOf(n) }));
    }
    return fileOf(library);
  }
  const read = (file: string) => {
    const { papers, problems, rest } = readSavedLibrary(file);
    const all = [...papers()];
    return {
      rest,
      papers: all.flatMap((one) => ('saved' in one ? [one.saved] : [])),
      unreadable: [...problems, ...all.flatMap((one) => ('saved' in one ? [] : [one.unreadable]))],
    };
  };

  test('one bad record loses no other, and is told of by its field', async () => {
    const file = JSON.parse(await sample());
    file.papers[1].triage.starred = 'yes';
    file.rules = [{ id: 1 }];
    const { papers, unreadable } = read(JSON.stringify(file));
    expect(papers.map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
    expect(unreadable).toMatchObject([
      { place: 1, reason: expect.stringContaining('rules.id') },
      { place: 2, reason: expect.stringContaining('triage.starred') },
    ]);
  });

  test('cut off anywhere, what is whole is read, and it is told', async () => {
    const file = await sample();
    for (let end = 30; end < file.length - 2; end += 7) {
      const { papers, unreadable } = read(file.slice(0, end));
      expect(papers.length).toBeLessThanOrEqual(3);
      expect(unreadable.at(-1)?.reason).toContain('cut off');
    }
    expect(read(file.slice(0, file.indexOf(idOf(3)))).papers).toHaveLength(2);
  });

  test('nesting of a hundred thousand levels, and keys of the language', async () => {
    const file = await sample();
    const bomb = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const bombed = file
      .replace('"papers":[', `"papers":[${bomb},`)
      .replace('"stamps":{', '"stamps":{"__proto__":{"polluted":1},');
    const { papers, unreadable } = read(bombed);
    expect(papers).toHaveLength(3);
    expect(unreadable).toHaveLength(1);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const other = await openLibrary();
    saved(await bringFile(other, bombed));
    expect(await other.db.papers.count()).toBe(3);
  });

  test('a time that is yet to come wins over nothing', async () => {
    const file = JSON.parse(await sample());
    for (const paper of file.papers) {
      paper.triage.starred = false;
      paper.stamps.starred = 'zzzzzzzzz-0000-evil';
    }
    const library = await openLibrary();
    await library.run({ kind: 'star', value: true }, makePaper());
    saved(await bringFile(library, JSON.stringify(file)));
    expect((await library.db.papers.get(idOf(1)))?.triage.starred).toBe(true);
    await library.run({ kind: 'star', value: false }, makePaper());
    expect((await library.queries.clock())?.startsWith('zzz')).toBe(false);
  });

  test('papers that stand for one another, or for none, stay papers', async () => {
    const file = JSON.parse(await sample());
    const ids: PaperId[] = [idOf(2), idOf(1), 'title:nowhere'];
    for (const [index, paper] of file.papers.entries()) paper.mergedInto = ids[index];
    const library = await openLibrary();
    saved(await bringFile(library, JSON.stringify(file)));
    const states = await library.queries.states([idOf(1), idOf(2), idOf(3)]);
    expect(Object.values(states).map(({ starred }) => starred)).toEqual([true, true, true]);
    expect((await library.db.papers.get(idOf(3)))?.shelf).toBe('list');
  });

  test('parts with anything else in them are refused', async () => {
    const library = await openLibrary();
    const op = crypto.randomUUID();
    const { papers } = JSON.parse(await sample());
    const [paper] = papers;
    for (const bad of [
      { ...paper, id: 'arxiv:2611.00001v2' },
      { ...paper, added: -1 },
      { ...paper, meta: { ...paper.meta, title: 7 } },
    ]) {
      const part = { kind: 'saved', op, part: 1, saved: [bad] };
      expect(await library.commands.saveImportPart(part)).toMatchObject({ ok: false });
    }
  });
});

test('a star of after a merge comes to the paper that stands for it', async () => {
  const one = await openLibrary();
  await one.run({ kind: 'tag', tag: 'a', value: true }, makePaper(), makePaper({ id: idOf(2) }));
  const other = await openLibrary();
  saved(await bringFile(other, await fileOf(one)));
  saved(
    await one.commands.manage({
      op: crypto.randomUUID(),
      task: { kind: 'mergePapers', merges: [{ into: idOf(1), from: [idOf(2)] }] },
    }),
  );
  other.clock.now += 60_000;
  await other.run({ kind: 'star', value: true }, makePaper({ id: idOf(2) }));
  saved(await bringFile(one, await fileOf(other)));
  expect((await one.db.papers.get(idOf(1)))?.triage.starred).toBe(true);
});
