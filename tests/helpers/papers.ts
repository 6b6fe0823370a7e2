/** Made-up papers and changes, and fast-check arbitraries of them. */
import fc from 'fast-check';
import {
  EMPTY_METADATA,
  type Metadata,
  type Paper,
  type PaperId,
  STATUSES,
  TEXT_ORIGINS,
  type TriageState,
  UNDECIDED,
} from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { LIMITS } from '@/lib/protocol/limits';

/** The id of the n-th made-up paper. */
export function idOf(n: number): PaperId {
  return `arxiv:2611.${String(n).padStart(5, '0')}`;
}

/** A paper as an arXiv list shows it. */
export function makePaper(overrides: Partial<Paper> = {}): Paper {
  return {
    ...EMPTY_METADATA,
    id: idOf(1),
    title: 'A made-up paper',
    source: 'arxiv',
    ...overrides,
  };
}

/** Everything that can be decided about a paper. */
export const DECIDED: TriageState = {
  starred: true,
  status: 'read',
  dismissed: true,
  tags: ['moss'],
  note: 'see §3',
};

/** Nothing but this field is decided. */
export function decidedIn(field: keyof TriageState): TriageState {
  return { ...UNDECIDED, [field]: DECIDED[field] };
}

const words = fc.constantFrom('Sparse', 'Schrödinger', '$\\ell_2$', 'attention', '図', 'for', '🙂');

const anyText = fc.array(words, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));

/** A link to code and its stars, or neither. */
export const anyCode = fc.oneof(
  fc.constant({ codeUrl: null, codeStars: null }),
  fc.record({
    codeUrl: fc.constantFrom(
      'https://github.com/a/b',
      'https://github.com/c/d',
      'http://c.example/',
    ),
    codeStars: fc.option(fc.nat({ max: 90_000 })),
  }),
);

export const anyMetadata: fc.Arbitrary<Metadata> = fc
  .record({
    title: anyText,
    abstract: fc.option(anyText),
    authors: fc.array(fc.constantFrom('A. Ada', 'B. Bell', 'C. Čapek', 'D. Dürer'), {
      maxLength: 6,
    }),
    notShown: fc.nat({ max: 3 }),
    categories: fc.uniqueArray(fc.constantFrom('cs.LG', 'math.AG', 'stat.ML')),
    comments: fc.option(anyText),
    journalRef: fc.option(anyText),
    doi: fc.option(fc.constantFrom('10.1000/182', '10.1000/183')),
    date: fc.option(fc.constantFrom('2026-10-31', '2026-11-20')),
    version: fc.option(fc.integer({ min: 1, max: 4 })),
    upvotes: fc.option(fc.nat({ max: 500 })),
    numComments: fc.option(fc.nat({ max: 20 })),
    organization: fc.option(fc.constantFrom('A lab', 'B university')),
    code: anyCode,
    projectUrl: fc.option(fc.constantFrom('https://a.example/', 'https://b.example/x?y=1')),
    aiSummary: fc.option(anyText),
    textOrigin: fc.constantFrom(...TEXT_ORIGINS),
    source: fc.constantFrom('arxiv', 'huggingface'),
  })
  .map(({ notShown, code, ...meta }) => ({
    ...meta,
    ...code,
    textVersion: meta.version,
    authorsTotal: notShown > 0 ? meta.authors.length + notShown : null,
  }));

/** Few enough tags to meet again, and some that trip careless code. */
const anyTag = fc.constantFrom('attention', 'to read', '図書', '__proto__', 'constructor');

/** What changes of each kind can say beside their kind. */
const CHANGES: {
  readonly [K in Change['kind']]: {
    readonly [F in keyof Omit<Extract<Change, { kind: K }>, 'kind'>]: fc.Arbitrary<
      Extract<Change, { kind: K }>[F]
    >;
  };
} = {
  star: { value: fc.boolean() },
  dismiss: { value: fc.boolean() },
  tag: { tag: anyTag, value: fc.boolean() },
  status: { value: fc.constantFrom(...STATUSES) },
  note: { value: fc.constantFrom('', 'see §3', '\u0000 😀') },
  editTexts: {
    title: fc.constantFrom('Mine', null),
    authors: fc.constantFrom([], ['E. Euler', '李 四'], null),
    abstract: fc.constantFrom('', 'I read\n\nthis.', null),
  },
  acknowledgeVersion: {},
  remove: {},
  restore: {},
};

export const anyChange = fc.oneof(
  ...Object.entries(CHANGES).map(([kind, says]) => fc.record({ kind: fc.constant(kind), ...says })),
) as fc.Arbitrary<Change>;

/** One character more than fits. */
export function tooLong(limit: keyof typeof LIMITS): string {
  return 'x'.repeat(LIMITS[limit] + 1);
}
