// @vitest-environment node
import { expect, test } from 'vitest';
import { mergeImported } from '@/lib/exchange/import/to-imported';
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
