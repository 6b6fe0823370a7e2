// @vitest-environment node
import { beforeEach, expect, test } from 'vitest';
import { EMPTY_METADATA, type PaperId, UNDECIDED } from '@/lib/paper';
import type { Imported } from '@/lib/protocol/imported';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { idOf, makePaper } from '../../../helpers/papers';

let library: TestLibrary;
beforeEach(async () => {
  library = await openLibrary();
});

const NAMED: PaperId = 'title:lattices of moss';
const ON_ARXIV = makePaper({ title: 'Lattices of Moss', authors: ['Ada Byte'], version: 3 });
const TRIAGE = { ...UNDECIDED, tags: ['moss'], note: 'See §3.' };
const star = () => library.run({ kind: 'star', value: true }, ON_ARXIV);

async function importPaper(id: PaperId, meta: Partial<Imported['meta']> = {}): Promise<void> {
  const op = crypto.randomUUID();
  const title = 'Lattices of moss';
  const paper = { id, meta: { ...EMPTY_METADATA, title, source: 'elsewhere', ...meta } };
  const papers = [{ ...paper, triage: { ...TRIAGE, added: null } }];
  await library.commands.saveImportPart({ op, part: 0, papers });
  saved(await library.commands.manage({ op, task: { kind: 'importPapers', parts: 1 } }));
}

/** What is on the list. */
async function listed() {
  const records = await library.db.papers.toArray();
  return records
    .filter(({ shelf }) => shelf === 'list')
    .map(({ id, added, triage, meta }) => ({ id, added, triage, meta }));
}

test('a paper imported by its title goes on as the paper of arXiv that is starred', async () => {
  await importPaper(NAMED, { abstract: 'From a file.' });
  const [before] = await listed();
  const done = saved(await star());
  const state = { ...TRIAGE, starred: true };
  expect(done.states).toEqual({ [ON_ARXIV.id]: state, [NAMED]: state });
  expect(done.text).toBe('Starred “Lattices of Moss”');
  expect(await listed()).toEqual([
    {
      ...{ id: ON_ARXIV.id, added: before?.added, triage: state },
      meta: { ...EMPTY_METADATA, ...ON_ARXIV, id: undefined, abstract: 'From a file.' },
    },
  ]);
  expect(await library.queries.states([NAMED])).toEqual({ [NAMED]: state });

  saved(await library.undo(done.op));
  expect(await listed()).toEqual([before]);
  saved(await library.commands.redoLatest(crypto.randomUUID()));
  expect(await listed()).toMatchObject([{ id: ON_ARXIV.id, triage: state }]);
});

test('so does one that was imported by its DOI', async () => {
  await importPaper('doi:10.1000/182');
  const paper = { ...ON_ARXIV, doi: '10.1000/182' };
  saved(await library.run({ kind: 'star', value: true }, paper));
  expect(await listed()).toMatchObject([{ id: paper.id, triage: { tags: ['moss'] } }]);
});

test.each<[string, PaperId, Partial<Imported['meta']>]>([
  ['another title', 'title:lattices of ferns', { title: 'Lattices of ferns' }],
  ['other authors', NAMED, { authors: ['Bob Bell'] }],
  ['another DOI', NAMED, { doi: '10.1000/183' }],
])('one of %s is another paper', async (_, id, meta) => {
  await importPaper(id, meta);
  saved(await library.run({ kind: 'star', value: true }, { ...ON_ARXIV, doi: '10.1000/182' }));
  expect((await listed()).map((one) => one.id).sort()).toEqual([ON_ARXIV.id, id].sort());
});

test('what is in the trash stays there', async () => {
  await importPaper(NAMED);
  const papers = [{ id: NAMED, paper: null }];
  const op = crypto.randomUUID();
  saved(await library.commands.run({ op, change: { kind: 'remove' }, papers }));
  saved(await star());
  expect(await listed()).toMatchObject([{ id: ON_ARXIV.id, triage: { tags: [] } }]);
});

test('a note that is written on the page does not take the place of the other one', async () => {
  await importPaper(NAMED);
  saved(await library.run({ kind: 'note', value: 'Mine.' }, ON_ARXIV));
  expect((await listed()).map(({ triage }) => triage.note).sort()).toEqual(['Mine.', 'See §3.']);
});

test('of many that are starred at once those that are known are joined, and each is counted once', async () => {
  await importPaper(NAMED);
  const others = [2, 3].map((n) =>
    makePaper({ id: idOf(n), title: `Patterns in ferns, part ${n}` }),
  );
  const done = saved(await library.run({ kind: 'star', value: true }, ...others, ON_ARXIV));
  expect(done.text).toBe('Starred 3 papers');
  expect((await listed()).map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)]);
  saved(await library.undo(done.op));
  expect((await listed()).map(({ id }) => id)).toEqual([NAMED]);
});

test('a note that goes on from the other one joins them', async () => {
  await importPaper(NAMED);
  saved(await library.run({ kind: 'note', value: 'See §3. And §4.' }, ON_ARXIV));
  expect(await listed()).toMatchObject([
    { id: ON_ARXIV.id, triage: { note: 'See §3. And §4.', tags: ['moss'] } },
  ]);
});

test('pages are told what was decided about a paper that is known by its title alone', async () => {
  const { hasUnidentified, titleMatches } = library.queries;
  const other = { id: idOf(5), title: 'Patterns in ferns of old' };
  expect(await hasUnidentified()).toBe(false);
  await importPaper(NAMED);
  expect(await hasUnidentified()).toBe(true);
  expect(await titleMatches([ON_ARXIV, other])).toEqual({ [ON_ARXIV.id]: TRIAGE });
  saved(await star());
  expect(await hasUnidentified()).toBe(false);
  expect(await titleMatches([ON_ARXIV, other])).toEqual({});
});

test('what is known by its arXiv id speaks for itself', async () => {
  saved(await star());
  await importPaper(NAMED, { authors: ['Bob Bell'] });
  saved(await library.run({ kind: 'star', value: false }, ON_ARXIV));
  expect(await library.queries.titleMatches([ON_ARXIV])).toEqual({});
});
