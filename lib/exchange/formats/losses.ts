/** What each format has no place for: docs/exchange.md has the same as a table, and a test holds it. */

export type FormatName = 'bibtex' | 'ris' | 'csl' | 'csv' | 'markdownList' | 'obsidian' | 'winnow';

/** What the library knows of a paper. */
export const PARTS = [
  ...([
    'title',
    'abstract',
    'authors',
    'authorsTotal',
    'categories',
    'comments',
    'journalRef',
  ] as const),
  ...(['date', 'version', 'upvotes', 'numComments', 'organization', 'arxivId', 'doi'] as const),
  ...(['starred', 'status', 'dismissed', 'tags', 'note', 'added'] as const),
] as const;
export type Part = (typeof PARTS)[number];

export const LOSSES: Readonly<Record<FormatName, readonly Part[]>> = {
  bibtex: ['authorsTotal', 'upvotes', 'numComments', 'organization'],
  ris: ['authorsTotal', 'upvotes', 'numComments', 'organization'],
  csl: [],
  csv: [],
  markdownList: [
    ...(['abstract', 'authorsTotal', 'categories', 'comments', 'version', 'upvotes'] as const),
    ...(['numComments', 'organization', 'dismissed', 'added'] as const),
  ],
  obsidian: ['authorsTotal', 'version', 'numComments', 'dismissed'],
  winnow: [],
};
