// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedPaper } from '@/lib/exchange/formats/parsed-paper';
import { readPaperPage } from '@/lib/exchange/import/pasted/paper-page';
import { recognise } from '@/lib/exchange/import/recognise';
import {
  anyShownPaper,
  FOOTER,
  HEADER,
  type ShownPaper,
  TODAY,
  written,
} from '@/tests/helpers/shown-papers';

/** The text of one paper's own page; its comments quote the abstract and tell of other papers. */
function paperPage(paper: ShownPaper, id: string, hasSummary: boolean): string {
  return [
    ...[...HEADER, `Papers arxiv:${id}`, '', paper.title, `Published on ${written(paper.date)}`],
    ...[`· Submitted by ${paper.submitter}`, ...(paper.organization ? [paper.organization] : [])],
    ...['Upvote', String(paper.upvotes), 'Authors:', 'Ada Alder', ',', 'Bo Birch', ','],
    ...['+ 3 authors', 'Abstract'],
    ...(hasSummary ? ['A machine tells what it is about.', '', 'AI-generated summary'] : []),
    ...[paper.abstract, '', 'View arXiv page', 'View PDF', 'GitHub', '1.2k', 'Add to collection'],
    ...['Community', paper.submitter, 'Paper submitter', paper.abstract, '', 'librarian-bot'],
    ...['The following papers were recommended by the Semantic Scholar API', '', 'On Ferns (2025)'],
    ...['Moss and Stones (2024), arxiv:2410.11842', 'Models citing this paper', '1', ...FOOTER],
  ].join('\n');
}

function papersIn(text: string): ParsedPaper[] {
  expect(recognise(text)).toMatchObject({ format: 'page' });
  return [...readPaperPage(text, TODAY)].map((found) => {
    if (!('paper' in found)) throw new Error(found.unreadable.reason);
    return found.paper;
  });
}

const shown = ({ title, abstract, date, upvotes, organization }: ShownPaper) => ({
  ...{ arxivId: '2611.10431', title, abstract, date, upvotes, organization },
});

describe("the text of a paper's own page", () => {
  it.each([true, false])(
    'gives that paper and no other (with a machine’s summary: %s)',
    (hasSummary) => {
      fc.assert(
        fc.property(anyShownPaper, (paper) => {
          const [found, ...others] = papersIn(paperPage(paper, '2611.10431', hasSummary));
          expect(found).toMatchObject(shown(paper));
          expect(found).toMatchObject({ authors: ['Ada Alder', 'Bo Birch'], authorsTotal: 5 });
          expect(others).toEqual([]);
        }),
      );
    },
  );

  it('gives two where two were pasted one after another', () => {
    fc.assert(
      fc.property(anyShownPaper, anyShownPaper, (one, other) => {
        const text = [
          paperPage(one, '2611.10431', true),
          paperPage(other, 'hep-th/9901001', false),
        ];
        expect(papersIn(text.join('\n'))).toMatchObject([
          shown(one),
          { ...shown(other), arxivId: 'hep-th/9901001' },
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('may be cut off within the abstract', () => {
    const text =
      'arxiv:2611.10431\nOn Moss\nPublished on Nov 3\nUpvote\n7\nAuthors:\nAda Alder\nAbstract\nMoss grows.';
    expect(papersIn(text)).toMatchObject([
      { title: 'On Moss', abstract: 'Moss grows.', upvotes: 7 },
    ]);
  });
});
