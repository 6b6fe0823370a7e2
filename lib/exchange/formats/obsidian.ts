/** One Markdown file a paper, with what is known at its head: https://help.obsidian.md/properties */
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf } from '@/lib/paper';
import { splitAtFormulas } from '@/lib/text/formulas';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { addedOf, addressOf } from './fields';
import { createFileNames } from './file-names';
import { indented, markdownOf } from './markdown-text';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The files for papers, each with a name of its own. Asks for a paper only when a file is asked for. */
export function* obsidianFiles(papers: Iterable<PaperRecord>): Generator<TextFile> {
  const nameOf = createFileNames();
  for (const record of papers) {
    const otherwise = (arxivIdOf(record.id) ?? doiOf(record) ?? '').replaceAll('/', '-');
    yield {
      name: `${nameOf(readableTitle(record.meta.title), otherwise)}.md`,
      text: textOf(record),
    };
  }
}

/** Formulas without their signs, which file names cannot have. */
function readableTitle(title: string): string {
  const plain = plainTex(collapseSpace(title));
  return splitAtFormulas(plain)
    .map(({ formula, start, end }) => formula?.replace(/[\\{}]/g, '') ?? plain.slice(start, end))
    .join('');
}

function textOf(record: PaperRecord): string {
  const { meta, triage } = record;
  const note = triage.note.trim();
  const parts = [
    `---\n${frontMatterOf(record)}---`,
    `# ${markdownOf(meta.title)}`,
    meta.abstract === null ? '' : `> [!abstract]\n${indented(markdownOf(meta.abstract), '> ')}`,
    note === '' ? '' : `## ${t('exportNoteHeading')}\n\n${note}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function frontMatterOf(record: PaperRecord): string {
  const { meta, triage } = record;
  const properties: Readonly<Record<string, string | number | boolean | null | readonly string[]>> =
    {
      title: plainTex(collapseSpace(meta.title)),
      authors: meta.authors,
      date: meta.date,
      arxiv: arxivIdOf(record.id),
      doi: doiOf(record),
      url: addressOf(record),
      categories: meta.categories,
      journal: meta.journalRef,
      comments: meta.comments,
      upvotes: meta.upvotes,
      organization: meta.organization,
      starred: triage.starred,
      status: triage.status,
      tags: [...new Set(triage.tags.map(obsidianTag))].filter((tag) => tag !== ''),
      added: addedOf(record)?.slice(0, 19) ?? null,
    };
  return Object.entries(properties)
    .map(([name, value]) => propertyOf(name, value))
    .join('');
}

/** JSON is YAML, once the characters that YAML does not take are escaped: https://yaml.org/spec/1.2.2/ */
function propertyOf(name: string, value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  if (Array.isArray(value))
    return `${name}:\n${value.map((one) => `  - ${quoted(one)}\n`).join('')}`;
  const isBare = typeof value !== 'string' || /^\d{4}-\d\d-\d\d(?:T[\d:]+)?$/.test(value);
  return `${name}: ${isBare ? value : quoted(value)}\n`;
}

function quoted(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Letters, digits, `-`, `_` and `/`, and not digits alone: https://help.obsidian.md/tags */
function obsidianTag(tag: string): string {
  const plain = tag
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/g, '');
  return /^\d+$/.test(plain) ? `_${plain}` : plain;
}
