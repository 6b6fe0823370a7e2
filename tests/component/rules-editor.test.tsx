import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageStatus } from '@/components/page-link/use-page';
import { RulesEditor } from '@/components/rules-editor/rules-editor';
import { parseTerms, printTerms } from '@/components/rules-editor/terms-text';
import { storeEdit, unsentEdits } from '@/components/rules-editor/unsent-edits';
import { TriageToast } from '@/components/triage/triage-toast';
import { useTriage } from '@/components/triage/use-triage';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { createQueries } from '@/lib/library/queries/queries';
import type { EditRules } from '@/lib/protocol/command';
import { MODES, type Rule } from '@/lib/protocol/rule';
import { newRule } from '@/lib/rules/new-rule';
import { SAMPLE_RULES } from '@/lib/rules/sample-rules';
import { idOf, makePaper } from '../helpers/papers';

/** The editor over a library in memory; commands go straight to it, as the background does. */
const db = openDatabase();
const commands = createCommands(db);
const queries = createQueries(db);

vi.mock('@/lib/protocol/ask', async (original) => ({
  ...(await original<typeof import('@/lib/protocol/ask')>()),
  askUntilAnswered: (name: string, payload: { op: string; undoes?: string }) =>
    name === 'undo' ? commands.undo(payload.op, payload.undoes) : commands.editRules(payload),
}));

const NO_PAGE: PageStatus = { kind: 'elsewhere', tab: null };
const PAPERS = ['Attention, once more', 'No attentions paid', 'Schrödinger bridges'];
const LISTING: PageStatus = {
  kind: 'linked',
  link: { request() {} },
  tab: null,
  view: {
    site: 'arXiv list',
    papers: PAPERS.map((title, index) => makePaper({ id: idOf(index), title })),
    unreadable: 0,
    filter: '',
    problems: [],
    matching: null,
    failures: {},
  },
};

const rule = (...terms: string[]): Rule => newRule(terms, []);

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => {};
  useTriage.setState({ toast: null });
});

afterEach(async () => {
  await db.rules.clear();
  await db.operations.clear();
});

async function open(rules: readonly Rule[], page = NO_PAGE) {
  const user = userEvent.setup();
  await commands.editRules({ op: crypto.randomUUID(), edit: { kind: 'replace', rules } });
  render(
    <>
      <RulesEditor page={page} />
      <TriageToast place="library" />
    </>,
  );
  await screen.findByRole('heading', { name: 'Rules' });
  await waitFor(() => expect(labels()).toHaveLength(rules.length));
  return user;
}

const labels = () =>
  screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label'));
const card = (name: string) => within(screen.getByRole('article', { name }));
const keywords = (label: string) =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: `Keywords: ${label}` });
const button = (name: string) => screen.getByRole('button', { name });

async function expectSaved(expected: readonly Partial<Rule>[]) {
  await waitFor(async () => expect(await queries.rules()).toMatchObject(expected));
}

async function undo(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByText('Undo', {}, { timeout: 5_000 }));
}

test('lists the rules in their order, each with its own settings', async () => {
  await open([rule('attention'), { ...rule('survey', 'position paper', 'x'), enabled: false }]);
  expect(labels()).toEqual(['attention', 'survey, position paper +1']);
  const second = card('survey, position paper +1');
  expect(second.getByRole<HTMLInputElement>('switch', { name: /^On: / }).checked).toBe(false);
  expect(second.getByRole<HTMLTextAreaElement>('textbox').value).toBe('survey, position paper, x');
  expect(second.getByRole<HTMLInputElement>('checkbox', { name: 'Abstract' }).checked).toBe(true);
  expect(second.getByRole<HTMLInputElement>('checkbox', { name: 'Authors' }).checked).toBe(false);
});

test('a new rule takes the focus, and is saved once it has keywords', async () => {
  const user = await open([]);
  await user.click(button('Add rule'));
  expect(document.activeElement).toBe(keywords('New rule'));
  expect(await queries.rules()).toEqual([]);
  await user.keyboard('state space, "one, or two"{Enter}');
  await expectSaved([{ terms: ['state space', 'one, or two'] }]);
  expect(document.activeElement).toBe(keywords('state space, one, or two'));
  await undo(user);
  await expectSaved([]);
});

test('a new rule keeps what was chosen before its keywords, and can be dropped', async () => {
  const user = await open([]);
  await user.click(button('Add rule'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Action: New rule' }), 'Mute');
  await user.type(keywords('New rule'), 'survey');
  await user.tab();
  await expectSaved([{ terms: ['survey'], action: 'mute' }]);
  await user.click(button('Add rule'));
  await user.click(button('Delete: New rule'));
  expect(labels()).toEqual(['survey']);
});

test('typing is one operation, saved when it pauses', async () => {
  const user = await open([rule('attention')]);
  const save = vi.spyOn(commands, 'editRules');
  await user.type(keywords('attention'), ', bridges');
  expect(save).not.toHaveBeenCalled();
  await waitFor(() => expect(save).toHaveBeenCalledOnce(), { timeout: 2_000 });
  await expectSaved([{ terms: ['attention', 'bridges'] }]);
  expect(document.activeElement).toBe(keywords('attention, bridges'));
  await user.tab();
  expect(save).toHaveBeenCalledOnce();
  await undo(user);
  await waitFor(() => expect(keywords('attention').value).toBe('attention'));
});

test('a refused save says why and keeps what was typed', async () => {
  const user = await open([rule('attention')]);
  await user.clear(keywords('attention'));
  await user.tab();
  expect((await screen.findByRole('alert')).textContent).toContain('at least one keyword');
  expect(keywords('attention').value).toBe('');

  const tooLong = `${'x'.repeat(501)}`;
  await user.click(keywords('attention'));
  await user.paste(tooLong);
  await user.tab();
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('500 characters'));
  expect(keywords('attention').value).toBe(tooLong);
  expect(keywords('attention').getAttribute('aria-invalid')).toBe('true');
  await expectSaved([{ terms: ['attention'] }]);

  await user.clear(keywords('attention'));
  await user.type(keywords('attention'), 'bridges{Enter}');
  await expectSaved([{ terms: ['bridges'] }]);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a new rule that is refused is still there to be mended', async () => {
  const user = await open([]);
  await user.click(button('Add rule'));
  await user.paste('x'.repeat(501));
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('500 characters');
  await user.clear(keywords('New rule'));
  await user.type(keywords('New rule'), 'short{Enter}');
  await expectSaved([{ terms: ['short'] }]);
});

test('every setting is saved at once and can be undone', async () => {
  const user = await open([rule('attention')]);
  await user.click(screen.getByRole('switch', { name: 'On: attention' }));
  await expectSaved([{ enabled: false }]);
  await undo(user);
  await expectSaved([{ enabled: true }]);

  await user.click(screen.getByRole('radio', { name: 'violet' }));
  await expectSaved([{ colour: 3 }]);
  await user.click(screen.getByRole('checkbox', { name: 'Match case' }));
  await user.click(screen.getByRole('checkbox', { name: 'Authors' }));
  await user.click(screen.getByRole('checkbox', { name: 'Title' }));
  await user.selectOptions(screen.getByRole('combobox', { name: /^Where: / }), 'arXiv only');
  await user.selectOptions(screen.getByRole('combobox', { name: /^Keywords are: / }), 'stem');
  const fields = ['abstract', 'authors'] as const;
  await expectSaved([{ colour: 3, matchCase: true, fields, where: 'arxiv', mode: 'stem' }]);

  await user.selectOptions(screen.getByRole('combobox', { name: /^Action: / }), 'Mute');
  await user.click(screen.getByRole('switch', { name: 'On: attention' }));
  const chosen = {
    ...{ enabled: false, colour: 3, matchCase: true, fields, where: 'arxiv', mode: 'stem' },
    action: 'mute',
  } as const satisfies Omit<Rule, 'id' | 'terms'>;
  await expectSaved([chosen]);
  const { id: _, terms: __, ...usual } = rule('attention');
  for (const [option, value] of Object.entries(usual)) {
    expect(chosen[option as keyof typeof chosen], option).not.toEqual(value);
  }
});

test('a setting that is refused goes back and says why', async () => {
  const user = await open([{ ...rule('attention'), fields: ['title'] }]);
  await user.click(screen.getByRole('checkbox', { name: 'Title' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Choose where the rule looks');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Title' }).checked).toBe(true);
});

test('rules are reordered by buttons that keep the focus', async () => {
  const user = await open([rule('a'), rule('b'), rule('c')]);
  await user.click(button('Move up: b'));
  await waitFor(() => expect(labels()).toEqual(['b', 'a', 'c']));
  expect(document.activeElement).toBe(button('Move up: b'));
  await user.keyboard('{Enter}'); // it is the first: nothing happens
  button('Move down: b').focus();
  await user.keyboard('{Enter}{Enter}');
  await waitFor(() => expect(labels()).toEqual(['a', 'c', 'b']));
  await expectSaved([{ terms: ['a'] }, { terms: ['c'] }, { terms: ['b'] }]);
  expect(document.activeElement).toBe(button('Move down: b'));
});

test('a deleted rule comes back to its place; the focus goes to its neighbour', async () => {
  const user = await open([rule('a'), rule('b'), rule('c')]);
  await user.click(button('Delete: b'));
  await waitFor(() => expect(labels()).toEqual(['a', 'c']));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('c');
  await undo(user);
  await waitFor(() => expect(labels()).toEqual(['a', 'b', 'c']));
});

test('follows what is changed elsewhere, and takes nothing of it back', async () => {
  const [a, b] = [rule('a'), rule('b')];
  const user = await open([a]);
  await act(() =>
    commands.editRules({ op: crypto.randomUUID(), edit: { kind: 'replace', rules: [a, b] } }),
  );
  await waitFor(() => expect(labels()).toEqual(['a', 'b']));
  // Not yet shown when the next change is made:
  void commands.editRules({
    op: crypto.randomUUID(),
    edit: { kind: 'replace', rules: [a, { ...b, colour: 8 }] },
  });
  await user.click(screen.getByRole('switch', { name: 'On: a' }));
  await expectSaved([{ enabled: false }, { colour: 8 }]);
});

test('changes that a closed page has left are made, in their order and once', async () => {
  const left = rule('left');
  const added = { op: crypto.randomUUID(), edit: { kind: 'add' as const, rules: [left] } };
  const patch = { kind: 'patch' as const, id: left.id, patch: { enabled: false } };
  storeEdit(added);
  storeEdit({ op: crypto.randomUUID(), edit: patch });
  localStorage.setItem('winnow:rule-edit:0:cut off', '{"op":');
  await commands.editRules(added); // it was made, but the page did not live to hear so
  await open([left]);
  await expectSaved([{ terms: ['left'], enabled: false }]);
  await waitFor(() => expect(unsentEdits()).toEqual([]));
  await commands.editRules({
    op: crypto.randomUUID(),
    edit: { kind: 'patch', id: left.id, patch: { enabled: true } },
  });
  cleanup();
  await open([left]);
  await expectSaved([{ enabled: true }]);
});

test('a change that a closed page has left and that is refused is told of', async () => {
  const left = { kind: 'remove' as const, id: rule('gone').id };
  storeEdit({ op: crypto.randomUUID(), edit: left });
  const refusal = { ok: false, code: 'storage', message: 'No room.' } as const;
  const answer = commands.editRules;
  vi.spyOn(commands, 'editRules').mockImplementation(async (edit) =>
    (edit as EditRules).edit.kind === 'remove' ? refusal : answer(edit),
  );
  await open([rule('a')]);
  expect(await screen.findByText('Not saved. No room.')).toBeTruthy();
  await expectSaved([{ terms: ['a'] }]);
});

test('what was typed when the page is closed is kept', async () => {
  const user = await open([rule('attention')]);
  await user.type(keywords('attention'), ', bridges');
  fireEvent(window, new Event('pagehide'));
  const terms = ['attention', 'bridges'];
  expect(unsentEdits()).toMatchObject([{ edit: { edit: { patch: { terms } } } }]);
  await expectSaved([{ terms }]);
  await waitFor(() => expect(unsentEdits()).toEqual([]));
});

test('counts what each rule hits on the page, also when it is off', async () => {
  const rules = [
    rule('attention'),
    { ...rule('attention'), mode: 'stem' as const, terms: ['attent'] },
    { ...rule('schrodinger'), enabled: false },
    { ...rule('bridges'), where: 'huggingface' as const },
    { ...rule('b.*s$'), mode: 'regex' as const },
  ];
  await open(rules, LISTING);
  expect(screen.getByText(/^Tried on the arXiv list .*: 3 papers\.$/)).toBeTruthy();
  expect(await card('attention').findByText('1 of 3 on this page')).toBeTruthy();
  expect(card('attent').getByText('2 of 3 on this page')).toBeTruthy();
  expect(card('schrodinger').getByText('1 of 3 on this page')).toBeTruthy();
  expect(card('bridges').getByText('Not on this site')).toBeTruthy();
  expect(await card('b.*s$').findByText('1 of 3 on this page')).toBeTruthy();
});

test('without a listing it says so once', async () => {
  await open([rule('attention'), rule('b')]);
  expect(screen.getAllByText(/^No listing is open/)).toHaveLength(1);
  expect(screen.queryByText(/on this page$/)).toBeNull();
});

test('a pattern that can’t be read is marked, with the reason', async () => {
  const user = await open([{ ...rule('a{1,3}'), mode: 'regex' }], LISTING);
  expect(keywords('a{1,3}').value).toBe('a{1,3}');
  await user.type(keywords('a{1,3}'), '{Enter}(b+');
  await user.tab();
  await expectSaved([{ terms: ['a{1,3}', '(b+'] }]);
  const box = keywords('a{1,3}, (b+');
  await waitFor(() => expect(box.getAttribute('aria-invalid')).toBe('true'));
  const reason = document.getElementById(box.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('Not searched for. A parenthesis has no partner.');
});

test('samples can be added one by one or all together', async () => {
  const user = await open([]);
  expect(screen.getByRole('heading', { name: 'No rules yet' })).toBeTruthy();
  const [first, ...others] = screen.getAllByRole('button', { name: /^Add: / });
  if (!first) throw new Error('There are no samples.');
  await user.click(first);
  await waitFor(() => expect(labels()).toHaveLength(1));
  expect(document.activeElement).toBe(others[0]);
  await user.click(button(`Add all ${SAMPLE_RULES.length - 1}`));
  await waitFor(() => expect(labels()).toHaveLength(SAMPLE_RULES.length));
  expect(screen.queryByText('Sample rules')).toBeNull();
  await undo(user);
  await waitFor(() => expect(labels()).toHaveLength(1));
});

test('the rules as text: valid lines replace them, the others are named and kept', async () => {
  const kept = rule('attention');
  const user = await open([kept, rule('bridges')]);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Rules as text' });
  expect(box.value.split('\n')[0]).toBe('highlight amber title,abstract word: attention');
  const text = [
    '# mine',
    'highlight pink title word: x',
    'off mute slate title word: survey',
    box.value.split('\n')[0],
    'what is this?',
  ].join('\n');
  await user.clear(box);
  await user.click(box);
  await user.paste(text);
  await user.click(button('Replace rules with this'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('2 rules saved, 2 lines left out');
  expect(alert.textContent).toContain('Line 2: "pink" is no colour.');
  expect(alert.textContent).toContain('Line 5: This is no rule.');
  expect(box.value).toBe(text);
  await expectSaved([{ terms: ['survey'], enabled: false, action: 'mute' }, kept]);

  await user.click(button('Show the rules as they are'));
  expect(box.value.split('\n')).toHaveLength(3);
  await undo(user);
  await waitFor(() => expect(labels()).toEqual(['attention', 'bridges']));
});

test('a text of which no line can be read changes nothing', async () => {
  const user = await open([rule('attention')]);
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Rules as text' });
  await user.clear(box);
  await user.type(box, 'what is this?');
  await user.click(button('Replace rules with this'));
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed');
  await expectSaved([{ terms: ['attention'] }]);
});

test('any keywords are read from their text as they were', () => {
  const anyTerm = fc
    .string({
      unit: fc.constantFrom(...['a', 'ß', '図', ',', '"', '“', '”', '«', ' ', '(', '\\', '*']),
      minLength: 1,
    })
    .filter((term) => term.trim() !== '');
  fc.assert(
    fc.property(fc.array(anyTerm), fc.constantFrom(...MODES), (terms, mode) => {
      const text = printTerms(terms, mode);
      const written = parseTerms(text, mode);
      expect(written.map(({ term }) => term)).toEqual(terms);
      for (const { start, end } of written) expect(text.slice(start, end).trim()).not.toBe('');
    }),
  );
});

test('keywords in typographic quotes are read without them', () => {
  const terms = (text: string) => parseTerms(text, 'word').map(({ term }) => term);
  expect(terms('“state space”, „a, b“, «mamba»')).toEqual(['state space', 'a, b', 'mamba']);
  expect(terms('“state space, mamba')).toEqual(['“state space', 'mamba']);
});

test('keywords are read from any text, in order and apart', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '“', '”', ' ', '\n') });
  fc.assert(
    fc.property(anyText, fc.constantFrom(...MODES), (text, mode) => {
      let last = 0;
      for (const { term, start, end } of parseTerms(text, mode)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(term.trim()).not.toBe('');
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
