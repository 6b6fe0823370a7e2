// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRecords } from '@/lib/library/identity/merge-records';
import { findGapFillers, updateMetadata } from '@/lib/library/identity/metadata';
import { newRecord, type PaperRecord } from '@/lib/library/store/record';
import { metadataOf } from '@/lib/library/store/record-fields';
import type { Paper } from '@/lib/paper';
import { anyCode, anyMetadata, idOf, makePaper } from '../../../helpers/papers';

const HUB = 'https://github.com/moss-lab/moss';
const LAB = 'https://github.com/moss-lab/moss-2';

const arxiv = (overrides: Partial<Paper> = {}) => makePaper({ source: 'arxiv', ...overrides });
const daily = (overrides: Partial<Paper> = {}) =>
  makePaper({ source: 'huggingface', ...overrides });

function read(...pages: Paper[]): PaperRecord {
  const [first, ...later] = pages;
  const record = newRecord({ ...(first ?? arxiv()), id: idOf(1) }, 1, 'stamp-0');
  return later.reduce((known, seen, at) => updateMetadata(known, seen, `stamp-${at + 1}`), record);
}

const ALL = {
  ...{ codeUrl: HUB, codeStars: 12, projectUrl: 'https://moss.example/', aiSummary: 'Moss grows.' },
};

describe('what only Hugging Face tells', () => {
  test('stays when pages without it are read, and when the texts become arXiv’s', () => {
    const { meta } = read(daily(ALL), daily(), arxiv({ abstract: 'We look at moss.' }), daily());
    expect(meta).toMatchObject({ ...ALL, source: 'arxiv' });
  });

  test('is corrected by Hugging Face, also where the texts are arXiv’s', () => {
    const later = {
      ...{
        codeUrl: LAB,
        codeStars: 1,
        projectUrl: 'https://moss.example/2',
        aiSummary: 'It grows.',
      },
    };
    expect(read(arxiv(), daily(ALL), daily(later)).meta).toMatchObject(later);
  });

  test('fills gaps from files, and is never replaced by them', () => {
    const file = {
      ...makePaper({ source: 'elsewhere' }),
      codeUrl: LAB,
      codeStars: 1,
      aiSummary: 'x',
    };
    expect(read(daily(ALL), file).meta).toMatchObject(ALL);
    expect(findGapFillers(metadataOf(read(daily(ALL))), file)).toEqual({});
    expect(findGapFillers(metadataOf(read(arxiv())), file)).toEqual({
      ...{ codeUrl: LAB, codeStars: 1, aiSummary: 'x' },
    });
  });
});

describe('the stars', () => {
  test('are kept where the same repository is told without', () => {
    const { meta } = read(daily(ALL), daily({ codeUrl: HUB }));
    expect(meta).toMatchObject({ codeUrl: HUB, codeStars: 12 });
  });

  test('of another repository are not taken over', () => {
    expect(read(daily(ALL), daily({ codeUrl: LAB })).meta.codeStars).toBeNull();
    const bare = metadataOf(read(daily({ codeUrl: HUB })));
    expect(findGapFillers(bare, daily({ codeUrl: LAB, codeStars: 5 }))).toEqual({});
    expect(findGapFillers(bare, daily({ codeUrl: HUB, codeStars: 5 }))).toEqual({ codeStars: 5 });
  });

  test('are of the linked repository whichever libraries are merged, in whichever order', () => {
    const anyStamp = fc.constantFrom('a', 'b', 'c');
    const anyRecord = fc
      .tuple(anyMetadata, anyCode, anyStamp)
      .map(([meta, code, stamp]) => newRecord({ ...meta, ...code, id: idOf(1) }, 1, stamp));
    const codeOf = ({ meta: { codeUrl, codeStars } }: PaperRecord) => [codeUrl, codeStars];
    fc.assert(
      fc.property(anyRecord, anyRecord, anyRecord, (a, b, c) => {
        const merged = codeOf(mergeRecords(mergeRecords(a, b), c));
        expect([a, b, c].map(codeOf)).toContainEqual(merged);
        expect(codeOf(mergeRecords(c, mergeRecords(b, a)))).toEqual(merged);
      }),
    );
  });
});
