/** The formats that papers are exported in. Each is loaded when it is first used. */

import type { PaperRecord } from '@/lib/library/store/record';
import type { Writer } from './found-paper';
import type { FormatName } from './losses';
import type { TextFile } from './obsidian';
import type { Extras } from './winnow-write';

export interface ExportFormat {
  readonly extension: string;
  readonly type: string;
  /**
   * `number`: papers are written in the order in which the library met them, so that their keys stay
   * (see `createKeys`); `list`: in the order that the user sees.
   */
  readonly order: 'number' | 'list';
  /** Our own format alone holds anything beside the papers. */
  readonly load: (extras?: Extras) => Promise<Output>;
}

/** One text, or many files in one archive. */
type Output =
  | { readonly write: Writer }
  | { readonly files: (papers: Iterable<PaperRecord>) => Iterable<TextFile> };

/** In the order in which people see them. */
export const EXPORT_FORMATS: Readonly<Record<FormatName, ExportFormat>> = {
  bibtex: {
    extension: 'bib',
    type: 'application/x-bibtex',
    order: 'number',
    load: async () => ({ write: (await import('./bibtex-write')).writeBibtex }),
  },
  ris: {
    extension: 'ris',
    type: 'application/x-research-info-systems',
    order: 'list',
    load: async () => ({ write: (await import('./ris-write')).writeRis }),
  },
  csl: {
    extension: 'json',
    type: 'application/json',
    order: 'number',
    load: async () => ({ write: (await import('./csl-write')).writeCsl }),
  },
  csv: {
    extension: 'csv',
    type: 'text/csv',
    order: 'list',
    load: async () => ({ write: (await import('./csv-write')).writeCsv }),
  },
  markdownList: {
    extension: 'md',
    type: 'text/markdown',
    order: 'list',
    load: async () => ({ write: (await import('./markdown-list')).writeMarkdownList }),
  },
  obsidian: {
    extension: 'zip',
    type: 'application/zip',
    order: 'list',
    load: async () => ({ files: (await import('./obsidian')).obsidianFiles }),
  },
  winnow: {
    extension: 'json',
    type: 'application/json',
    order: 'number',
    load: async (extras) => {
      const { NO_EXTRAS, winnowWriter } = await import('./winnow-write');
      return { write: winnowWriter(extras ?? NO_EXTRAS) };
    },
  },
};
