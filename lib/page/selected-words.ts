/** What the user selected on a page, without formulas: drawn, they are glyphs that stand in no text. */
import type { SelectedWords } from '@/lib/protocol/selected-words';
import { sourceText } from '@/lib/sites/source-text';
import { collapseSpace } from '@/lib/text/white-space';

/** As MathJax 2 and 3, KaTeX and browsers draw formulas, and the source that MathJax 2 keeps. */
const FORMULA = [
  ...['.MathJax', '.MathJax_Display', '.MathJax_Preview', '.MJX_Assistive_MathML'],
  ...['mjx-container', '.katex', 'math', 'script[type^="math/tex"]'],
].join(', ');

/** Stands for a formula (the object replacement character). */
const REMOVED = '\ufffc';

/** The longest run of words in the selection that no formula interrupts. */
export function selectedWords(document: Document): SelectedWords {
  const selection = document.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, n) =>
    selection?.getRangeAt(n),
  );
  const texts = ranges.map((range) => (range ? textWithoutFormulas(range) : ''));
  const text = texts.join(' ');
  const runs = text.split(REMOVED).map(collapseSpace);
  const [longest = ''] = runs.sort((a, b) => letterCount(b) - letterCount(a));
  return {
    hasFormula: text.includes(REMOVED),
    words: letterCount(longest) > 0 ? longest : '',
  };
}

function textWithoutFormulas(range: Range): string {
  const { commonAncestorContainer: around } = range;
  const element = around instanceof Element ? around : around.parentElement;
  if (element?.closest(FORMULA)) return REMOVED;
  const copy = document.createElement('div');
  copy.append(range.cloneContents());
  for (const formula of copy.querySelectorAll(FORMULA)) formula.replaceWith(REMOVED);
  return sourceText(copy);
}

function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
