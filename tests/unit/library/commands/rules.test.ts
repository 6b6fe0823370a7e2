// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '@/lib/protocol/limits';
import { RULE_LIMITS, type Rule } from '@/lib/protocol/rule';
import { applyRuleEdit, type RuleEdit } from '@/lib/protocol/rule-edit';
import { failNextWrite, openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { makePaper } from '../../../helpers/papers';
import { anyEdit, anyRules, makeRule } from './rules-sample';

const [A, B, C] = [makeRule(1), makeRule(2), makeRule(3)] as const;
const uuid = () => crypto.randomUUID();

async function save(library: TestLibrary, rules: readonly Rule[], op: string = uuid()) {
  library.clock.now += 1;
  const answer = await library.commands.editRules({ op, edit: { kind: 'replace', rules } });
  saved(answer);
  return op;
}

async function edit(library: TestLibrary, edit: RuleEdit) {
  library.clock.now += 1;
  return library.commands.editRules({ op: uuid(), edit });
}

const ofRules = (library: TestLibrary) => library.db.rules.toArray();

describe('saving', () => {
  test('makes the list all rules there are, in its order', async () => {
    const library = await openLibrary();
    for (const rules of [[A, B, C], [C, A], [B, { ...C, enabled: false }], []]) {
      await save(library, rules);
      expect(await library.queries.rules()).toEqual(rules);
    }
  });

  test('answers with the rules', async () => {
    const library = await openLibrary();
    const op = uuid();
    const answer = await library.commands.editRules({
      op,
      edit: { kind: 'replace', rules: [B, A] },
    });
    expect(answer).toMatchObject({ ok: true, op, states: {}, rules: [B, A] });
  });

  test('writes and stamps those alone that change', async () => {
    const library = await openLibrary();
    await save(library, [A, B]);
    const before = await ofRules(library);
    await save(library, [A, { ...B, colour: 5 }]);
    const [a, b] = await ofRules(library);
    expect(a).toEqual(before[0]);
    expect(b?.stamp.localeCompare(before[1]?.stamp ?? '')).toBe(1);
  });

  test('keeps that a rule was deleted, for other devices', async () => {
    const library = await openLibrary();
    await save(library, [A]);
    await save(library, []);
    expect(await ofRules(library)).toMatchObject([{ id: A.id, rule: A, deleted: true }]);
  });

  test('is done at most once', async () => {
    const library = await openLibrary();
    const op = await save(library, [A]);
    await save(library, [A, B]);
    const again = await library.commands.editRules({ op, edit: { kind: 'replace', rules: [A] } });
    expect(again).toMatchObject({ ok: true, rules: [A, B] });
    expect(await library.db.operations.count()).toBe(2);
  });

  test.each(['rules', 'operations', 'state'])(
    'leaves nothing when a write to %s fails',
    async (table) => {
      const library = await openLibrary();
      await save(library, [A]);
      const before = [await ofRules(library), await library.contents()];
      failNextWrite(table, 'aborts at the end', 'UnknownError');
      const refused = await library.commands.editRules({
        op: uuid(),
        edit: { kind: 'replace', rules: [B, A] },
      });
      expect(refused).toMatchObject({ ok: false, code: 'storage' });
      expect([await ofRules(library), await library.contents()]).toEqual(before);
    },
  );

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no edit', { op: uuid() }],
    ['no operation id', { edit: { kind: 'replace', rules: [A] } }],
    ['an edit that is none', { op: uuid(), edit: { kind: 'shuffle' } }],
    ...[
      { kind: 'replace', rules: A },
      { kind: 'replace', rules: [A, A] },
      { kind: 'replace', rules: [{ ...A, terms: 'x' }] },
      { kind: 'replace', rules: Array(RULE_LIMITS.rules + 1).fill(A) },
      { kind: 'patch', id: A.id, patch: { terms: [] } },
      { kind: 'patch', id: A.id, patch: { colour: 9 } },
      { kind: 'move', id: A.id, to: -1 },
      { kind: 'move', id: A.id, to: Number.NaN },
      { kind: 'remove', id: 'x' },
    ].map((edit): [string, unknown] => [JSON.stringify(edit).slice(0, 60), { op: uuid(), edit }]),
  ])('of %s is refused', async (_, input) => {
    const library = await openLibrary();
    await save(library, [A]);
    expect(await library.commands.editRules(input)).toMatchObject({ ok: false, code: 'invalid' });
    expect(await library.queries.rules()).toEqual([A]);
  });

  test('ends at a number of rules', async () => {
    const library = await openLibrary();
    const most = Array.from({ length: RULE_LIMITS.rules }, (_, n) => makeRule(n));
    await save(library, most);
    const refused = await edit(library, { kind: 'add', rules: [makeRule(5_000)] });
    expect(refused).toMatchObject({ ok: false, code: 'invalid' });
    expect(await library.queries.rules()).toEqual(most);
  });

  test('drops keys that are no part of a rule', async () => {
    const library = await openLibrary();
    await save(library, [{ ...A, ...JSON.parse('{ "__proto__": { "x": 1 }, "more": 2 }') }]);
    expect(await library.queries.rules()).toEqual([A]);
  });
});

describe('an edit', () => {
  test('changes just what it names, as the rules are by then', async () => {
    const library = await openLibrary();
    await save(library, [A, B, C]);
    await Promise.all([
      edit(library, { kind: 'patch', id: A.id, patch: { colour: 4 } }),
      edit(library, { kind: 'patch', id: A.id, patch: { enabled: false } }),
      edit(library, { kind: 'move', id: C.id, to: 0 }),
      edit(library, { kind: 'remove', id: B.id }),
    ]);
    expect(await library.queries.rules()).toEqual([C, { ...A, colour: 4, enabled: false }]);
  });

  test('of a rule that is gone changes nothing', async () => {
    const library = await openLibrary();
    await save(library, [A, B]);
    await save(library, [A]);
    for (const gone of [
      { kind: 'patch', id: B.id, patch: { colour: 4 } },
      { kind: 'move', id: B.id, to: 0 },
      { kind: 'remove', id: B.id },
    ] as const) {
      expect(await edit(library, gone)).toMatchObject({ ok: true });
    }
    expect(await library.queries.rules()).toEqual([A]);
  });

  test('adds a rule that was deleted again', async () => {
    const library = await openLibrary();
    await save(library, [A, B]);
    await save(library, [B]);
    await edit(library, { kind: 'add', rules: [A, B] });
    expect(await library.queries.rules()).toEqual([B, A]);
  });

  test('made twice does no more than once', () => {
    fc.assert(
      fc.property(anyRules, anyEdit, (rules, edit) => {
        const once = applyRuleEdit(rules, edit);
        expect(applyRuleEdit(once, edit)).toEqual(once);
      }),
    );
  });

  test('is stored as it is shown before it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const library = await openLibrary();
        let shown: readonly Rule[] = [];
        for (const one of edits) {
          saved(await edit(library, one));
          shown = applyRuleEdit(shown, one);
          expect(await library.queries.rules()).toEqual(shown);
        }
        await library.remove();
      }),
      { numRuns: 25 },
    );
  });
});

describe('adding', () => {
  test('puts a rule after the others', async () => {
    const library = await openLibrary();
    await save(library, [B, A]);
    const answer = await library.commands.addRule({ op: uuid(), rule: C });
    expect(answer).toMatchObject({ ok: true, states: {}, rules: [B, A, C] });
    expect(await library.queries.rules()).toEqual([B, A, C]);
  });

  test('of several at once loses none', async () => {
    const library = await openLibrary();
    const rules = Array.from({ length: 8 }, (_, n) => makeRule(n));
    await Promise.all(rules.map((rule) => library.commands.addRule({ op: uuid(), rule })));
    expect(await library.queries.rules()).toHaveLength(8);
  });

  test('neither changes a rule nor brings one back', async () => {
    const library = await openLibrary();
    await save(library, [A, B]);
    await save(library, [A]);
    for (const rule of [{ ...A, enabled: false }, B]) {
      const refused = await library.commands.addRule({ op: uuid(), rule });
      expect(refused).toMatchObject({ ok: false, code: 'invalid' });
    }
    expect(await library.queries.rules()).toEqual([A]);
  });

  test('ends at a number of rules; deleted ones do not count', async () => {
    const library = await openLibrary();
    const rules = Array.from({ length: LIMITS.rulesToAddTo }, (_, n) => makeRule(n));
    await save(library, rules);
    const add = () => library.commands.addRule({ op: uuid(), rule: makeRule(1_000) });
    expect(await add()).toMatchObject({ ok: false, code: 'invalid' });
    await save(library, rules.slice(1));
    expect(await add()).toMatchObject({ ok: true });
  });
});

describe('undo', () => {
  test('of an added rule takes it away, and again brings it back', async () => {
    const library = await openLibrary();
    await save(library, [A]);
    const { op } = saved(await library.commands.addRule({ op: uuid(), rule: B }));
    const undone = saved(await library.undo(op));
    expect(undone).toMatchObject({ rules: [A] });
    expect(saved(await library.undo(undone.op))).toMatchObject({ rules: [A, B] });
  });

  test('leaves alone what was changed since', async () => {
    const library = await openLibrary();
    await save(library, [A, B]);
    const op = await save(library, [
      { ...A, colour: 2 },
      { ...B, colour: 2 },
    ]);
    await save(library, [{ ...A, colour: 3 }, { ...B, colour: 2 }, C]);
    saved(await library.undo(op));
    expect(await library.queries.rules()).toEqual([{ ...A, colour: 3 }, B, C]);
  });

  test('of a paper says nothing of rules', async () => {
    const library = await openLibrary();
    const { op } = saved(await library.run({ kind: 'star', value: true }, makePaper()));
    expect(await library.undo(op)).not.toHaveProperty('rules');
  });

  test('takes any sequence of saves back, one by one, and forward again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRules, { minLength: 1, maxLength: 6 }), async (lists) => {
        const library = await openLibrary();
        const rules = () => library.queries.rules();
        const states = [await rules()];
        const operations: string[] = [];
        for (const list of lists) {
          operations.push(await save(library, list));
          states.push(await rules());
          expect(states.at(-1)).toEqual(list);
        }
        const undos: string[] = [];
        for (const [index, op] of [...operations.entries()].reverse()) {
          undos.push(saved(await library.undo(op)).op);
          expect(await rules()).toEqual(states[index]);
        }
        for (const [index, op] of undos.reverse().entries()) {
          saved(await library.undo(op));
          expect(await rules()).toEqual(states[index + 1]);
        }
        await library.remove();
      }),
      { numRuns: 25 },
    );
  });
});
