// @vitest-environment node
/** Title, authors and abstract by hand: changes like any other. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { EMPTY_METADATA, type Metadata, type Paper } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { LIMITS } from '@/lib/protocol/limits';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { answer, idsOf, indexTexts } from '../../../helpers/lists';
import { idOf, makePaper, tooLong } from '../../../helpers/papers';
import { bringFile, fileOf, timeless } from '../../../helpers/saved-library';

const PAPER = makePaper({ abstract: 'It says.', authors: ['Ada Byte'], categories: ['cs.LG'] });
const { id: _, ...READ } = PAPER;
const STAR: Change = { kind: 'star', value: true };
const edit = (texts: Omit<Extract<Change, { kind: 'editTexts' }>, 'kind'>): Change => ({
  kind: 'editTexts',
  ...texts,
});
const OWN = edit({ title: 'Mine', authors: ['E. Euler', 'A. Byte'], abstract: 'I say.' });
const SHOWN = { title: 'Mine', authors: ['E. Euler', 'A. Byte'], abstract: 'I say.' };

let library: TestLibrary;

beforeEach(async () => {
  fakeBrowser.reset();
  library = await openLibrary();
  saved(await library.run(STAR, PAPER));
});

const recordIn = async ({ db }: TestLibrary) => (await db.papers.get(PAPER.id)) ?? null;
const metaIn = async (one: TestLibrary) => (await recordIn(one))?.meta;
const run = (change: Change) =>
  library.commands.run({
    op: crypto.randomUUID(),
    change,
    papers: [{ id: PAPER.id, paper: null }],
  });

describe('a text by hand', () => {
  test('is shown, searched and sorted by; one undo takes it back, one redo brings it again', async () => {
    const done = saved(await run(OWN));
    expect(done.text).toBe('Changed the text of “A made-up paper”');
    expect(await metaIn(library)).toMatchObject(SHOWN);
    await indexTexts(library.db);
    for (const search of ['mine', 'euler', 'say']) {
      expect(await idsOf(library.db, await answer(library.db, { search }))).toEqual([PAPER.id]);
    }
    expect((await answer(library.db, { search: 'made-up' })).nums).toHaveLength(0);
    saved(await library.undo(done.op));
    expect(await metaIn(library)).toEqual(READ);
    saved(await library.commands.redoLatest(crypto.randomUUID()));
    expect(await metaIn(library)).toMatchObject(SHOWN);
  });

  test('stays whatever pages, the API and files say; what was read comes back with all it learned', async () => {
    saved(await run(edit({ title: 'Mine' })));
    const page: Paper = { ...PAPER, title: 'As it is now', abstract: 'It says more.' };
    saved(await library.run(STAR, page));
    const { save, find } = createAbstractCache(library.db, () => library.clock.now);
    await save([{ ...page, title: 'From the API', textOrigin: 'paper', textVersion: 3 }], []);
    expect(await metaIn(library)).toMatchObject({ title: 'Mine', abstract: 'It says more.' });
    const { text } = saved(await run(edit({ title: null })));
    expect(text).toBe('Dropped your text of “Mine”');
    expect(await metaIn(library)).toMatchObject({ title: 'From the API', textVersion: 3 });
    expect(await recordIn(library)).not.toHaveProperty('read');
    saved(await run(edit({ abstract: 'My own.' })));
    expect((await find([PAPER.id])).known).toEqual({ [PAPER.id]: 'My own.' });
  });

  test('may be no abstract, and no authors', async () => {
    saved(await run(edit({ abstract: ' ', authors: ['', ' '] })));
    expect(await metaIn(library)).toMatchObject({ abstract: null, authors: [] });
  });

  test('is one line where it is a title or a name; an abstract keeps its paragraphs', async () => {
    const texts = {
      title: ' On\n two  lines ',
      authors: [' E.\tEuler'],
      abstract: ' One.\n\nTwo. ',
    };
    saved(await run(edit(texts)));
    expect(await metaIn(library)).toMatchObject({
      ...{ title: 'On two lines', authors: ['E. Euler'], abstract: 'One.\n\nTwo.' },
    });
  });

  test.each<[string, object, string]>([
    ['no title', { title: ' \n' }, 'A paper needs a title.'],
    ['a title too long', { title: tooLong('title') }, 'up to 4,000 characters'],
    ['an abstract too long', { abstract: tooLong('abstract') }, 'up to 40,000 characters'],
    ['a name too long', { authors: ['A', tooLong('name')] }, 'up to 500 characters'],
    ['too many authors', { authors: Array(LIMITS.authors + 1).fill('A') }, 'up to 10,000 authors'],
  ])('%s is refused with the reason, and nothing changes', async (_, texts, message) => {
    const before = await library.contents();
    expect(await run(edit(texts))).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    });
    expect(await library.contents()).toEqual(before);
  });

  test('goes into the paper that its paper is merged into, unless that has its own', async () => {
    const other = makePaper({ id: idOf(2), title: 'Another paper' });
    saved(await library.run(STAR, other));
    saved(await library.run(OWN, other));
    saved(await run(edit({ title: 'Kept' })));
    const task = { kind: 'mergePapers', merges: [{ into: PAPER.id, from: [other.id] }] };
    saved(await library.commands.manage({ op: crypto.randomUUID(), task }));
    expect(await metaIn(library)).toMatchObject({ ...SHOWN, title: 'Kept' });
    expect((await recordIn(library))?.read).toMatchObject({ title: PAPER.title });
  });
});

describe('in a file of ours', () => {
  test('all of it comes back, and goes on as before', async () => {
    saved(await run(OWN));
    const file = await fileOf(library);
    const other = await openLibrary();
    saved(await bringFile(other, file));
    expect(timeless(await fileOf(other))).toEqual(timeless(file));
    const op = crypto.randomUUID();
    const papers = [{ id: PAPER.id, paper: null }];
    const change = edit({ title: null, authors: null, abstract: null });
    saved(await other.commands.run({ op, change, papers }));
    expect(await metaIn(other)).toEqual(READ);
  });

  test('the later write of a text counts, in whichever order files come', async () => {
    const other = await openLibrary();
    saved(await bringFile(other, await fileOf(library)));
    saved(await run(edit({ title: 'Here first', abstract: 'Here.' })));
    other.clock.now = library.clock.now + 5;
    saved(await other.run(edit({ title: 'There later' }), PAPER));
    const files = [await fileOf(library), await fileOf(other)];
    for (const order of [files, [...files].reverse()]) {
      const one = await openLibrary();
      for (const file of order) saved(await bringFile(one, file));
      expect(await metaIn(one)).toMatchObject({ title: 'There later', abstract: 'Here.' });
    }
  });

  test('a text that was dropped here since comes back where that is wanted', async () => {
    saved(await run(OWN));
    const file = await fileOf(library);
    saved(await run(edit({ title: null })));
    saved(await bringFile(library, file));
    expect(await metaIn(library)).toMatchObject({ ...SHOWN, title: PAPER.title });
    const { op } = saved(await bringFile(library, file, true));
    expect(await metaIn(library)).toMatchObject(SHOWN);
    saved(await library.undo(op));
    expect((await metaIn(library))?.title).toBe(PAPER.title);
  });
});

const NUMBERS = ['One', 'Two', 'Three'];
const anyVersion: fc.Arbitrary<Metadata> = fc
  .record({
    of: fc.integer({ min: 0, max: 2 }),
    hasAbstract: fc.boolean(),
    textOrigin: fc.constantFrom('listing' as const, 'paper' as const),
  })
  .map(({ of, hasAbstract, textOrigin }) => ({
    ...EMPTY_METADATA,
    ...{ textOrigin, source: 'arxiv', textVersion: textOrigin === 'paper' ? of + 1 : null },
    title: `Version ${NUMBERS[of]}`,
    abstract: hasAbstract ? `We show ${NUMBERS[of]}.` : null,
  }));

type Step =
  | { readonly kind: 'page' | 'other' | 'refresh'; readonly meta: Metadata }
  | { readonly kind: 'merge' | 'file' | 'undo' | 'redo' };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('page', 'other', 'refresh'), meta: anyVersion }),
  fc.record({ kind: fc.constantFrom('merge', 'file', 'undo', 'redo') }),
) as fc.Arbitrary<Step>;

test('title and abstract stay of one version through reading, merging, imports, undo and redo', async () => {
  await fc.assert(
    fc.asyncProperty(anyVersion, fc.array(anyStep, { maxLength: 12 }), async (first, steps) => {
      const one = await openLibrary();
      const [id, otherId] = [idOf(1), idOf(2)];
      const { commands } = one;
      saved(await one.run(STAR, makePaper({ ...first, id, source: 'arxiv' })));
      const file = await fileOf(one);
      for (const step of steps) {
        one.clock.now += 1;
        const op = crypto.randomUUID();
        if (step.kind === 'page' || step.kind === 'other') {
          const paper = { ...step.meta, id: step.kind === 'page' ? id : otherId };
          await one.run(STAR, makePaper({ ...paper, source: 'arxiv' }));
        } else if (step.kind === 'refresh') {
          const papers = [{ ...step.meta, id, textOrigin: 'paper' }];
          await commands.manage({ op, task: { kind: 'refreshPapers', papers } });
        } else if (step.kind === 'merge') {
          const merges = [{ into: id, from: [otherId] }];
          await commands.manage({ op, task: { kind: 'mergePapers', merges } });
        } else if (step.kind === 'file') await bringFile(one, file);
        else if (step.kind === 'undo') await commands.undoLatest(op);
        else await commands.redoLatest(op);
        const record = await one.db.papers.get(id);
        const { title, abstract, textVersion } = record?.meta ?? first;
        const of = NUMBERS.findIndex((number) => title.includes(number));
        if (abstract !== null) expect(abstract).toContain(NUMBERS[of]);
        if (textVersion !== null) expect(textVersion).toBe(of + 1);
      }
      await one.remove();
    }),
    { numRuns: 60 },
  );
}, 120_000);
