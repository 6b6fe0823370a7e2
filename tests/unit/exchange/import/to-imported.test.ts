// @vitest-environment node
import { expect, test } from 'vitest';
import { EMPTY_PAPER } from '@/lib/exchange/formats/field-values';
import { mergeImported, toImported } from '@/lib/exchange/import/to-imported';
import { EMPTY_METADATA, TRIAGE_FIELDS, type TriageState, UNDECIDED } from '@/lib/paper';
import type { Imported } from '@/lib/protocol/imported';
import { DECIDED, decidedIn, idOf } from '../../../helpers/papers';

function imported(triage: TriageState): Imported {
  const meta = { ...EMPTY_METADATA, title: 'A made-up paper', source: 'elsewhere' } as const;
  return { id: idOf(1), meta, triage: { ...triage, added: null } };
}

test.each(TRIAGE_FIELDS)(
  '%s of a paper that is in a file twice is kept, if both have it',
  (field) => {
    const told = imported(decidedIn(field));
    expect(mergeImported(told, told).triage[field]).toEqual(DECIDED[field]);
  },
);

// A paper is dismissed only where all that is told of it says so.
test.each(TRIAGE_FIELDS.filter((field) => field !== 'dismissed'))(
  '%s of a paper that is in a file twice is kept, if only one has it',
  (field) => {
    const [told, untold] = [imported(decidedIn(field)), imported(UNDECIDED)];
    for (const both of [mergeImported(told, untold), mergeImported(untold, told)]) {
      expect(both.triage[field]).toEqual(DECIDED[field]);
    }
  },
);

test('a paper that is in a file twice gets no abstract beside the title of another version', () => {
  const texts = (title: string, abstract: string | null): Imported => {
    const { meta, ...others } = imported(UNDECIDED);
    return { ...others, meta: { ...meta, title, abstract, date: '2026' } };
  };
  const [old, fresh] = [texts('Old', null), texts('New', 'New words.')];
  expect(mergeImported(old, fresh).meta).toMatchObject({ title: 'Old', abstract: null });
  expect(mergeImported(texts('NEW!', null), fresh).meta.abstract).toBe('New words.');
});

test('an id in place of a title gives way to any title', () => {
  const found = { ...EMPTY_PAPER, place: 1, arxivId: '2611.00001' };
  const [id, titled] = [found, { ...found, title: 'A title' }].map((one) => {
    const checked = toImported(one, 'elsewhere');
    if (!('imported' in checked)) throw new Error(checked.problem);
    return checked.imported;
  }) as [Imported, Imported];
  expect(id.meta.title).toBe('arXiv:2611.00001');
  for (const both of [mergeImported(id, titled), mergeImported(titled, id)]) {
    expect(both.meta.title).toBe('A title');
  }
});
