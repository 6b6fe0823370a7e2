/** The texts of pages whose layout is put together by chance. */
import fc from 'fast-check';
import type { Layout } from './pasted-pages';
import {
  byBothNames,
  FOOTER,
  HEADER,
  HEADINGS,
  NEWSLETTER,
  PERIODS,
  type ShownPaper,
  written,
} from './shown-papers';

/** What a listing's cards show, and how its text is spaced: a page shows all its papers the same way. */
const anyCard = fc.record({
  thumbnail: fc.boolean(),
  submitter: fc.constantFrom('none', 'line', 'two lines', 'glued'),
  upvotes: fc.constantFrom('none', 'before', 'after'),
  abstract: fc.boolean(),
  names: fc.constantFrom('both', 'one'),
  bullet: fc.constantFrom('• ', '·\n', ''),
  date: fc.constantFrom('none', '·\n', '·\nPublished on '),
  comments: fc.boolean(),
  stars: fc.constantFrom('none', 'GitHub\n1.2k', '3.4k'),
  gap: fc.constantFrom('\n', '\n\n', '\r\n', '\n\t'),
  between: fc.constantFrom('', '\n'),
  header: fc.constantFrom(
    [],
    [...HEADER, ...HEADINGS, ...PERIODS],
    ['new', NEWSLETTER, 'Subscribe'],
  ),
  footer: fc.constantFrom([], FOOTER),
});
type Card = typeof anyCard extends fc.Arbitrary<infer C> ? C : never;

function linesOfCard(paper: ShownPaper, card: Card): string[] {
  const { submitter, organization } = paper;
  const upvotes = String(paper.upvotes);
  const submitted = {
    none: [],
    line: [`Submitted by ${submitter}`],
    'two lines': ['Submitted by', submitter],
    glued: [`Submitted by${submitter}`],
  } as const;
  const isByBoth = card.names === 'both' || organization === null;
  return [
    ...(card.thumbnail ? ['Paper thumbnail'] : []),
    ...submitted[card.submitter as keyof typeof submitted],
    ...(card.upvotes === 'before' ? [upvotes] : []),
    ...[paper.title, ...(card.abstract ? [paper.abstract] : [])],
    ...(isByBoth ? byBothNames(paper, card.bullet) : [organization]),
    ...(card.date === 'none' ? [] : [`${card.date}${written(paper.date)}`]),
    ...(card.comments && paper.comments > 0 ? [String(paper.comments)] : []),
    ...(card.upvotes === 'after' ? ['Upvote', upvotes] : []),
    ...(card.stars !== 'none' && paper.authors % 2 ? [card.stars] : []),
  ].flatMap((line) => line.split('\n'));
}

/** Layouts put together by chance; without abstracts, something tells where cards begin, else where they end. */
export const anyLayout: fc.Arbitrary<Pick<Layout, 'page'> & { readonly hasAbstracts: boolean }> =
  anyCard
    .filter(({ abstract, submitter, upvotes, names, date }) => {
      const hasBeginning = submitter !== 'none' && upvotes === 'before';
      return abstract ? names === 'both' || date !== 'none' : hasBeginning;
    })
    .map((card) => ({
      hasAbstracts: card.abstract,
      page: (papers) =>
        [
          ...card.header,
          ...papers.flatMap((paper) => [...linesOfCard(paper, card), card.between]),
          ...card.footer,
        ].join(card.gap),
    }));
