// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { updateMetadata } from '@/lib/library/identity/metadata';
import { rankOf } from '@/lib/library/identity/text-order';
import { newRecord, type PaperRecord } from '@/lib/library/store/record';
import { setFields } from '@/lib/library/store/record-fields';
import { EMPTY_METADATA, type Metadata, type Paper } from '@/lib/paper';
import { anyMetadata, idOf, makePaper } from '../../../helpers/papers';

/** A record that learned from these pages, one after the other. */
function recordOf(first: Metadata, ...later: Metadata[]): PaperRecord {
  const record = newRecord({ ...first, id: idOf(1) }, 1, 'stamp-0');
  return later.reduce(
    (known, seen, index) => updateMetadata(known, seen, `stamp-${index + 1}`),
    record,
  );
}

const arxiv = (overrides: Partial<Paper>) => makePaper({ source: 'arxiv', ...overrides });
const huggingface = (overrides: Partial<Paper>) =>
  makePaper({ source: 'huggingface', ...overrides });
const names = (count: number) => Array.from({ length: count }, (_, index) => `Author ${index}`);
const anyPages = fc.array(anyMetadata, { minLength: 1, maxLength: 5 });

describe('laws', () => {
  test('seeing a page again changes nothing: the very same record', () => {
    fc.assert(
      fc.property(anyMetadata, anyMetadata, (first, second) => {
        const record = recordOf(first, second);
        expect(updateMetadata(record, second, 'stamp-9')).toBe(record);
      }),
    );
  });

  test('what the user decided stays, with its stamps', () => {
    fc.assert(
      fc.property(anyMetadata, anyPages, (first, pages) => {
        const fields = { starred: true, note: 'mine', 'tag:a': true, added: 7 } as const;
        const decided = setFields(recordOf(first), fields, 'stamp-u');
        const after = pages.reduce(
          (known, seen) => updateMetadata(known, seen, 'stamp-9'),
          decided,
        );
        const { meta: _, stamps, ...kept } = after;
        expect(decided).toMatchObject(kept);
        for (const field of Object.keys(fields)) expect(stamps[field]).toBe('stamp-u');
      }),
    );
  });

  test('a field is stamped when it changes, and only then', () => {
    fc.assert(
      fc.property(anyMetadata, anyMetadata, (first, second) => {
        const before = recordOf(first);
        const after = updateMetadata(before, second, 'stamp-9');
        for (const field of Object.keys(after.meta) as (keyof Metadata)[]) {
          const isSame = JSON.stringify(after.meta[field]) === JSON.stringify(before.meta[field]);
          expect([field, after.stamps[field]]).toEqual([field, isSame ? 'stamp-0' : 'stamp-9']);
        }
      }),
    );
  });

  test('nothing is forgotten but an abstract of another version and the stars of other code', () => {
    fc.assert(
      fc.property(anyMetadata, anyPages, (first, pages) => {
        const { meta } = recordOf(first, ...pages);
        const sure = [first, ...pages].filter(({ textOrigin }) => textOrigin !== 'doubtful');
        for (const seen of sure) {
          for (const field of Object.keys(seen) as (keyof Metadata)[]) {
            if (
              /^(?:authorsTotal|abstract|textVersion|codeStars)$/.test(field) ||
              seen[field] === null
            )
              continue;
            expect([field, meta[field]]).not.toEqual([field, null]);
          }
          if (seen.categories.length > 0) expect(meta.categories).not.toEqual([]);
          if (seen.authors.length > 0) expect(meta.authors).not.toEqual([]);
        }
        const isWhole = ({ title, abstract }: Metadata) => title !== '' && abstract !== null;
        if (isWhole(first) && first.textOrigin !== 'doubtful') expect(isWhole(meta)).toBe(true);
      }),
    );
  });

  test('texts are of the best source that told an abstract, or of a better one', () => {
    fc.assert(
      fc.property(anyMetadata, anyPages, (first, pages) => {
        const { meta } = recordOf(first, ...pages);
        const whole = [first, ...pages].filter(({ abstract }) => abstract !== null);
        for (const seen of whole) expect(rankOf(meta)).toBeGreaterThanOrEqual(rankOf(seen));
      }),
    );
  });

  test('the number of authors is told exactly where not all of them are known', () => {
    fc.assert(
      fc.property(anyMetadata, anyPages, (first, pages) => {
        const { authors, authorsTotal } = recordOf(first, ...pages).meta;
        if (authorsTotal !== null) expect(authorsTotal).toBeGreaterThan(authors.length);
      }),
    );
  });

  test('the greatest version and the newest counts are kept', () => {
    fc.assert(
      fc.property(anyMetadata, anyPages, (first, pages) => {
        const all = [first, ...pages];
        const known = <T>(values: (T | null)[]) => values.filter((value) => value !== null);
        const { meta } = recordOf(first, ...pages);
        const versions = known(all.map((seen) => seen.version));
        expect(meta.version).toBe(versions.length > 0 ? Math.max(...versions) : null);
        expect(meta.upvotes).toBe(known(all.map((seen) => seen.upvotes)).at(-1) ?? null);
        expect(meta.numComments).toBe(known(all.map((seen) => seen.numComments)).at(-1) ?? null);
      }),
    );
  });
});

describe('texts', () => {
  test('a gap is filled, from either site', () => {
    const list = arxiv({ title: 'On $\\ell_2$', abstract: null });
    const daily = huggingface({ title: 'On l2', abstract: 'We show.', upvotes: 12 });
    const { meta } = recordOf(list, daily);
    expect(meta).toMatchObject({ title: 'On $\\ell_2$', abstract: 'We show.', upvotes: 12 });
  });

  test("arXiv's own abstract replaces one that Hugging Face lent to an arXiv list", () => {
    const list = arxiv({ abstract: null });
    const daily = huggingface({ abstract: 'We bound l2.' });
    const abs = arxiv({ abstract: 'We bound $\\ell_2$.' });
    expect(recordOf(list, daily, abs).meta.abstract).toBe('We bound $\\ell_2$.');
  });

  test("arXiv's texts replace Hugging Face's; what only the latter knows stays", () => {
    const daily = huggingface({ title: 'On l2', organization: 'A lab', upvotes: 12 });
    const list = arxiv({ title: 'On $\\ell_2$', categories: ['math.FA'] });
    expect(recordOf(daily, list).meta).toMatchObject({
      title: 'On $\\ell_2$',
      categories: ['math.FA'],
      organization: 'A lab',
      upvotes: 12,
      source: 'arxiv',
    });
  });

  test('a title that came from a link gives way to any page, one that a page told does not', () => {
    const bare = { ...EMPTY_METADATA, source: 'huggingface' } as const;
    const link = { ...bare, title: 'arXiv:2611.00001', textOrigin: 'doubtful' } as const;
    const daily = huggingface({ title: 'On l2', upvotes: 12 });
    expect(recordOf(link, daily).meta).toMatchObject({ title: 'On l2', upvotes: 12 });
    expect(recordOf(daily, link).meta.title).toBe('On l2');
    expect(recordOf(link, arxiv({ title: 'On $\\ell_2$' })).meta.source).toBe('arxiv');
  });

  test('no key but those of metadata gets in', () => {
    const record = recordOf(huggingface({}), arxiv({ id: idOf(1) }));
    expect(Object.keys(record.meta).sort()).toEqual(Object.keys(recordOf(arxiv({})).meta).sort());
  });
});

describe('authors', () => {
  test('a list cut short is completed', () => {
    const daily = huggingface({ authors: names(5), authorsTotal: 30 });
    const abs = arxiv({ authors: names(30) });
    expect(recordOf(daily, abs).meta).toMatchObject({ authors: names(30), authorsTotal: null });
    expect(recordOf(abs, daily).meta).toMatchObject({ authors: names(30), authorsTotal: null });
  });

  test('an arXiv list that was silently cut is completed by the page of the paper', () => {
    const { meta } = recordOf(arxiv({ authors: names(100) }), arxiv({ authors: names(150) }));
    expect(meta.authors).toHaveLength(150);
  });

  test("arXiv's list is not replaced by a longer one of Hugging Face, which may be wrong", () => {
    const { meta } = recordOf(arxiv({ authors: names(3) }), huggingface({ authors: names(4) }));
    expect(meta).toMatchObject({ authors: names(3), authorsTotal: null });
  });

  test('the page of the paper corrects a list, whichever is longer', () => {
    const page = arxiv({ authors: names(3), textOrigin: 'paper' });
    const wrong = arxiv({ authors: [...names(3), 'CODE'] });
    expect(recordOf(wrong, page).meta.authors).toEqual(names(3));
    expect(recordOf(page, wrong).meta.authors).toEqual(names(3));
  });

  test('the list of a listing replaces no longer one', () => {
    const { meta } = recordOf(huggingface({ authors: names(150) }), arxiv({ authors: names(100) }));
    expect(meta.authors).toHaveLength(150);
  });

  test('where two sites know some, the total is kept', () => {
    const cut = arxiv({ authors: names(100) });
    const daily = huggingface({ authors: names(5), authorsTotal: 120 });
    const expected = { authors: names(100), authorsTotal: 120 };
    expect(recordOf(cut, daily).meta).toMatchObject(expected);
    expect(recordOf(daily, cut).meta).toMatchObject(expected);
  });
});
