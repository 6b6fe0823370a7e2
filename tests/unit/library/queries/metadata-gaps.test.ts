// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest';
import type { Candidate } from '@/lib/library/identity/candidate';
import { sameWork } from '@/lib/library/identity/same-work';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { createMetadataGaps } from '@/lib/library/queries/metadata-gaps';
import { EMPTY_METADATA, type Paper, type PaperId, UNDECIDED } from '@/lib/paper';
import type { Imported } from '@/lib/protocol/imported';
import { openLibrary, saved, type TestLibrary } from '../../../helpers/library';
import { idOf, makePaper } from '../../../helpers/papers';

let library: TestLibrary;
beforeEach(async () => {
  library = await openLibrary();
});

async function importPapers(...papers: [PaperId, Partial<Imported['meta']>?][]): Promise<void> {
  const op = crypto.randomUUID();
  await library.commands.saveImportPart({
    ...{ op, part: 0 },
    papers: papers.map(([id, meta]) => ({
      id,
      meta: { ...EMPTY_METADATA, title: `Of ${id}`, source: 'elsewhere', ...meta },
      triage: { ...UNDECIDED, added: null },
    })),
  });
  saved(await library.commands.manage({ op, task: { kind: 'importPapers', parts: 1 } }));
}

const gaps = () => createMetadataGaps(library.db, () => library.clock.now);
const WHOLE = { abstract: 'We show.', authors: ['Ada Byte'] };
const TITLED: PaperId = 'title:lattices of moss';

describe('incomplete', () => {
  test('are imported papers without abstract or authors, and all without an id of their own', async () => {
    await importPapers(
      [idOf(1)],
      [idOf(2), WHOLE],
      [idOf(3), { ...WHOLE, authors: [] }],
      ['doi:10.1000/1'],
      ['doi:10.1000/2', WHOLE],
      [TITLED, WHOLE],
    );
    saved(await library.run({ kind: 'star', value: true }, makePaper({ id: idOf(9) })));
    const ids = [idOf(1), idOf(3), 'doi:10.1000/1', TITLED];
    expect(await gaps().incomplete(10)).toEqual(ids);
    expect(await gaps().incomplete(2)).toEqual(ids.slice(0, 2));
  });

  test('is not what arXiv did not know lately, is in the trash, or was taken apart again', async () => {
    await importPapers([idOf(1)], [idOf(2)], ['title:other'], [TITLED]);
    await createAbstractCache(library.db, () => library.clock.now).save([], [idOf(1)]);
    const removed = { kind: 'remove' } as const;
    const trash = [{ id: idOf(2), paper: null }];
    saved(await library.commands.run({ op: crypto.randomUUID(), change: removed, papers: trash }));
    const op = crypto.randomUUID();
    const task = { kind: 'mergePapers', merges: [{ into: 'title:other', from: [TITLED] }] };
    saved(await library.commands.manage({ op, task }));
    expect(await gaps().incomplete(10)).toEqual(['title:other']);
    saved(await library.undo(op));
    expect(await gaps().incomplete(10)).toEqual(['title:other']);
    expect(await gaps().candidates([TITLED, 'title:other', 'title:unknown'])).toEqual([
      { id: 'title:other', title: 'Of title:other', authors: [], doi: null },
    ]);
    library.clock.now += 31 * 24 * 3_600_000;
    expect(await gaps().incomplete(10)).toEqual([idOf(1), 'title:other']);
  });
});

describe('the same work', () => {
  const candidate = (known: Partial<Candidate> = {}): Candidate => ({
    ...{ id: TITLED, title: 'Lattices of Moss: Schrödinger’s', authors: [], doi: null },
    ...known,
  });
  const paper = (known: Partial<Paper> = {}) =>
    makePaper({ title: 'Lattices of moss – Schr{\\"o}dinger’s', authors: ['Ada Čapek'], ...known });
  const SAME = paper({ title: 'Lattices of moss – Schrödinger’s' });

  test('has the same title, but for case, accents and signs', () => {
    expect(sameWork(candidate(), [paper({ title: 'Lattices of mosses' }), SAME])).toBe(SAME);
    expect(sameWork(candidate({ title: 'Lattices of moss' }), [SAME])).toBeNull();
  });

  test('has no other DOI, and one author in common', () => {
    expect(sameWork(candidate({ doi: '10.1/a', authors: ['A. Capek', 'B'] }), [SAME])).toBe(SAME);
    expect(sameWork(candidate({ doi: '10.1/a' }), [{ ...SAME, doi: '10.1/a' }])).not.toBeNull();
    expect(sameWork(candidate({ doi: '10.1/a' }), [{ ...SAME, doi: '10.1/b' }])).toBeNull();
    expect(sameWork(candidate({ authors: ['B. Bell'] }), [SAME])).toBeNull();
  });

  test('is none where two might be it, or the title is one of many', () => {
    const other = { ...SAME, id: idOf(2), authors: ['B. Bell'] };
    expect(sameWork(candidate(), [SAME, other])).toBeNull();
    expect(sameWork(candidate({ authors: ['Bob Bell'] }), [SAME, other])).toBe(other);
    const short = { ...SAME, title: 'Introduction' };
    expect(sameWork(candidate({ title: 'Introduction' }), [short])).toBeNull();
  });
});
