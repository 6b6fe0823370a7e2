// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { announceCommands } from '@/lib/background/announced-commands';
import { type BackgroundServices, createHandlers } from '@/lib/background/handlers';
import { createLongCommands } from '@/lib/background/long-commands';
import { createVersions } from '@/lib/library/observations/versions';
import { createVisits } from '@/lib/library/observations/visits';
import { UNDECIDED } from '@/lib/paper';
import { guard } from '@/lib/protocol/answer';
import type { Change } from '@/lib/protocol/change';
import { LIMITS } from '@/lib/protocol/limits';
import type { News } from '@/lib/protocol/news';
import type { Sender } from '@/lib/protocol/transport';
import { linkedPaper } from '@/lib/sites/linked-paper';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper, tooLong } from '../../helpers/papers';
import { makeRule } from '../library/commands/rules-sample';

const PAGE: Sender = { kind: 'page', tabId: 7, frameId: 2 };
const EXTENSION: Sender = { kind: 'extension' };
const PAPER = makePaper();
const STARRED = { [PAPER.id]: { ...UNDECIDED, starred: true } };

let library: TestLibrary;
let handlers: ReturnType<typeof guard>;
const announce = vi.fn<(news: News) => void>();
const abstracts = {
  ask: vi.fn<BackgroundServices['abstracts']['ask']>(),
  fill: vi.fn<BackgroundServices['abstracts']['fill']>(),
  lookUp: vi.fn<BackgroundServices['abstracts']['lookUp']>(),
};
const metadataLookup = { begin: vi.fn<BackgroundServices['metadataLookup']['begin']>() };
const refresh = vi.fn<BackgroundServices['refresh']>();
const zotero = {
  target: vi.fn<BackgroundServices['zotero']['target']>(),
  send: vi.fn<BackgroundServices['zotero']['send']>(),
};
const inject = vi.fn<BackgroundServices['inject']>();
const openPapers = vi.fn<BackgroundServices['openPapers']>();
const openRules = vi.fn<BackgroundServices['openRules']>();
const browserKeys = vi.fn<BackgroundServices['browserKeys']>();
const openBrowserKeys = vi.fn<BackgroundServices['openBrowserKeys']>();
const showCount = vi.fn<BackgroundServices['showCount']>();

beforeEach(async () => {
  vi.resetAllMocks();
  library = await openLibrary();
  const { queries, db } = library;
  const services: BackgroundServices = {
    commands: announceCommands(library.commands, announce),
    longCommands: createLongCommands(vi.fn()),
    visits: createVisits(db, () => library.clock.now),
    versions: createVersions(db),
    ...{
      queries,
      abstracts,
      metadataLookup,
      refresh,
      zotero,
      inject,
      openPapers,
      openRules,
      browserKeys,
      openBrowserKeys,
      showCount,
    },
  };
  handlers = guard(createHandlers(services));
});

function command(change: unknown, ...papers: { id: string }[]) {
  const entries = papers.map((paper) => ({ id: paper.id, paper }));
  return { op: crypto.randomUUID(), change, papers: entries };
}

const star = (...papers: { id: string }[]) => command({ kind: 'star', value: true }, ...papers);

describe('run', () => {
  test.each<[string, Sender]>([
    ['a page', PAGE],
    ['the extension', EXTENSION],
  ])('a star from %s is saved, acknowledged and announced', async (_, sender) => {
    const wanted = star(PAPER);
    const answer = await handlers.run(wanted, sender);
    expect(answer).toMatchObject({ ok: true, op: wanted.op, states: STARRED });
    const history = { undo: 'Starred “A made-up paper”', redo: null };
    expect(announce).toHaveBeenCalledExactlyOnceWith({ states: STARRED, history });
    expect(await library.queries.states([PAPER.id])).toEqual(STARRED);
  });

  test.each<[Change]>([
    [{ kind: 'star', value: false }],
    [{ kind: 'tag', tag: 'a', value: true }],
    [{ kind: 'dismiss', value: true }],
    [{ kind: 'status', value: 'read' }],
    [{ kind: 'note', value: 'n' }],
  ])('a page may %j', async (change) => {
    expect(await handlers.run(command(change, PAPER), PAGE)).toMatchObject({ ok: true });
  });

  test.each<[string, unknown]>([
    [
      'a note on two papers at once',
      command({ kind: 'note', value: 'n' }, PAPER, makePaper({ id: idOf(2) })),
    ],
    ['a star of more papers than a page has', star(...Array(2_001).fill(PAPER))],
    [
      'a status of two papers at once',
      command({ kind: 'status', value: 'read' }, PAPER, makePaper({ id: idOf(2) })),
    ],
    ['a removal of many papers', command({ kind: 'remove' }, PAPER, makePaper({ id: idOf(2) }))],
    ['no paper', star()],
    ['a removal', command({ kind: 'remove' }, PAPER)],
    ['a restoring', command({ kind: 'restore' }, PAPER)],
    ['an unknown change', command({ kind: 'erase' }, PAPER)],
    ['no command', 'star'],
    ['nothing', undefined],
  ])('from a page, %s is not allowed', async (_, payload) => {
    saved(await library.run({ kind: 'star', value: true }, PAPER));
    const before = await library.contents();
    const refused = await handlers.run(payload, PAGE);
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await library.contents()).toEqual(before);
    expect(announce).not.toHaveBeenCalled();
  });

  test.each<[Change]>([
    [{ kind: 'star', value: true }],
    [{ kind: 'tag', tag: 'a', value: true }],
    [{ kind: 'dismiss', value: true }],
  ])('a page may %j all that match', async (change) => {
    const papers = [PAPER, makePaper({ id: idOf(2) })];
    expect(await handlers.run(command(change, ...papers), PAGE)).toMatchObject({ ok: true });
  });

  test('words that may be a translator’s are asked for at arXiv, unless they are known', async () => {
    const known = makePaper({ id: idOf(2), abstract: 'Words.' });
    saved(await library.run({ kind: 'star', value: true }, known));
    const papers = [PAPER, known, makePaper({ id: 'title:ein titel' })];
    const wanted = star(...papers.map((one) => ({ ...one, isTranslated: true })));
    expect(await handlers.run(wanted, PAGE)).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(abstracts.fill).toHaveBeenCalledExactlyOnceWith(PAPER.id));
    abstracts.fill.mockClear();
    expect(await handlers.run(star(makePaper({ id: idOf(3) })), PAGE)).toMatchObject({ ok: true });
    expect(abstracts.fill).not.toHaveBeenCalled();
  });

  test('papers that are known from links alone are asked for once they are on the list', async () => {
    const links = [linkedPaper(idOf(1), 'A few words'), linkedPaper('doi:10.1000/182', null)];
    const dismissed = command({ kind: 'dismiss', value: true }, linkedPaper(idOf(4), null));
    expect(await handlers.run(dismissed, EXTENSION)).toMatchObject({ ok: true });
    expect(await handlers.run(star(...links), EXTENSION)).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(abstracts.fill).toHaveBeenCalledExactlyOnceWith(idOf(1)));
  });

  test('an edit of texts is for our own pages', async () => {
    const edit = command({ kind: 'editTexts', title: 'Mine' }, PAPER);
    expect(await handlers.run(edit, PAGE)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await handlers.run(edit, EXTENSION)).toMatchObject({ ok: true });
  });

  test('a page may change as many papers as a page has', async () => {
    // Refused by the library, for its name, and so not before.
    const wanted = { ...star(...Array(2_000).fill(PAPER)), op: 'no name' };
    expect(await handlers.run(wanted, PAGE)).toMatchObject({ ok: false, code: 'invalid' });
  });

  test('the extension may change many papers, and remove', async () => {
    const papers = [PAPER, makePaper({ id: idOf(2) })];
    expect(await handlers.run(star(...papers), EXTENSION)).toMatchObject({ ok: true });
    const removed = await handlers.run(command({ kind: 'remove' }, ...papers), EXTENSION);
    expect(removed).toMatchObject({ ok: true });
    expect(announce).toHaveBeenCalledTimes(2);
  });

  test('what the library refuses is not announced', async () => {
    const long = { kind: 'note', value: tooLong('note') };
    for (const sender of [PAGE, EXTENSION]) {
      const refused = await handlers.run(command(long, PAPER), sender);
      expect(refused).toMatchObject({ ok: false, code: 'invalid' });
    }
    expect(announce).not.toHaveBeenCalled();
  });
});

describe('undo', () => {
  test.each<[string, Sender]>([
    ['a page', PAGE],
    ['the extension', EXTENSION],
  ])('from %s is carried out and announced', async (_, sender) => {
    const { op: undoes } = saved(await library.run({ kind: 'star', value: true }, PAPER));
    const answer = await handlers.undo({ op: crypto.randomUUID(), undoes }, sender);
    expect(answer).toMatchObject({ ok: true, states: { [PAPER.id]: UNDECIDED } });
    expect(announce).toHaveBeenCalledExactlyOnceWith({
      states: { [PAPER.id]: UNDECIDED },
      history: { undo: null, redo: 'Starred “A made-up paper”' },
    });
  });

  test('of what is not known is refused and not announced', async () => {
    const payload = { op: crypto.randomUUID(), undoes: crypto.randomUUID() };
    expect(await handlers.undo(payload, EXTENSION)).toMatchObject({ ok: false });
    expect(announce).not.toHaveBeenCalled();
  });

  test.each([[undefined], [null], ['op'], [{}]])('of %j fails', async (payload) => {
    await expect((async () => handlers.undo(payload, PAGE))()).rejects.toThrow();
  });
});

describe('the library as a whole', () => {
  const task = { kind: 'renameTag', from: 'a', to: 'b' };

  test('is managed by the extension, and pages hear of it', async () => {
    await handlers.run(command({ kind: 'tag', tag: 'a', value: true }, PAPER), PAGE);
    announce.mockClear();
    const answer = await handlers.manage({ op: crypto.randomUUID(), task }, EXTENSION);
    const states = { [PAPER.id]: { ...UNDECIDED, tags: ['b'] } };
    expect(answer).toMatchObject({ ok: true, states });
    expect(announce).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ states }));
  });

  test.each([
    [task],
    [{ kind: 'deleteTag', tag: 'a' }],
    [{ kind: 'colourTag', tag: 'a', colour: 1 }],
    [{ kind: 'mergeTags', from: ['a'], into: 'b' }],
    [{ kind: 'mergePapers', merges: [{ into: PAPER.id, from: [idOf(2)] }] }],
    [{ kind: 'emptyTrash' }],
  ])('no page may %j', async (wanted) => {
    const refused = await handlers.manage({ op: crypto.randomUUID(), task: wanted }, PAGE);
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(announce).not.toHaveBeenCalled();
  });
});

describe('undo and redo of the latest', () => {
  test('are carried out for a page, in whichever tab the command was sent, and announced', async () => {
    await handlers.run(star(PAPER), { ...PAGE, tabId: 1 });
    await handlers.run(command({ kind: 'tag', tag: 'a', value: true }, PAPER), EXTENSION);
    const label = { star: 'Starred “A made-up paper”', tag: 'Tagged “A made-up paper” with “a”' };
    expect(await handlers.history(undefined, PAGE)).toEqual({ undo: label.tag, redo: null });
    announce.mockClear();
    expect(await handlers.undoLatest(crypto.randomUUID(), PAGE)).toMatchObject({
      ok: true,
      text: `Undid: ${label.tag}`,
      states: STARRED,
    });
    const history = { undo: label.star, redo: label.tag };
    expect(announce).toHaveBeenCalledExactlyOnceWith({ states: STARRED, history });
    expect(await handlers.redoLatest(crypto.randomUUID(), PAGE)).toMatchObject({
      ok: true,
      text: `Redid: ${label.tag}`,
    });
  });

  test('say so when there is nothing', async () => {
    const op = crypto.randomUUID();
    expect(await handlers.undoLatest(op, PAGE)).toMatchObject({
      message: 'There is nothing to undo.',
    });
    expect(await handlers.redoLatest(op, PAGE)).toMatchObject({
      message: 'There is nothing to redo.',
    });
    expect(await handlers.undoLatest('op', PAGE)).toMatchObject({ ok: false, code: 'invalid' });
    expect(announce).not.toHaveBeenCalled();
  });
});

describe('states', () => {
  test('gives those that are not undecided', async () => {
    saved(await library.run({ kind: 'star', value: true }, PAPER));
    expect(await handlers.states([PAPER.id, idOf(2)], PAGE)).toEqual(STARRED);
  });

  test('takes as many papers as a long page has', async () => {
    const ids = Array.from({ length: 2_000 }, (_, n) => idOf(n));
    expect(await handlers.states(ids, PAGE)).toEqual({});
  });

  test.each<[string, unknown]>([
    ['no list', PAPER.id],
    ['what is no id', ['DROP TABLE']],
    ['a key range', [{ lower: 'a', upper: 'z' }]],
    ['too many', Array(LIMITS.idsPerRequest + 1).fill(PAPER.id)],
  ])('of %s fails', async (_, payload) => {
    await expect((async () => handlers.states(payload, PAGE))()).rejects.toThrow();
  });
});

test('tags are the names of those in use, the most used first', async () => {
  const second = makePaper({ id: idOf(2) });
  saved(await library.run({ kind: 'tag', tag: 'b', value: true }, PAPER, second));
  saved(await library.run({ kind: 'tag', tag: 'a', value: true }, PAPER));
  expect(await handlers.tags(undefined, PAGE)).toEqual(['b', 'a']);
});

describe('rules', () => {
  const [A, B] = [makeRule(1), makeRule(2)];
  const op = () => crypto.randomUUID();

  beforeEach(async () => {
    await library.commands.editRules({ op: op(), edit: { kind: 'replace', rules: [A] } });
  });

  test('are read by pages', async () => {
    expect(await handlers.rules(undefined, PAGE)).toEqual([A]);
  });

  test('are changed by the extension, and announced', async () => {
    const edit = { op: op(), edit: { kind: 'replace', rules: [B, A] } };
    const answer = await handlers.editRules(edit, EXTENSION);
    expect(answer).toMatchObject({ ok: true, op: edit.op, states: {}, rules: [B, A] });
    const history = { undo: 'Changed the rules', redo: null };
    expect(announce).toHaveBeenCalledExactlyOnceWith({ rules: [B, A], history });
  });

  test.each<[string, unknown]>([
    ['replaced', { op: op(), edit: { kind: 'replace', rules: [] } }],
    ['changed', { op: op(), edit: { kind: 'patch', id: A.id, patch: { enabled: false } } }],
    ['deleted', { op: op(), edit: { kind: 'remove', id: A.id } }],
    ['added to by an edit', { op: op(), edit: { kind: 'add', rules: [B] } }],
    ['anything else', undefined],
  ])('are not %s by a page', async (_, payload) => {
    const refused = await handlers.editRules(payload, PAGE);
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await library.queries.rules()).toEqual([A]);
    expect(announce).not.toHaveBeenCalled();
  });

  test('a page may add one, and undo that', async () => {
    const add = { op: op(), rule: B };
    expect(await handlers.addRule(add, PAGE)).toMatchObject({ ok: true, rules: [A, B] });
    const undo = { op: op(), undoes: add.op };
    expect(await handlers.undo(undo, PAGE)).toMatchObject({ ok: true, rules: [A] });
    expect(announce.mock.calls).toMatchObject([[{ rules: [A, B] }], [{ rules: [A] }]]);
  });

  test.each<[string, unknown]>([
    ['one that is there', { op: op(), rule: { ...A, enabled: false } }],
    ['two', { op: op(), rule: [B, B] }],
    ['what is no rule', { op: op(), rule: { ...B, action: 'run' } }],
    ['a rule that says it is deleted', { op: op(), rule: A, deleted: true }],
    ['nothing', undefined],
  ])('a page may not add %s', async (_, payload) => {
    expect(await handlers.addRule(payload, PAGE)).toMatchObject({ ok: false, code: 'invalid' });
    expect(await library.queries.rules()).toEqual([A]);
    expect(announce).not.toHaveBeenCalled();
  });
});

describe('visits', () => {
  const VISIT = { listing: 'arxiv-list:cs.LG/new', ids: [idOf(1), idOf(2)] };

  test('are kept and told', async () => {
    expect(await handlers.seenBefore(VISIT, PAGE)).toEqual({ lastVisit: null, seen: [] });
    await handlers.visited(VISIT, PAGE);
    expect(await handlers.seenBefore({ ...VISIT, ids: [idOf(2), idOf(3)] }, PAGE)).toEqual({
      lastVisit: library.clock.now,
      seen: [idOf(2)],
    });
    expect(announce).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no listing', { ids: [] }],
    ['an empty listing', { listing: '', ids: [] }],
    ['a long listing', { listing: tooLong('listing'), ids: [] }],
    ['what is no id', { listing: 'x', ids: ['DROP TABLE'] }],
    ['too many ids', { listing: 'x', ids: Array(LIMITS.idsPerRequest + 1).fill(PAPER.id) }],
  ])('with %s fail', async (_, payload) => {
    await expect((async () => handlers.visited(payload, PAGE))()).rejects.toThrow();
    await expect((async () => handlers.seenBefore(payload, PAGE))()).rejects.toThrow();
    expect(await library.db.seen.count()).toBe(0);
  });
});

describe('abstracts', () => {
  test('come from their source', async () => {
    const answer = { known: { [PAPER.id]: 'We show.' }, waiting: 1, problem: null };
    abstracts.ask.mockResolvedValue(answer);
    expect(await handlers.abstracts([PAPER.id, idOf(2)], PAGE)).toEqual(answer);
    expect(abstracts.ask).toHaveBeenCalledExactlyOnceWith([PAPER.id, idOf(2)]);
  });

  test.each<[string, unknown]>([
    ['an address', ['https://evil.example/']],
    ['an id that breaks out of the address', ['arxiv:2611.00001&max_results=1']],
    ['too many', Array(LIMITS.idsPerRequest + 1).fill(PAPER.id)],
  ])('of %s are not asked for', async (_, payload) => {
    await expect((async () => handlers.abstracts(payload, PAGE))()).rejects.toThrow();
    expect(abstracts.ask).not.toHaveBeenCalled();
  });
});

describe('our other scripts', () => {
  test.each([
    ['openPageUi', 'page-ui'],
    ['openRegexEngine', 'regex-engine'],
  ] as const)('%s brings one to the frame that asks', async (request, script) => {
    await handlers[request](undefined, PAGE);
    expect(inject).toHaveBeenCalledExactlyOnceWith(script, PAGE);
    inject.mockRejectedValue(new Error('Cannot access contents of the page.'));
    await expect(handlers[request](undefined, PAGE)).rejects.toThrow('Cannot access');
  });

  test('are not brought to a page of the extension', async () => {
    await handlers.openPageUi(undefined, EXTENSION);
    await handlers.openRegexEngine(undefined, EXTENSION);
    expect(inject).not.toHaveBeenCalled();
  });
});

test('the page where rules are edited is opened', async () => {
  await handlers.openRules(undefined, PAGE);
  expect(openRules).toHaveBeenCalledOnce();
});

test('a page is told the keys that the browser has given, and has its settings opened', async () => {
  const keys = [{ command: 'open-library' as const, keys: ['Alt', 'Shift', 'L'] }];
  browserKeys.mockResolvedValue(keys);
  expect(await handlers.browserKeys(undefined, PAGE)).toEqual(keys);
  await handlers.openBrowserKeys(undefined, PAGE);
  expect(openBrowserKeys).toHaveBeenCalledOnce();
});

test('a page says how many papers it has, for its own tab', async () => {
  const count = { papers: 154, decided: 34 };
  await handlers.pageCount(count, { ...PAGE, frameId: 0 });
  expect(showCount).toHaveBeenCalledExactlyOnceWith(PAGE.tabId, count);
});

test.each<[string, unknown, Sender]>([
  ['a frame in a page', { papers: 1, decided: 0 }, PAGE],
  ['the extension', { papers: 1, decided: 0 }, EXTENSION],
])('%s does not count', async (_, count, sender) => {
  await handlers.pageCount(count, sender);
  expect(showCount).not.toHaveBeenCalled();
});

test.each([{ papers: -1, decided: 0 }, { papers: '154', decided: 0 }, null])(
  '%j is no count',
  async (count) => {
    await expect(handlers.pageCount(count, { ...PAGE, frameId: 0 })).rejects.toThrow();
  },
);

describe('an import', () => {
  const many = Array.from({ length: LIMITS.papersPerPart }, (_, n) => {
    const { id, ...meta } = makePaper({ id: idOf(n + 1) });
    return { id, meta, triage: { ...UNDECIDED, added: null } };
  });

  test('comes in parts from our own pages, and from no others', async () => {
    const op = crypto.randomUUID();
    const part = { op, part: 0, papers: many };
    expect(await handlers.importPart(part, PAGE)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await handlers.importPart(part, EXTENSION)).toEqual({ ok: true });
    const write = { op, task: { kind: 'importPapers', parts: 1 } };
    expect(await handlers.manage(write, PAGE)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(await handlers.manage(write, EXTENSION)).toMatchObject({ ok: true });
    expect(await library.db.papers.count()).toBe(many.length);
  });

  test('that is cancelled leaves nothing, and is not begun after that', async () => {
    const op = crypto.randomUUID();
    await handlers.importPart({ op, part: 0, papers: many }, EXTENSION);
    const writing = handlers.manage({ op, task: { kind: 'importPapers', parts: 1 } }, EXTENSION);
    await handlers.cancel(op, EXTENSION);
    expect(await writing).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await library.db.papers.count()).toBe(0);
    expect(await library.db.state.where('key').startsWith('import:').count()).toBe(0);
  });

  test('is not cancelled by a page', async () => {
    const op = crypto.randomUUID();
    await handlers.importPart({ op, part: 0, papers: many }, EXTENSION);
    await handlers.cancel(op, PAGE);
    const write = { op, task: { kind: 'importPapers', parts: 1 } };
    expect(await handlers.manage(write, EXTENSION)).toMatchObject({ ok: true });
  });
});

test('a page is told of papers that are known by their titles, and sends no more than ids and titles', async () => {
  expect(await handlers.hasUnidentified(undefined, PAGE)).toBe(false);
  expect(await handlers.titleMatches([{ id: PAPER.id, title: 'x', more: 1 }], PAGE)).toEqual({});
  const wrong = [{ id: PAPER.id, title: 7 }];
  await expect(async () => handlers.titleMatches(wrong, PAGE)).rejects.toThrow();
});

describe('Zotero', () => {
  test('a page can neither ask it nor send anything there', async () => {
    expect(await handlers.zoteroTarget(undefined, PAGE)).toMatchObject({ ok: false });
    expect(await handlers.sendToZotero({}, PAGE)).toMatchObject({ ok: false });
    expect(zotero.target).not.toHaveBeenCalled();
    expect(zotero.send).not.toHaveBeenCalled();
  });

  test('pages of the extension can', async () => {
    zotero.send.mockResolvedValueOnce({ ok: true });
    expect(await handlers.sendToZotero({ some: 'batch' }, EXTENSION)).toEqual({ ok: true });
    expect(zotero.send).toHaveBeenCalledExactlyOnceWith({ some: 'batch' });
  });
});
