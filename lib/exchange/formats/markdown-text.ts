/** Formats texts of papers as Markdown: https://spec.commonmark.org */
import { splitAtFormulas } from '@/lib/text/formulas';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';

/**
 * A title or abstract as Markdown that displays it as written. Formulas are left to renderers such
 * as Obsidian's and GitHub's.
 */
export function toMarkdown(text: string): string {
  const plain = plainTex(collapseSpace(text));
  return splitAtFormulas(plain)
    .map(({ formula, start, end }) => {
      if (formula === null) return escapeMarkdown(plain.slice(start, end));
      return plain.startsWith('$$', start) ? `$$${formula}$$` : `$${formula}$`;
    })
    .join('');
}

/** Escapes characters that are special within a line or at its start. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>$|~]/g, '\\$&')
    .replace(/#(?=\S)/g, '\\#')
    .replace(/^(\s*)([-+#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** Prefixes each line of a text. */
export function prefixLines(text: string, beginning: string): string {
  return text
    .split('\n')
    .map((line) => (beginning + line).trimEnd())
    .join('\n');
}
