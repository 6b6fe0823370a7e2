/**
 * Papers as items for Zotero's connector, in the form used by translators:
 * https://www.zotero.org/support/dev/translators/coding#saving_an_item
 */

import { splitName } from '@/lib/exchange/formats/author-names';
import { citedDoiOf, paperUrl, stripControls } from '@/lib/exchange/formats/field-values';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf } from '@/lib/paper';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';

/** 1 for names in a single field, such as those of groups. */
interface Creator {
  readonly creatorType: 'author';
  readonly firstName?: string;
  readonly lastName: string;
  readonly fieldMode?: 1;
}

export interface ZoteroItem {
  /** Identifies the item within its request. */
  readonly id: string;
  readonly itemType: 'preprint' | 'journalArticle' | 'document';
  readonly title: string;
  readonly creators: readonly Creator[];
  readonly tags: readonly { readonly tag: string }[];
  /** As HTML. */
  readonly notes: readonly { readonly note: string }[];
  readonly attachments: readonly never[];
  readonly abstractNote?: string;
  readonly date?: string;
  readonly url?: string;
  readonly DOI?: string;
  readonly publicationTitle?: string;
  readonly repository?: string;
  readonly archiveID?: string;
  readonly libraryCatalog?: string;
  readonly extra?: string;
}

/**
 * Converts a paper for Zotero, with its metadata, tags and note. `id` must be unique in the
 * request.
 */
export function toZoteroItem(record: PaperRecord, id: string): ZoteroItem {
  const { meta, triage } = record;
  const arxivId = arxivIdOf(record.id);
  const doi = citedDoiOf(record);
  const optionalFields = {
    abstractNote: meta.abstract && plainTex(collapseSpace(meta.abstract)),
    date: meta.date,
    url: paperUrl(record),
    DOI: doi,
    ...(arxivId === null
      ? { publicationTitle: meta.journalRef }
      : { repository: 'arXiv', archiveID: `arXiv:${arxivId}`, libraryCatalog: 'arXiv.org' }),
    extra: extraOf(record),
  };
  return {
    id,
    itemType: arxivId !== null ? 'preprint' : doi !== null ? 'journalArticle' : 'document',
    title: plainTex(collapseSpace(meta.title)),
    creators: meta.authors.map(toCreator),
    tags: triage.tags.map((tag) => ({ tag })),
    notes: triage.note.trim() === '' ? [] : [{ note: toHtml(triage.note) }],
    attachments: [],
    ...Object.fromEntries(Object.entries(optionalFields).filter(([, value]) => value)),
  };
}

function toCreator(name: string): Creator {
  const parts = splitName(name);
  if ('literal' in parts) return { creatorType: 'author', lastName: parts.literal, fieldMode: 1 };
  const { given, family, suffix } = parts;
  // Zotero has no field for it: https://www.zotero.org/support/kb/name_suffixes
  const firstName = suffix === '' ? given : `${given}, ${suffix}`;
  return { creatorType: 'author', firstName, lastName: family };
}

/** The first line matches Zotero's own arXiv translator; data without a field follows. */
function extraOf({ id, meta }: PaperRecord): string {
  const arxivId = arxivIdOf(id);
  const [primary] = meta.categories;
  const lines = [
    arxivId !== null && `arXiv:${arxivId}${primary ? ` [${primary}]` : ''}`,
    arxivId !== null && meta.journalRef && `Journal reference: ${collapseSpace(meta.journalRef)}`,
    meta.comments && `Comment: ${collapseSpace(meta.comments)}`,
  ];
  return lines.filter(Boolean).join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  ...{ '"': '&quot;', "'": '&#39;' },
};

/** Plain text as HTML that looks the same and contains no other markup. */
function toHtml(text: string): string {
  const escaped = stripControls(text)
    .trim()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
