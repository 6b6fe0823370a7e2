/** Greatest sizes taken from a page or a user, in UTF-16 code units or entries. */
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
  /** So many come in one part of an import. */
  papersPerPart: 500,
  /** So many papers can be imported at once. */
  papersPerImport: 500_000,
  /** So many papers can be asked about at once. */
  idsPerRequest: 5_000,
  /** The states of so many papers are told in the answer to a command. */
  statesPerAnswer: 5_000,
  tagsPerPaper: 1_000,
  /** So many papers can be merged into one at once. */
  merged: 100,
  /** So many merges of papers, or tags into one, can be asked for at once. */
  merges: 1_000,
  /** So many rules can be there when one is added; the editor may save more. */
  rulesToAddTo: 500,
  listing: 1_000,
  /** So many papers are opened at once; more tabs are no use to anybody. */
  tabsAtOnce: 100,
} as const;
