/** The columns of a table of papers, in our own files and those of other programs. */

import type { ExportField } from './export-fields';

/** What a column of our own files contains. */
export type OwnField = ExportField | 'url';

/** What any column may contain; the last three occur only in other programs' files. */
export type CsvField = OwnField | 'autoTags' | 'extra' | 'year';

/** The column names in our own files, in order. */
export const OWN_COLUMNS: Readonly<Record<OwnField, string>> = {
  ...{
    title: 'Title',
    authors: 'Authors',
    date: 'Date',
    arxivId: 'arXiv id',
    doi: 'DOI',
    url: 'URL',
  },
  ...{ starred: 'Starred', status: 'Status', dismissed: 'Dismissed', tags: 'Tags', note: 'Note' },
  ...{ abstract: 'Abstract', categories: 'Categories', comments: 'Comments' },
  ...{ journalRef: 'Journal reference', version: 'Version', authorsTotal: 'Authors in total' },
  ...{ upvotes: 'Upvotes', numComments: 'Discussion comments', organization: 'Organization' },
  ...{ codeUrl: 'Code', codeStars: 'Code stars', projectUrl: 'Project page' },
  aiSummary: 'AI summary',
  added: 'Added',
};

/** Column names in other programs, in lower case without spaces and signs; Zotero's first. */
const COLUMN_NAMES: Readonly<Record<CsvField, readonly string[]>> = {
  title: ['title', 'papertitle', 'articletitle', 'documenttitle', 'name', 'paper', 'titel'],
  authors: ['author', 'authors', 'authornames', 'authorfullnames', 'creators', 'autoren', 'autor'],
  authorsTotal: ['authorsintotal', 'authorcount', 'numauthors'],
  abstract: ['abstractnote', 'abstract', 'summary', 'tldr', 'zusammenfassung'],
  arxivId: [
    'arxivid',
    'arxiv',
    'archiveid',
    'archivelocation',
    'eprint',
    'eprintid',
    'paperid',
    'id',
  ],
  doi: ['doi', 'doilink'],
  url: [
    'url',
    'link',
    'links',
    'address',
    'pdf',
    'pdfurl',
    'pdflink',
    'arxivurl',
    'arxivlink',
    'paperurl',
  ],
  categories: ['categories', 'category', 'subjects', 'primarycategory', 'arxivcategories'],
  comments: ['comments', 'comment', 'arxivcomments'],
  journalRef: [
    ...['publicationtitle', 'journalreference', 'journalref', 'journal', 'journaltitle', 'venue'],
    ...[
      'sourcetitle',
      'conference',
      'publication',
      'conferencename',
      'proceedingstitle',
      'booktitle',
    ],
  ],
  date: [
    'date',
    'published',
    'publicationdate',
    'publisheddate',
    'datepublished',
    'submitted',
    'datum',
  ],
  year: ['publicationyear', 'year', 'jahr'],
  version: ['version'],
  upvotes: ['upvotes', 'likes', 'votes'],
  numComments: ['discussioncomments', 'numcomments'],
  organization: ['organization', 'organisation'],
  codeUrl: ['code', 'codeurl', 'codelink', 'github', 'githubrepo', 'githuburl'],
  codeStars: ['codestars', 'githubstars'],
  projectUrl: ['projectpage', 'projecturl'],
  aiSummary: ['aisummary'],
  starred: ['starred', 'star', 'favorite', 'favourite', 'favorited', 'important'],
  status: ['status', 'readstatus', 'readingstatus', 'state', 'read'],
  dismissed: ['dismissed', 'hidden', 'archived'],
  tags: [
    'manualtags',
    'tags',
    'tag',
    'labels',
    'keywords',
    'keyword',
    'authorkeywords',
    'schlagworter',
  ],
  autoTags: ['automatictags'],
  note: ['notes', 'note', 'mynotes', 'annotation', 'remarks', 'notiz', 'notizen'],
  added: ['dateadded', 'added', 'addedat', 'createdat', 'saved', 'savedat'],
  extra: ['extra'],
};

const FIELD_BY_NAME = new Map(
  Object.entries(COLUMN_NAMES).flatMap(([field, names]) =>
    names.map((name) => [name, field as CsvField]),
  ),
);

/** The field of each column, by the names in the first row; `null` for unknown columns. */
export function recogniseColumns(header: readonly string[]): (CsvField | null)[] {
  const taken = new Set<CsvField>();
  return header.map((name) => {
    const plain = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    const field = FIELD_BY_NAME.get(plain) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}
