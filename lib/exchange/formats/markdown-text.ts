/** Texts of papers in Markdown: https://spec.commonmark.org */
import { splitAtFormulas } from '@/lib/text/formulas';
import { plainTex } from '@/lib/text/tex-encoding';
import { collapseSpace } from '@/lib/text/white-space';

/**
 * A title or abstract that looks in Markdown as it is written; formulas are for whoever draws them,
 * Obsidian and GitHub among others.
 */
export function markdownOf(text: string): string {
  const plain = plainTex(collapseSpace(text));
  return splitAtFormulas(plain)
    .map(({ formula, start, end }) => {
      if (formula === null) return escapeMarkdown(plain.slice(start, end));
      return plain.startsWith('$$', start) ? `$$${formula}$$` : `$${formula}$`;
    })
    .join('');
}

/** Signs that mean something within a line, and at its beginning. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>$|~]/g, '\\$&')
    .replace(/#(?=\S)/g, '\\#')
    .replace(/^(\s*)([-+#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** Each line of a text after the same beginning. */
export function indented(text: string, beginning: string): string {
  return text
    .split('\n')
    .map((line) => (beginning + line).trimEnd())
    .join('\n');
}
