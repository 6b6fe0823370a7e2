// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import type { Change } from '@/lib/command';
import { createSentToZotero } from '@/lib/library/sent';
import { BARE, type Paper, UNDECIDED } from '@/lib/paper';
import { openLibrary, saved, type TestLibrary } from '../../helpers/library';
import { idOf, makePaper } from '../../helpers/papers';

let library: TestLibrary;
beforeEach(async () => {
  library = await openLibrary();
});

const TITLED: Paper = {
  ...BARE,
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
  await sent.keep(await sent.records([{ id: TITLED.id, paper: null }]));
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

  saved(await library.commands.undoLatest(crypto.randomUUID()));
  expect(await visible()).toEqual(before);
  expect(await library.queries.sentToZotero()).toEqual([TITLED.id]);
  saved(await library.commands.redoLatest(crypto.randomUUID()));
  expect(await visible()).toMatchObject([{ id: FOUND.id, triage: state }]);
});

test('it is joined with the paper of that id, and two that are the same with each other', async () => {
  const again = { ...TITLED, id: 'doi:10.1000/182' } as const;
  await decide(FOUND, { kind: 'note', value: 'three' }, { kind: 'star', value: true });
  await decide(TITLED, { kind: 'note', value: 'one' });
  await decide(again, { kind: 'note', value: 'two' });
  const before = await visible();
  saved(await identify({ id: TITLED.id, paper: FOUND }, { id: again.id, paper: FOUND }));
  expect(await visible()).toMatchObject([
    { id: FOUND.id, triage: { starred: true, note: 'three\n\none\n\ntwo' } },
  ]);
  saved(await library.commands.undoLatest(crypto.randomUUID()));
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
