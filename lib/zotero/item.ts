/**
 * Papers as Zotero takes them from its browser connectors: items in the form that translators give,
 * https://www.zotero.org/support/dev/translators/coding#saving_an_item
 */
import { addressOf, citedDoiOf, withoutControls } from '@/lib/exchange/formats/fields';
import { splitName } from '@/lib/exchange/formats/names';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf } from '@/lib/paper';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';

/** A name in one field, as those of groups, has `fieldMode` 1. */
interface Creator {
  readonly creatorType: 'author';
  readonly firstName?: string;
  readonly lastName: string;
  readonly fieldMode?: 1;
}

export interface ZoteroItem {
  /** Names the item within its request. */
  readonly id: string;
  readonly itemType: 'preprint' | 'journalArticle' | 'document';
  readonly title: string;
  readonly creators: readonly Creator[];
  readonly tags: readonly { readonly tag: string }[];
  /** In HTML. */
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

/** What Zotero is to have of a paper: its metadata, the user's tags and note. `id` is any that is new. */
export function zoteroItem(record: PaperRecord, id: string): ZoteroItem {
  const { meta, triage } = record;
  const arxivId = arxivIdOf(record.id);
  const doi = citedDoiOf(record);
  const told = {
    abstractNote: meta.abstract && plainTex(collapseSpace(meta.abstract)),
    date: meta.date,
    url: addressOf(record),
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
    creators: meta.authors.map(creatorOf),
    tags: triage.tags.map((tag) => ({ tag })),
    notes: triage.note.trim() === '' ? [] : [{ note: htmlOf(triage.note) }],
    attachments: [],
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value)),
  };
}

function creatorOf(name: string): Creator {
  const parts = splitName(name);
  if ('literal' in parts) return { creatorType: 'author', lastName: parts.literal, fieldMode: 1 };
  const { given, family, suffix } = parts;
  // Zotero has no field for it: https://www.zotero.org/support/kb/name_suffixes
  const firstName = suffix === '' ? given : `${given}, ${suffix}`;
  return { creatorType: 'author', firstName, lastName: family };
}

/** The first line as Zotero's own translator for arXiv writes it; what has no field follows. */
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

/** A plain text as HTML that looks the same, and is nothing but text. */
function htmlOf(text: string): string {
  const escaped = withoutControls(text)
    .trim()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
