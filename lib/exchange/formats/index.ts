/** The export formats, each loaded on first use. */

import type { PaperRecord } from '@/lib/library/store/record';
import type { FormatName } from './losses';
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
  /** Only Winnow's own format writes the extras. */
  readonly load: (extras?: Extras) => Promise<Output>;
}

/** A single text, or an archive of many files. */
type Output =
  | { readonly write: Writer }
  | { readonly files: (papers: Iterable<PaperRecord>) => Iterable<TextFile> };

/** In the order in which they are offered. */
export const EXPORT_FORMATS: Readonly<Record<FormatName, ExportFormat>> = {
  bibtex: {
    extension: 'bib',
    mimeType: 'application/x-bibtex',
    order: 'number',
    load: async () => ({ write: (await import('./bibtex-write')).writeBibtex }),
  },
  ris: {
    extension: 'ris',
    mimeType: 'application/x-research-info-systems',
    order: 'list',
    load: async () => ({ write: (await import('./ris-write')).writeRis }),
  },
  csl: {
    extension: 'json',
    mimeType: 'application/json',
    order: 'number',
    load: async () => ({ write: (await import('./csl-write')).writeCsl }),
  },
  csv: {
    extension: 'csv',
    mimeType: 'text/csv',
    order: 'list',
    load: async () => ({ write: (await import('./csv-write')).writeCsv }),
  },
  markdownList: {
    extension: 'md',
    mimeType: 'text/markdown',
    order: 'list',
    load: async () => ({ write: (await import('./markdown-list')).writeMarkdownList }),
  },
  obsidian: {
    extension: 'zip',
    mimeType: 'application/zip',
    order: 'list',
    load: async () => ({ files: (await import('./obsidian')).obsidianFiles }),
  },
  winnow: {
    extension: 'json',
    mimeType: 'application/json',
    order: 'number',
    load: async (extras) => {
      const { NO_EXTRAS, winnowWriter } = await import('./winnow-write');
      return { write: winnowWriter(extras ?? NO_EXTRAS) };
    },
  },
};
