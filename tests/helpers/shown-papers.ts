/** Made-up papers as Hugging Face shows them, and how its pages write what they tell. */
import fc from 'fast-check';

/** A paper as a listing of Hugging Face shows it. */
export interface ShownPaper {
  readonly title: string;
  readonly abstract: string;
  readonly authors: number;
  /** Stands in place of the number of authors. */
  readonly organization: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly comments: number;
  readonly upvotes: number;
  readonly submitter: string;
}

const NAMES = [
  'Lattice',
  'Gravel',
  'Möbius',
  'Owl',
  'Sparse',
  'Deep',
  'In-Context',
  '3D',
  'Low-Rank',
];
const THINGS = [
  'Attention',
  'Retrieval',
  'Distillation',
  'Splatting',
  'Planning',
  'Heads',
  'Grammars',
];
const ENDS = [
  ...[
    '',
    '',
    '',
    '?',
    ' (Extended)',
    ': A Survey',
    ': What Works, and What Does Not',
    ' in $O(n)$',
  ],
  ...[' for Speech, Vision & Text', ' at 2.5 Bits', '!', ' or …', ': Towards the End of GPUs?'],
  ': Learning to See Without Looking. A Study',
];

const anyTitle = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom(...THINGS),
    fc.constantFrom('via', 'for', 'without', 'is Not'),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...THINGS),
    fc.constantFrom(...ENDS),
    fc.nat({ max: 9_999 }), // so that no two are the same
  )
  .map(([a, b, c, d, e, end, n]) => `${a}-${n} ${b} ${c} ${d} ${e}${end}`);

const anySentence = fc
  .tuple(
    fc.constantFrom('We show that', 'This paper presents', 'However,', 'In this work,', 'here'),
    fc.constantFrom(
      'the moss',
      'a 2.5x faster decoder',
      'multi-head attention (MHA)',
      'e.g. U-Nets',
    ),
    fc.constantFrom('grows over the stones of', 'is compared, at length, to', 'cannot explain'),
    fc.constantFrom(
      'all 14 benchmarks',
      'prior work [3]',
      'what was said before',
      '$\\ell_2$ norms',
    ),
    fc.constantFrom('.', '.', '.', '!', '?', ', see https://example.org/a_b.html.'),
  )
  .map(([a, b, c, d, end]) => `${a} ${b} ${c} ${d}${end}`);

const anyAbstract = fc
  .tuple(
    fc.array(anySentence, { minLength: 4, maxLength: 14 }), // three lines or more
    fc.constantFrom('', '', ' Code: https://example.org/code', ' (See the page.)'),
  )
  .map(([sentences, end]) => sentences.join(' ') + end);

const anyDay = fc
  .integer({ min: 0, max: 1_500 })
  .map((days) => new Date(Date.UTC(2026, 10, 20) - days * 86_400_000).toISOString().slice(0, 10));

export const anyShownPaper: fc.Arbitrary<ShownPaper> = fc.record({
  title: anyTitle,
  abstract: anyAbstract,
  authors: fc.integer({ min: 1, max: 40 }),
  organization: fc.option(
    fc.constantFrom('Moss Lab', 'stone-ai Stone AI', 'University of Nowhere'),
  ),
  date: anyDay,
  comments: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
  upvotes: fc.nat({ max: 900 }),
  submitter: fc.constantFrom('x3n', 'ola_ml', 'deep-efd9', 'A'),
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Within the current year, of `TODAY`, the year is left out. */
export const TODAY = new Date('2026-11-20T12:00:00Z');

/** A date as a page of `TODAY` writes it. */
export function written(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = `${MONTHS[Number(month) - 1]} ${Number(day)}`;
  return year === '2026' ? name : `${name}, ${year}`;
}

/** What stands in the authors' place. */
export const byline = ({ organization, authors }: ShownPaper) =>
  organization ?? (authors === 1 ? '1 author' : `${authors} authors`);
/** Nothing where there are none. */
export const some = (count: number) => (count > 0 ? ` ${count}` : '');

/** As browsers copy it where the page hides neither of an organisation's names. */
export const byBothNames = ({ organization, authors }: ShownPaper, before: string) =>
  organization
    ? [organization.toLowerCase().replace(/\W+/g, '-'), organization]
    : [`${before}${authors === 1 ? '1 author' : `${authors} authors`}`];

/** What stands around papers on a page. */
export const HEADER = [
  'Hugging Face',
  'Models',
  'Datasets',
  'Spaces',
  'Pricing',
  'Log In',
  'Sign Up',
];
export const NEWSLETTER = 'Get trending papers in your email inbox!';
export const PERIODS = ['Daily', 'Weekly', 'Monthly'];
export const HEADINGS = ['Daily Papers', 'byAK and the research community', 'Jan 8'];
export const FOOTER = [
  'Previous',
  'Next',
  'System theme',
  'Company',
  'TOS',
  'Privacy',
  'About',
  'Careers',
];
