import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import { PlacedText } from '@/lib/highlight/placed-text';
import type { Rule } from '@/lib/protocol/rule';
import { compileRules } from '@/lib/rules/rule-matcher';
import { SAMPLE_RULES } from '@/lib/rules/sample-rules';
import { sourceText } from '@/lib/sites/source-text';
import { foldText } from '@/lib/text/fold';
import { collapseSpace } from '@/lib/text/white-space';
import { textOfRange } from '../../helpers/ranges';

function put(html: string): HTMLElement {
  document.body.innerHTML = `<div>${html}</div>`;
  return document.body.firstElementChild as HTMLElement;
}

afterEach(() => document.body.replaceChildren());

/** What a whole-word rule finds in an element's text, as the page shows it. */
function found(element: HTMLElement, term: string): string[][] {
  const rule = { ...(SAMPLE_RULES[0] as Rule), terms: [term] };
  const placed = new PlacedText(element);
  const hits = compileRules([rule], null).scan(foldText(placed.text), null);
  return hits.map(({ start, end }) => placed.rangesOf(start, end).map(textOfRange));
}

describe('words are found across the nodes that show them', () => {
  test.each<[string, string, string[][]]>([
    ['self attention', 'with <span class="search-hit">self</span> attention', [['self attention']]],
    ['multi-head attention', '<i>multi</i>-<i>head</i>\n <b>attention</b>s', []],
    ['attention', 'at<b>ten</b>tion', [['attention']]],
    ['transform', '<span>transform</span>ers', []],
    ['transform', '<div>transform</div>ers', [['transform']]],
    ['transform', 'transform<br>ers', [['transform']]],
    ['deep learning', '<p>deep</p><p>learning</p>', [['deeplearning']]],
    ['deep learning', 'deep<br>learning', [['deeplearning']]],
    ['deep learning', 'deep <script>x</script>learning', [['deep ', 'learning']]],
    ['deep learning', 'deep <winnow-row>Star</winnow-row> learning', [['deep ', ' learning']]],
    ['learning', '<span style="display: none">learning</span>', []],
  ])('%j in %j', (term, html, ranges) => expect(found(put(html), term)).toEqual(ranges));
});

test('a formula is marked as it was drawn', () => {
  const element = put(
    'the <span class="MathJax_Preview"></span><span class="MathJax">ℓ₂</span>' +
      '<script type="math/tex">\\ell_2</script> norm of <a href="https://a.org/x">this https URL</a>.',
  );
  const placed = new PlacedText(element);
  expect(placed.text).toBe('the $\\ell_2$ norm of https://a.org/x.');
  const shown = (part: string) => {
    const start = placed.text.indexOf(part);
    return placed.rangesOf(start, start + part.length).map(textOfRange);
  };
  expect(shown('ell')).toEqual(['ℓ₂\\ell_2']);
  expect(shown('the $\\ell_2$ norm')).toEqual(['the ℓ₂\\ell_2 norm']);
  expect(shown('a.org')).toEqual(['this https URL']);
});

test('what follows a paragraph that was ended early can belong to it', () => {
  const element = put('<p>We bound</p> $$x$$ by <i>one</i>.');
  const placed = new PlacedText(element.firstElementChild as Element, true);
  expect(placed.text).toBe('We bound $$x$$ by one.');
  expect(placed.rangesOf(3, 21).map(textOfRange)).toEqual(['bound $$x$$ by one']);
});

const anyWords = fc
  .array(
    fc.constantFrom(
      ...[
        'attention',
        'Attention',
        'self',
        'self-attention',
        'transformers',
        'transform',
        'a',
        'É',
      ],
      ...['ﬁne', '図書館', '🙂', 'ガ', '-', ' ', '  ', '\n', '\u00a0', ', ', 'x\u0301'],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((words) => words.join(''));
const anyTag = fc.constantFrom('b', 'i', 'span', 'a', 'mark', 'font');
const anyTerm = fc.constantFrom(
  ...['attention', 'atten*', 'self attention', 'transform', 'fine', '図', 'a', 'é', 'カ', '*'],
);

/** Cuts a text at random into text nodes and nested inline elements. */
function cut(text: string, cuts: readonly (readonly [number, string])[]): HTMLElement {
  const box = document.createElement('div');
  let inmost: Element = box;
  let from = 0;
  const places = cuts.map(([at, tag]) => [at % (text.length + 1), tag] as const);
  for (const [at, tag] of places.sort(([a], [b]) => a - b)) {
    inmost.append(text.slice(from, at));
    const inner = document.createElement(tag);
    inmost.append(inner);
    if (at % 3 === 0) inmost = inner;
    else if (at % 3 === 1 && inmost.parentElement) inmost = inmost.parentElement;
    from = at;
  }
  inmost.append(text.slice(from));
  return box;
}

test('what is marked in a text is what is found in it, however it is cut into elements', () => {
  const rules = (term: string) =>
    compileRules([{ ...(SAMPLE_RULES[0] as Rule), terms: [term] }], null);
  const anyCuts = fc.array(fc.tuple(fc.nat(), anyTag), { maxLength: 6 });
  fc.assert(
    fc.property(anyWords, anyCuts, anyTerm, (text, cuts, term) => {
      const element = cut(text, cuts);
      const plain = foldText(collapseSpace(element.textContent ?? ''));
      const placed = new PlacedText(element);
      expect(placed.text).toBe(sourceText(element));
      const hits = rules(term)
        .scan(plain, null)
        .map(({ start, end }) => [start, end] as const);
      const ranges = compileFilter(parseFilter(term).filter, null).find(plain, null);
      for (const [start, end] of [...hits, ...ranges]) {
        const shown = placed.rangesOf(start, end);
        expect(shown).toHaveLength(1);
        expect(collapseSpace(shown.map(textOfRange).join(''))).toBe(
          plain.original.slice(start, end),
        );
      }
    }),
  );
});
