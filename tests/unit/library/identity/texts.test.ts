// @vitest-environment node
/** Whose texts are kept: the order of docs/decisions/texts.md, and that two versions never mix. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRecords } from '@/lib/library/identity/merge-records';
import { findGapFillers, updateMetadata } from '@/lib/library/identity/metadata';
import { compareOrigins, isSameVersion } from '@/lib/library/identity/text-order';
import { fillTexts, learnTexts } from '@/lib/library/identity/texts';
import { newRecord, type PaperRecord } from '@/lib/library/store/record';
import { setFields } from '@/lib/library/store/record-fields';
import { EMPTY_METADATA, type Metadata, SOURCES, TEXT_ORIGINS } from '@/lib/paper';
import { idOf } from '../../../helpers/papers';

const NUMBERS = ['One', 'Two', 'Three'];

/** A reading of one of three versions, whose texts tell which; not every page says the version. */
const anyReading: fc.Arbitrary<Metadata> = fc
  .record({
    of: fc.integer({ min: 1, max: 3 }),
    saysVersion: fc.boolean(),
    hasAbstract: fc.boolean(),
    isShouted: fc.boolean(),
    textOrigin: fc.constantFrom(...TEXT_ORIGINS),
    source: fc.constantFrom(...SOURCES),
  })
  .map(({ of, saysVersion, hasAbstract, isShouted, textOrigin, source }) => {
    const title = `On $\\ell_2$, version ${NUMBERS[of - 1]}`;
    return {
      ...EMPTY_METADATA,
      ...{ textOrigin, source, categories: ['cs.LG'] },
      title: isShouted ? title.toUpperCase() : title,
      abstract: hasAbstract ? `We show ${NUMBERS[of - 1]}.` : null,
      textVersion: saysVersion ? of : null,
    };
  });
const anyReadings = fc.array(anyReading, { minLength: 1, maxLength: 6 });

const numberIn = (text: string) => NUMBERS.findIndex((one) => new RegExp(one, 'i').test(text)) + 1;

function expectOneVersion({ title, abstract, textVersion }: Metadata): void {
  const of = numberIn(title);
  if (abstract !== null) expect(numberIn(abstract)).toBe(of);
  if (textVersion !== null) expect(textVersion).toBe(of);
}

function recordOf([first, ...later]: readonly Metadata[], device = 'a'): PaperRecord {
  const record = newRecord({ ...(first as Metadata), id: idOf(1) }, 1, `0-${device}`);
  return later.reduce(
    (known, seen, at) => updateMetadata(known, seen, `${at + 1}-${device}`),
    record,
  );
}

describe('title and abstract are of one version', () => {
  test('whatever pages say, in whichever order', () => {
    fc.assert(
      fc.property(anyReadings, (readings) => {
        expectOneVersion(recordOf(readings).meta);
      }),
      { numRuns: 1_000 },
    );
  });

  test('when gaps are filled from files', () => {
    fc.assert(
      fc.property(anyReadings, anyReading, (readings, file) => {
        const { meta } = recordOf(readings);
        expectOneVersion({ ...meta, ...findGapFillers(meta, file) });
      }),
      { numRuns: 500 },
    );
  });

  test('when libraries are merged, in whichever order and group', () => {
    fc.assert(
      fc.property(anyReadings, anyReadings, anyReadings, (...all) => {
        const [a, b, c] = all.map((readings, at) => recordOf(readings, 'abc'[at])) as [
          PaperRecord,
          PaperRecord,
          PaperRecord,
        ];
        const ab = mergeRecords(a, b);
        expectOneVersion(ab.meta);
        expect(mergeRecords(b, a)).toEqual(ab);
        expect(mergeRecords(ab, a)).toEqual(ab);
        expect(mergeRecords(ab, c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the order', () => {
  test('is total, but for readings of the same origin and version', () => {
    fc.assert(
      fc.property(anyReading, anyReading, anyReading, (a, b, c) => {
        expect(Math.sign(compareOrigins(a, b))).toBe(-Math.sign(compareOrigins(b, a)) || 0);
        if (compareOrigins(a, b) >= 0 && compareOrigins(b, c) >= 0) {
          expect(compareOrigins(a, c)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('never goes down; filling gaps replaces no title but a placeholder', () => {
    fc.assert(
      fc.property(anyReadings, anyReading, (readings, seen) => {
        const known = recordOf(readings).meta;
        const after = { ...known, ...learnTexts(known, seen) };
        expect(compareOrigins(after, known)).toBeGreaterThanOrEqual(0);
        expect(learnTexts(after, seen)).toEqual(learnTexts(known, seen));
        if (known.textOrigin === 'doubtful') return;
        expect(fillTexts(known, seen).title).toBe(known.title);
      }),
    );
  });
});

const listing = (texts: Partial<Metadata>): Metadata => ({
  ...EMPTY_METADATA,
  ...{ title: 'A title', source: 'arxiv', categories: ['cs.LG'] },
  ...texts,
});
const page = (texts: Partial<Metadata>) => listing({ textOrigin: 'paper', ...texts });
const textsAfter = (...readings: Metadata[]) => {
  const { title, abstract, textVersion, textOrigin } = recordOf(readings).meta;
  return { title, abstract, textVersion, textOrigin };
};

describe('readings', () => {
  test('a replaced list replaces title and abstract together', () => {
    const old = listing({ title: 'Old', abstract: 'Old words.' });
    const replaced = listing({ title: 'New', abstract: 'New words.' });
    expect(textsAfter(old, replaced)).toMatchObject({ title: 'New', abstract: 'New words.' });
  });

  test('a title that changed does not stand beside the abstract of before', () => {
    const old = listing({ title: 'Old', abstract: 'Old words.' });
    const replaced = listing({ title: 'New' });
    expect(textsAfter(old, replaced)).toMatchObject({ title: 'Old', abstract: 'Old words.' });
  });

  test('a misread title mends itself, by the paper’s page at once, by a listing when it comes', () => {
    const wrong = listing({ title: 'A title CODE' });
    expect(textsAfter(wrong, listing({ title: 'A title' })).title).toBe('A title');
    const right = page({ abstract: 'Words.', textVersion: 2 });
    expect(textsAfter(wrong, right)).toEqual({
      ...{ title: 'A title', abstract: 'Words.' },
      ...{ textVersion: 2, textOrigin: 'paper' },
    });
    expect(textsAfter(right, wrong).title).toBe('A title');
  });

  test('the newer version of the paper’s page is kept, whichever was opened first', () => {
    const [one, two] = [1, 2].map((textVersion) =>
      page({ textVersion, title: `Title ${textVersion}`, abstract: `Words ${textVersion}.` }),
    ) as [Metadata, Metadata];
    for (const readings of [
      [one, two],
      [two, one],
    ]) {
      expect(textsAfter(...readings)).toMatchObject({
        ...{ title: 'Title 2', abstract: 'Words 2.', textVersion: 2 },
      });
    }
  });

  test('nothing of a translator is stored over what is known; anything is stored over it', () => {
    const doubtful = {
      ...listing({ title: 'Ein Titel', abstract: 'Worte.', comments: 'Drei Seiten' }),
      ...{ authors: ['Ada von Byte'], isTranslated: true as const },
    };
    expect(recordOf([doubtful]).meta).toMatchObject({
      ...{ title: 'Ein Titel', abstract: null, authors: [], comments: null },
      ...{ textOrigin: 'doubtful', categories: ['cs.LG'] },
    });
    const known = listing({ title: 'A title' });
    expect(textsAfter(known, doubtful)).toMatchObject({ title: 'A title', abstract: null });
    expect(textsAfter(doubtful, known)).toMatchObject({ title: 'A title', abstract: null });
    const whole = listing({ title: 'A title', abstract: 'Words.' });
    expect(textsAfter(doubtful, whole)).toMatchObject({ title: 'A title', abstract: 'Words.' });
  });

  test('records of earlier versions, which lack what is new, learn like any other', () => {
    const created = newRecord({ ...listing({ title: 'Old' }), id: idOf(1) }, 1, '0');
    const { textVersion: _, textOrigin: __, ...old } = created.meta;
    const record = { ...created, meta: old as Metadata };
    expect(updateMetadata(record, listing({ title: 'Old' }), '1')).toBe(record);
    const { meta } = updateMetadata(record, page({ title: 'New', abstract: 'Words.' }), '1');
    expect(meta).toMatchObject({ title: 'New', abstract: 'Words.', textOrigin: 'paper' });
  });
});

test('the user’s own texts stay, and what is read beside them goes on learning', () => {
  fc.assert(
    fc.property(anyReadings, anyReadings, (before, after) => {
      const own = { ownTitle: 'Mine', ownAuthors: ['E. Euler'], ownAbstract: 'My words.' };
      const shown = { title: 'Mine', authors: ['E. Euler'], abstract: 'My words.' };
      const learn = (record: PaperRecord) =>
        after.reduce((known, seen, at) => updateMetadata(known, seen, `9${at}`), record);
      const edited = learn(setFields(recordOf(before), own, '8'));
      expect(edited.meta).toMatchObject(shown);
      expect(edited.read).toMatchObject({ title: learn(recordOf(before)).meta.title });
      const nothing = { ownTitle: null, ownAuthors: null, ownAbstract: null };
      expect(setFields(edited, nothing, '99').meta).toEqual(learn(recordOf(before)).meta);
    }),
  );
});

test.each<[string, string, boolean]>([
  ['On $\\ell_2$ bounds', 'On l2 bounds', true],
  ['On $\\ell_2$ bounds', 'On ℓ2 Bounds', true],
  ['Self-Attention: A Survey', 'Self attention – a survey', true],
  ['On $\\ell_2$ bounds', 'On sparse bounds for everything', false],
  ['On $x$', 'On everything else', false],
  ['$x$', 'y', false],
  ['A title', 'Another title', false],
])('%j and %j are titles of one version: %s', (a, b, isSame) => {
  const versions = [a, b].map((title) => ({ title, textVersion: null }));
  const [one, other] = versions as [(typeof versions)[number], (typeof versions)[number]];
  expect(isSameVersion(one, other)).toBe(isSame);
  expect(isSameVersion(other, one)).toBe(isSame);
});
