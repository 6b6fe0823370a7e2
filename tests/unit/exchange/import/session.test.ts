// @vitest-environment node
import { expect, test, vi } from 'vitest';
import { createImportSession } from '@/lib/exchange/import/create-session';
import type { ImportSummary } from '@/lib/exchange/import/session';
import { LIMITS } from '@/lib/protocol/limits';
import { openLibrary } from '../../../helpers/library';
import { idOf, makePaper } from '../../../helpers/papers';
import { fileOf } from '../../../helpers/saved-library';

const tell = vi.fn();

async function readingOf(text: string | Blob) {
  const library = await openLibrary();
  const known = makePaper({ title: 'A title that is known well' });
  await library.run({ kind: 'star', value: true }, known);
  const reading = createImportSession(library.queries, library.reports);
  const summary = await reading.read(text, tell);
  return { library, reading, summary: summary as ImportSummary };
}

const BIBTEX = `@article{a, title={A Title That Is Known Well}, keywords={moss}}
@article{b, title={Something new}, eprint={2611.00007}, archiveprefix={arXiv}}
@article{c, title={Something new}, eprint={2611.00007}, keywords={fern}}
@article{d, title={}}`;

test('tells what is new, what is known, what comes twice and what cannot be read', async () => {
  const { reading, summary } = await readingOf(BIBTEX);
  expect(summary).toMatchObject({
    ...{ format: 'bibtex', encoding: null, papers: 2, fresh: 1, repeated: 1, unreadable: 1 },
    undecided: 0,
  });
  const [first] = await reading.previewPapers('known', 0, 10);
  expect(first).toMatchObject({ index: 0, place: 1, known: { id: idOf(1), shelf: 'list' } });
  const [second] = await reading.previewPapers('fresh', 0, 10);
  expect(second).toMatchObject({ index: 1, place: 2, known: null });
  expect(second?.imported).toMatchObject({ id: idOf(7), triage: { tags: ['fern'] } });
  expect(await reading.unreadable(0, 10)).toMatchObject([{ place: 4 }]);
});

test('parts leave out what is not wanted, and have the tag for all', async () => {
  const { reading } = await readingOf(BIBTEX);
  const [one, ...others] = await reading.part({ excluded: [0], tag: ' from  a file ' }, 0);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ id: idOf(7), triage: { tags: ['fern', 'from a file'] } });
  expect(await reading.part({ excluded: [], tag: '' }, 1)).toEqual([]);
});

test('what is found can be imported as it is', async () => {
  const { library, reading } = await readingOf(BIBTEX);
  const op = crypto.randomUUID();
  const papers = await reading.part({ excluded: [], tag: 'new' }, 0);
  expect(await library.commands.saveImportPart({ op, part: 0, papers })).toEqual({ ok: true });
  const task = { kind: 'importPapers', parts: 1 };
  expect(await library.commands.manage({ op, task })).toMatchObject({ ok: true });
  const tags = (await library.db.papers.toArray()).map(({ triage }) => triage.tags);
  expect(tags).toEqual([
    ['moss', 'new'],
    ['fern', 'new'],
  ]);
});

test('a table is read again with the columns that the user says', async () => {
  const { reading, summary } = await readingOf('Werk;Kram\nOn Moss;green\nOn Ferns;old');
  expect(summary).toMatchObject({
    papers: 0,
    table: { header: ['Werk', 'Kram'], fields: [null, null] },
  });
  const again = await reading.readWithColumns(['title', 'tags'], tell);
  expect(again).toMatchObject({ papers: 2, unreadable: 0 });
  const [row] = await reading.previewPapers('all', 0, 1);
  expect(row?.imported).toMatchObject({ meta: { title: 'On Moss' }, triage: { tags: ['green'] } });
});

test.each([
  ['nothing', '', 'empty'],
  ['white space', ' \n ', 'empty'],
  ['something else', 'Hello there.', 'unknown'],
  ['a picture', new Blob([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])]), 'noText'],
])('%s cannot be imported', async (_, source, failure) => {
  expect((await readingOf(source)).summary).toBe(failure);
});

test('a file’s encoding is told', async () => {
  const bytes = Uint8Array.from('@article{a, title={Möbius}}', (letter) => letter.charCodeAt(0));
  const { reading, summary } = await readingOf(new Blob([bytes]));
  expect(summary).toMatchObject({ encoding: 'latin-1', papers: 1 });
  expect((await reading.previewPapers('all', 0, 1))[0]?.imported.meta.title).toBe('Möbius');
});

test('lines that end as they did on old computers are counted; zeros are left out', async () => {
  const file =
    '@article{a,\r title={On M\0oss}}\r@article{b, title={On\r@article{c, title={On Fern}}';
  const { reading, summary } = await readingOf(new Blob([file]));
  expect(summary).toMatchObject({ papers: 2, unreadable: 1 });
  const rows = await reading.previewPapers('all', 0, 2);
  expect(rows.map(({ place, imported }) => [place, imported.meta.title])).toEqual([
    [1, 'On Moss'],
    [4, 'On Fern'],
  ]);
  expect(await reading.unreadable(0, 1)).toMatchObject([{ place: 3 }]);
});

test('what is too long is told of, and the rest is read', async () => {
  const long = 'x'.repeat(LIMITS.title + 1);
  const { reading, summary } = await readingOf(
    `@article{a, title={${long}}}\n@article{b, title={Short}}`,
  );
  expect(summary).toMatchObject({ papers: 1, unreadable: 1 });
  expect(await reading.unreadable(0, 1)).toMatchObject([{ place: 1 }]);
});

test('a file of ours: what it changes is told, with what comes back and without', async () => {
  const library = await openLibrary();
  const papers = [1, 2, 3].map((n) => makePaper({ id: idOf(n) }));
  await library.run({ kind: 'tag', tag: 'moss', value: true }, ...papers);
  const colour = { kind: 'colourTag', tag: 'moss', colour: 2 };
  await library.commands.manage({ op: crypto.randomUUID(), task: colour });
  const file = await fileOf(library);
  await library.run({ kind: 'tag', tag: 'moss', value: false }, makePaper());
  await library.run({ kind: 'remove' }, makePaper({ id: idOf(2) }));
  const uncolour = { kind: 'colourTag', tag: 'moss', colour: null };
  await library.commands.manage({ op: crypto.randomUUID(), task: uncolour });
  const reading = createImportSession(library.queries, library.reports);
  const summary = (await reading.read(file, tell)) as ImportSummary;
  expect(summary).toMatchObject({ format: 'winnow', papers: 3, fresh: 0, unreadable: 0 });
  expect(summary.library?.changeCounts).toEqual({
    merged: { papers: 0, rules: 0, colours: 0 },
    returned: { papers: 2, rules: 0, colours: 1 },
  });
  const rows = await reading.previewPapers('returned', 0, 10);
  expect(rows.map(({ changes }) => changes?.returned)).toEqual([
    { added: ['moss'], removed: [], others: [] },
    { added: [], removed: [], others: ['back'] },
  ]);
  expect(await reading.previewPapers('merged', 0, 10)).toEqual([]);
  const choice = { excluded: [0], tag: 'not used' };
  expect((await reading.savedPart(choice, 0)).map(({ id }) => id)).toEqual([idOf(2), idOf(3)]);
  expect(await reading.savedPart(choice, 1)).toEqual([]);
});

test('a file of a later version of ours is told of, and not read', async () => {
  const library = await openLibrary();
  const reading = createImportSession(library.queries, library.reports);
  const file = (await fileOf(library)).replace('"version":1', '"version":2');
  expect(await reading.read(file, tell)).toBe('later');
});

test('a paper that stands twice in a file of ours is one', async () => {
  const library = await openLibrary();
  await library.run({ kind: 'star', value: true }, makePaper());
  const file = JSON.parse(await fileOf(library));
  const [paper] = file.papers;
  const tagged = { ...paper.triage, tags: ['moss'] };
  file.papers.push({ ...paper, triage: tagged });
  const other = await openLibrary();
  const reading = createImportSession(other.queries, other.reports);
  expect(await reading.read(JSON.stringify(file), tell)).toMatchObject({ papers: 1, repeated: 1 });
  const [one] = await reading.savedPart({ excluded: [], tag: '' }, 0);
  expect(one?.triage).toEqual(tagged);
});
