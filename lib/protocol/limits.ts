/** The largest sizes accepted from a page or a user, in UTF-16 code units or entries. */
export const LIMITS = {
  tag: 100,
  note: 1_000_000,
  title: 4_000,
  abstract: 40_000,
  text: 10_000,
  name: 500,
  authors: 10_000,
  categories: 100,
  papersPerCommand: 200_000,
  /** In one message of an import. */
  papersPerPart: 500,
  papersPerImport: 500_000,
  /** Papers that one request can ask about. */
  idsPerRequest: 5_000,
  /** States in the answer to a command; of more papers it gives none. */
  statesPerAnswer: 5_000,
  tagsPerPaper: 1_000,
  /** Papers merged into one at once. */
  merged: 100,
  /** Merges of papers, or tags merged into one, at once. */
  merges: 1_000,
  /** Papers that arXiv is asked about at once: ten requests. */
  refreshedAtOnce: 1_000,
  /** Rules there may be when a page adds one; the editor may save more. */
  rulesToAddTo: 500,
  listing: 1_000,
  /** Papers opened at once: more tabs are no use to anybody. */
  tabsAtOnce: 100,
} as const;
