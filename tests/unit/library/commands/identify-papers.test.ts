// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { createSentToZotero } from '@/lib/library/queries/sent-to-zotero';
import { EMPTY_METADATA, type Paper, UNDECIDED } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { idOf, makePaper } from '../../../helpers/papers';

let library: TestLibrary;
beforeEach(async () => {
  library = await openLibrary();
});

const TITLED: Paper = {
  ...EMPTY_METADATA,
  id: 'title:lattices of moss',
  title: 'Lattices of Moss',
  upvotes: 7,
  source: 'huggingface',
};
const FOUND = makePaper({
  title: 'Lattices of moss',
  abstract: 'We show.',
  authors: ['Ada Byte'],
  version: 2,
});

async function decide(paper: Paper, ...changes: Change[]): Promise<void> {
  for (const change of changes) saved(await library.run(change, paper));
}

function identify(...found: { id: string; paper: Paper }[]) {
  library.clock.now += 1;
  return library.commands.manage({
    op: crypto.randomUUID(),
    task: { kind: 'identifyPapers', found },
  });
}

/** What the user sees of papers. */
async function visible() {
  const records = await library.db.papers.toArray();
  return records
    .filter(({ shelf }) => shelf !== 'none')
    .map(({ id, shelf, added, triage, meta }) => ({ id, shelf, added, triage, meta }));
}

test('a paper gets its arXiv id with all that was decided, and undo gives it its old one', async () => {
  await decide(
    TITLED,
    { kind: 'tag', tag: 'moss', value: true },
    { kind: 'note', value: 'See §3.' },
    { kind: 'status', value: 'reading' },
  );
  const sent = createSentToZotero(library.db);
  await sent.save(await sent.records([{ id: TITLED.id, paper: null }]));
  const before = await visible();
  const done = saved(await identify({ id: TITLED.id, paper: FOUND }));
  expect(done.text).toBe('Found the arXiv id of 1 paper');
  const state = { ...UNDECIDED, tags: ['moss'], note: 'See §3.', status: 'reading' };
  expect(await visible()).toEqual([
    {
      ...{ id: FOUND.id, shelf: 'list', added: before[0]?.added, triage: state },
      meta: expect.objectContaining({ abstract: 'We show.', upvotes: 7, source: 'arxiv' }),
    },
  ]);
  expect(await library.queries.states([TITLED.id, FOUND.id])).toEqual({
    [TITLED.id]: state,
    [FOUND.id]: state,
  });
  expect(await library.queries.sentToZotero()).toEqual([FOUND.id]);
  expect(await library.db.papers.get(FOUND.id)).toMatchObject({ knownVersion: 2 });

  const undone = saved(await library.undo(done.op));
  expect(await visible()).toEqual(before);
  expect(await library.queries.sentToZotero()).toEqual([TITLED.id]);
  saved(await library.undo(undone.op));
  expect(await visible()).toMatchObject([{ id: FOUND.id, triage: state }]);
});

test('it is joined with the paper of that id, and two that are the same with each other', async () => {
  const again = { ...TITLED, id: 'doi:10.1000/182' } as const;
  await decide(FOUND, { kind: 'note', value: 'three' }, { kind: 'star', value: true });
  await decide(TITLED, { kind: 'note', value: 'one' });
  await decide(again, { kind: 'note', value: 'two' });
  const before = await visible();
  const done = saved(
    await identify({ id: TITLED.id, paper: FOUND }, { id: again.id, paper: FOUND }),
  );
  expect(await visible()).toMatchObject([
    { id: FOUND.id, triage: { starred: true, note: 'three\n\none\n\ntwo' } },
  ]);
  saved(await library.undo(done.op));
  expect(await visible()).toEqual(before);
});

test('a dismissed paper stays dismissed', async () => {
  await decide(TITLED, { kind: 'dismiss', value: true });
  saved(await identify({ id: TITLED.id, paper: FOUND }));
  expect(await visible()).toMatchObject([{ id: FOUND.id, shelf: 'dismissed' }]);
});

test('what is joined already, or gone, is refused, and nothing changes', async () => {
  await decide(TITLED, { kind: 'star', value: true });
  saved(await identify({ id: TITLED.id, paper: FOUND }));
  const before = await library.contents();
  const gone = { id: 'title:gone', paper: makePaper({ id: idOf(9) }) };
  expect(await identify({ id: TITLED.id, paper: FOUND }, gone)).toMatchObject({
    ok: false,
    code: 'unknown-paper',
  });
  expect(await library.contents()).toEqual(before);
});

const OTHER = makePaper({ id: idOf(7), title: 'Patterns in ferns of old' });
const latest = (what: 'undoLatest' | 'redoLatest') => library.commands[what](crypto.randomUUID());

test('it does not come between what the user did and undo or redo', async () => {
  await decide(TITLED, { kind: 'star', value: true });
  await decide(OTHER, { kind: 'star', value: true }, { kind: 'tag', tag: 'fern', value: true });
  saved(await latest('undoLatest'));
  const done = saved(await identify({ id: TITLED.id, paper: FOUND }));
  expect(done.history).toEqual({
    undo: 'Starred “Patterns in ferns of old”',
    redo: 'Tagged “Patterns in ferns of old” with “fern”',
  });
  expect(saved(await latest('redoLatest')).history.redo).toBeNull();
  expect(await visible()).toMatchObject([
    { id: FOUND.id, triage: { starred: true } },
    { id: OTHER.id, triage: { starred: true, tags: ['fern'] } },
  ]);
});

test('a command of the user on the paper is undone as if it had not been', async () => {
  await decide(TITLED, { kind: 'star', value: true });
  const before = await visible();
  await decide(TITLED, { kind: 'tag', tag: 'moss', value: true });
  saved(await identify({ id: TITLED.id, paper: FOUND }));
  await decide(OTHER, { kind: 'star', value: true });
  saved(await latest('undoLatest'));
  expect(await visible()).toMatchObject([{ id: FOUND.id, triage: { tags: ['moss'] } }]);
  const undone = saved(await latest('undoLatest'));
  expect(await visible()).toEqual(before);
  expect(undone.states).toMatchObject({ [TITLED.id]: { starred: true, tags: [] } });
  saved(await latest('undoLatest'));
  expect(await visible()).toEqual([]);
  for (const _ of [1, 2, 3]) saved(await latest('redoLatest'));
  expect(await visible()).toMatchObject([
    { id: OTHER.id, triage: { starred: true } },
    { id: TITLED.id, triage: { starred: true, tags: ['moss'] } },
  ]);
});

test('what was decided since on the paper stays when it is taken back', async () => {
  await decide(TITLED, { kind: 'star', value: true });
  const done = saved(await identify({ id: TITLED.id, paper: FOUND }));
  await decide(FOUND, { kind: 'tag', tag: 'since', value: true });
  saved(await library.undo(done.op));
  expect(await visible()).toMatchObject([
    { id: FOUND.id, triage: { starred: false, tags: ['since'] } },
    { id: TITLED.id, triage: { starred: true, tags: [] } },
  ]);
});
