/** The export formats, each loaded on first use. */

import type { PaperRecord } from '@/lib/library/store/record';
import type { ExportField } from './export-fields';
import type { TextFile } from './obsidian';
import type { Writer } from './parsed-paper';
import type { Extras } from './winnow-write';

export interface ExportFormat {
  readonly extension: string;
  readonly mimeType: string;
  /**
   * The order of the papers. `number`: that in which the library met them, for stable citation keys
   * (see `createCitationKeys`); `list`: that in which the user sees them.
   */
  readonly order: 'number' | 'list';
  /** What it has no place for. A test compares this with the table in docs/exchange.md. */
  readonly losses: readonly ExportField[];
  /** Only Winnow's own format writes the extras. */
  readonly load: (extras?: Extras) => Promise<Output>;
}

/** A single text, or an archive of many files. */
type Output =
  | { readonly write: Writer }
  | { readonly files: (papers: Iterable<PaperRecord>) => Iterable<TextFile> };

/** What no bibliography asks for. */
const ONLY_ON_HUGGING_FACE = [
  ...(['upvotes', 'numComments', 'organization'] as const),
  ...(['codeUrl', 'codeStars', 'projectUrl', 'aiSummary'] as const),
] satisfies readonly ExportField[];

/** In the order in which they are offered. */
const EXPORT_FORMATS = {
  bibtex: {
    extension: 'bib',
    mimeType: 'application/x-bibtex',
    order: 'number',
    losses: ['authorsTotal', ...ONLY_ON_HUGGING_FACE],
    load: async () => ({ write: (await import('./bibtex-write')).writeBibtex }),
  },
  ris: {
    extension: 'ris',
    mimeType: 'application/x-research-info-systems',
    order: 'list',
    losses: ['authorsTotal', ...ONLY_ON_HUGGING_FACE],
    load: async () => ({ write: (await import('./ris-write')).writeRis }),
  },
  csl: {
    extension: 'json',
    mimeType: 'application/json',
    order: 'number',
    losses: [],
    load: async () => ({ write: (await import('./csl-write')).writeCsl }),
  },
  csv: {
    extension: 'csv',
    mimeType: 'text/csv',
    order: 'list',
    losses: [],
    load: async () => ({ write: (await import('./csv-write')).writeCsv }),
  },
  markdownList: {
    extension: 'md',
    mimeType: 'text/markdown',
    order: 'list',
    losses: [
      ...(['abstract', 'authorsTotal', 'categories', 'comments', 'version', 'upvotes'] as const),
      ...(['numComments', 'organization', 'codeStars', 'aiSummary'] as const),
      ...(['dismissed', 'added'] as const),
    ],
    load: async () => ({ write: (await import('./markdown-list')).writeMarkdownList }),
  },
  obsidian: {
    extension: 'zip',
    mimeType: 'application/zip',
    order: 'list',
    losses: ['authorsTotal', 'version', 'numComments', 'dismissed'],
    load: async () => ({ files: (await import('./obsidian')).obsidianFiles }),
  },
  winnow: {
    extension: 'json',
    mimeType: 'application/json',
    order: 'number',
    losses: [],
    load: async (extras) => {
      const { NO_EXTRAS, winnowWriter } = await import('./winnow-write');
      return { write: winnowWriter(extras ?? NO_EXTRAS) };
    },
  },
} satisfies Readonly<Record<string, ExportFormat>>;

export type FormatName = keyof typeof EXPORT_FORMATS;
export const FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as readonly FormatName[];

export function formatOf(name: FormatName): ExportFormat {
  return EXPORT_FORMATS[name];
}

/** Whether a format writes many files, packed into one. */
export function isArchive(name: FormatName): boolean {
  return formatOf(name).extension === 'zip';
}
