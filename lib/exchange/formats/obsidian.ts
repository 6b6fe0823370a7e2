/**
 * One Markdown file per paper, with its metadata as properties: https://help.obsidian.md/properties
 */
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, doiOf } from '@/lib/paper';
import { splitAtFormulas } from '@/lib/text/formulas';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';
import { addedTimestamp, paperUrl } from './field-values';
import { createFileNames } from './file-names';
import { prefixLines, toMarkdown } from './markdown-text';

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** A file with a unique name for each paper. Takes a paper only when a file is requested. */
export function* obsidianFiles(papers: Iterable<PaperRecord>): Generator<TextFile> {
  const nameOf = createFileNames();
  for (const record of papers) {
    const fallback = (arxivIdOf(record.id) ?? doiOf(record) ?? '').replaceAll('/', '-');
    yield {
      name: `${nameOf(readableTitle(record.meta.title), fallback)}.md`,
      text: formatFile(record),
    };
  }
}

/** Formulas without TeX's special characters, which file names cannot contain. */
function readableTitle(title: string): string {
  const plain = plainTex(collapseSpace(title));
  return splitAtFormulas(plain)
    .map(({ formula, start, end }) => formula?.replace(/[\\{}]/g, '') ?? plain.slice(start, end))
    .join('');
}

function formatFile(record: PaperRecord): string {
  const { meta, triage } = record;
  const note = triage.note.trim();
  const parts = [
    `---\n${formatFrontMatter(record)}---`,
    `# ${toMarkdown(meta.title)}`,
    meta.abstract === null ? '' : `> [!abstract]\n${prefixLines(toMarkdown(meta.abstract), '> ')}`,
    note === '' ? '' : `## ${t('exportNoteHeading')}\n\n${note}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function formatFrontMatter(record: PaperRecord): string {
  const { meta, triage } = record;
  const properties: Readonly<Record<string, string | number | boolean | null | readonly string[]>> =
    {
      title: plainTex(collapseSpace(meta.title)),
      authors: meta.authors,
      date: meta.date,
      arxiv: arxivIdOf(record.id),
      doi: doiOf(record),
      url: paperUrl(record),
      categories: meta.categories,
      journal: meta.journalRef,
      comments: meta.comments,
      upvotes: meta.upvotes,
      organization: meta.organization,
      code: meta.codeUrl,
      codeStars: meta.codeStars,
      project: meta.projectUrl,
      aiSummary: meta.aiSummary,
      starred: triage.starred,
      status: triage.status,
      tags: [...new Set(triage.tags.map(toObsidianTag))].filter((tag) => tag !== ''),
      added: addedTimestamp(record)?.slice(0, 19) ?? null,
    };
  return Object.entries(properties)
    .map(([name, value]) => formatProperty(name, value))
    .join('');
}

/**
 * JSON is valid YAML once characters that YAML forbids are escaped: https://yaml.org/spec/1.2.2/
 */
function formatProperty(name: string, value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  if (Array.isArray(value))
    return `${name}:\n${value.map((one) => `  - ${quote(one)}\n`).join('')}`;
  const isBare = typeof value !== 'string' || /^\d{4}-\d\d-\d\d(?:T[\d:]+)?$/.test(value);
  return `${name}: ${isBare ? value : quote(value)}\n`;
}

function quote(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Tags may contain letters, digits, `-`, `_` and `/`, but not only digits:
 * https://help.obsidian.md/tags
 */
function toObsidianTag(tag: string): string {
  const plain = tag
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/g, '');
  return /^\d+$/.test(plain) ? `_${plain}` : plain;
}
