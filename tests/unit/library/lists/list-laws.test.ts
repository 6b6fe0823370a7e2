// @vitest-environment node
/** The engine's answers against those of the plain matcher that looks at every paper. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { re2Engine } from '@/lib/filter/re2-engine';
import { createListEngine } from '@/lib/library/lists/engine';
import { newRecord } from '@/lib/library/store/record';
import { setFields } from '@/lib/library/store/record-fields';
import { paperTables, putPapers } from '@/lib/library/write/write-papers';
import { type Metadata, SOURCES, STATUSES } from '@/lib/paper';
import { type ListQuery, READING_LIST } from '@/lib/protocol/list-query';
import { openLibrary, type TestLibrary } from '../../../helpers/library';
import { indexTexts } from '../../../helpers/lists';
import { idOf } from '../../../helpers/papers';
import { answerPlainly } from '../../../helpers/plain-list';

const anyWord = fc.constantFrom(
  ...['sparse', 'Sparse', 'sparsity', 'Schrödinger', 'attention', 'at', 'a', 'self-attention'],
  ...[
    '$\\ell_2$',
    'O(n)',
    'c++',
    '図書館',
    '図',
    'ﬁne',
    'Łukasz',
    'naïve',
    '3D',
    '🙂',
    'état-major',
  ],
  ...['l1/l2', 'x', 'A*', 'don’t', '7', 'İstanbul', 'straße'],
);
const anyText = fc.array(anyWord, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const anyMeta: fc.Arbitrary<Metadata> = fc.record({
  title: anyText,
  abstract: fc.option(anyText),
  authors: fc.array(anyText, { maxLength: 3 }),
  authorsTotal: fc.constant(null),
  categories: fc.uniqueArray(fc.constantFrom('cs.LG', 'cs.CL', 'math.AG', 'sparse'), {
    maxLength: 3,
  }),
  comments: fc.constant(null),
  journalRef: fc.constant(null),
  doi: fc.constant(null),
  date: fc.option(fc.constantFrom('2025-01-02', '2026-11-20', '2026-11-21')),
  version: fc.constant(null),
  upvotes: fc.option(fc.nat({ max: 3 })),
  numComments: fc.constant(null),
  organization: fc.constant(null),
  codeUrl: fc.constant(null),
  codeStars: fc.constant(null),
  projectUrl: fc.constant(null),
  aiSummary: fc.constant(null),
  textVersion: fc.constant(null),
  textOrigin: fc.constant('listing'),
  source: fc.constantFrom(...SOURCES),
});
const anyTags = fc.uniqueArray(
  fc.constantFrom('to read', 'attention', '図', '__proto__', 'Sparse x'),
  {
    maxLength: 3,
  },
);
const anyPaper = fc.record({
  meta: anyMeta,
  starred: fc.boolean(),
  status: fc.constantFrom(...STATUSES),
  tags: anyTags,
  note: fc.oneof(fc.constant(''), anyText),
  added: fc.nat({ max: 4 }),
  where: fc.constantFrom('here', 'here', 'here', 'dismissed', 'deleted'),
});

const anyField = fc.constantFrom('', '', '', 'title:', 'abs:', 'author:', 'tag:', 'cat:');
const anyTerm = fc.oneof(
  anyWord,
  anyWord.map((word) => word.slice(0, 3)),
  anyWord.map((word) => word.slice(0, 1)),
  anyWord.map((word) => `${word}*`),
  anyText.map((text) => `"${text}"`),
  fc.constantFrom(
    '/spars[ei]/',
    '/A/c',
    '/^図/',
    '"to read"',
    'cs',
    'cs.LG',
    'to',
    '$',
    '-',
    '(',
    '"',
  ),
);
const anyOperand = fc.oneof(
  fc.tuple(anyField, anyTerm).map(([field, term]) => field + term),
  fc.constantFrom('is:starred', 'is:read', 'is:unread', 'is:tagged', 'is:dismissed', 'is:new'),
);
const { search: anySearch } = fc.letrec<{ search: string }>((tie) => ({
  search: fc.oneof(
    { depthSize: 'small' },
    anyOperand,
    anyOperand.map((one) => `-${one}`),
    fc.tuple(tie('search'), tie('search')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('search'), tie('search')).map(([a, b]) => `${a} OR ${b}`),
    tie('search').map((one) => `-(${one})`),
  ),
}));
const anyQuery: fc.Arbitrary<ListQuery> = fc.record({
  search: fc.oneof(fc.constant(''), anySearch),
  shelf: fc.constantFrom('list', 'list', 'list', 'dismissed', 'trash'),
  starred: fc.boolean(),
  statuses: fc.uniqueArray(fc.constantFrom(...STATUSES), { maxLength: 2 }),
  tags: fc.uniqueArray(fc.constantFrom('to read', 'attention', 'none'), { maxLength: 1 }),
  sites: fc.uniqueArray(fc.constantFrom(...SOURCES), { maxLength: 1 }),
  years: fc.uniqueArray(fc.constantFrom(2025, 2026), { maxLength: 1 }),
  categories: fc.uniqueArray(fc.constantFrom('cs.LG', 'math.AG'), { maxLength: 2 }),
  sort: fc.constantFrom('added', 'published', 'upvotes'),
});

type AnyPaper = typeof anyPaper extends fc.Arbitrary<infer T> ? T : never;

/** Writes papers, of which those of `indexed` come into the index before the others are written. */
async function write({ db }: TestLibrary, papers: readonly AnyPaper[], isIndexed: boolean) {
  const records = papers.map((paper, n) => {
    const record = newRecord({ ...paper.meta, id: idOf(n) }, n, 'stamp-1');
    return setFields(
      record,
      {
        ...{ starred: paper.starred, status: paper.status, note: paper.note, added: paper.added },
        ...Object.fromEntries(paper.tags.map((tag) => [`tag:${tag}`, true])),
        ...{ dismissed: paper.where === 'dismissed', deleted: paper.where === 'deleted' },
      },
      'stamp-1',
    );
  });
  await db.transaction('rw', [...paperTables(db)], async () => {
    await db.state.put({ key: 'next-number', value: String(records.length) });
    await putPapers(db, records, 'stamp-1');
  });
  if (isIndexed) await indexTexts(db);
}

test.each([
  ['searched directly', false],
  ['indexed', true],
])(
  'any query over any library, its texts %s',
  async (_, isIndexed) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyPaper, { maxLength: 30 }),
        fc.array(anyQuery, { minLength: 1, maxLength: 8 }),
        async (papers, queries) => {
          const library = await openLibrary();
          await write(library, papers, isIndexed);
          const records = await library.db.papers.toArray();
          const engine = createListEngine(library.db, re2Engine, () => {});
          for (const query of queries) {
            const { corrected, ...answer } = await engine.answer(
              query,
              new AbortController().signal,
            );
            if (corrected !== null) {
              expect(
                answerPlainly(records, {
                  ...READING_LIST,
                  shelf: query.shelf,
                  search: query.search,
                }).nums,
              ).toHaveLength(0);
            } else expect({ ...answer, corrected }).toEqual(answerPlainly(records, query));
          }
          engine.close();
          await library.remove();
        },
      ),
      { numRuns: 40 },
    );
  },
  60_000,
);
