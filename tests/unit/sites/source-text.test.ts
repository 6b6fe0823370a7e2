// @vitest-environment node
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { sourceText, sourceTextFrom } from '@/lib/sites/source-text';
import { collapseSpace } from '@/lib/text/white-space';

const { document } = new JSDOM('').window;

function element(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = html;
  return box;
}

/** A piece of a text: words, or a formula. */
interface Piece {
  readonly text: string;
  readonly math?: 'inline' | 'display';
}

/** How MathJax 2.7 leaves a formula: an empty preview, what it drew, and the source in a script. */
function rendered(pieces: readonly Piece[]): HTMLElement {
  const box = element('');
  for (const { text, math } of pieces) {
    if (!math) {
      box.append(text);
      continue;
    }
    const drawn = element(
      '<span class="MathJax" tabindex="0"><nobr><span class="math"><span class="mi">ℓ</span></span>' +
        '</nobr><span class="MJX_Assistive_MathML"><math><mi>ℓ</mi></math></span></span>',
    );
    const isDisplay = math === 'display';
    if (isDisplay) drawn.className = 'MathJax_Display';
    const script = document.createElement('script');
    script.type = isDisplay ? 'math/tex; mode=display' : 'math/tex';
    script.textContent = text;
    const preview = element('<span class="MathJax_Preview" style="display: none;"></span>');
    box.append(
      preview.firstElementChild ?? '',
      isDisplay ? drawn : (drawn.firstElementChild ?? ''),
      script,
    );
  }
  return box;
}

function written(pieces: readonly Piece[]): string {
  const fences = { inline: '$', display: '$$' };
  return pieces
    .map(({ text, math }) => (math ? fences[math] + text + fences[math] : text))
    .join('');
}

/** As much of a DOM as is read of it: a real one takes minutes to nest as deep. */
function nested(depth: number): Element {
  const none = { getAttribute: () => null, hasAttribute: () => false, nextSibling: null };
  const root = { ...none, nodeType: 1, tagName: 'SPAN', parentNode: null, firstChild: {} };
  let inmost = root;
  for (let level = 0; level < depth; level++) {
    const inner = { ...root, parentNode: inmost as never };
    inmost.firstChild = inner;
    inmost = inner;
  }
  inmost.firstChild = { ...none, nodeType: 3, nodeValue: 'deep', parentNode: inmost };
  return root as unknown as Element;
}

const anyPiece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ text: fc.string({ unit: 'grapheme' }) }),
  fc.record({
    text: fc.string({ unit: 'grapheme' }),
    math: fc.constantFrom('inline' as const, 'display' as const),
  }),
);

describe('sourceText', () => {
  it('gives any text back, white space collapsed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const box = element('');
        box.textContent = text;
        expect(sourceText(box)).toBe(collapseSpace(text));
      }),
    );
  });

  it('gives a text back however it is cut into elements', () => {
    const anyWords = fc.array(fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anyWords, fc.constantFrom('b', 'em', 'mark', 'span'), (words, tag) => {
        const box = element('');
        let inmost = box;
        for (const word of words) {
          const inner = document.createElement(tag);
          inner.textContent = word;
          inmost.append(inner);
          if (word.length % 2) inmost = inner;
        }
        expect(sourceText(box)).toBe(collapseSpace(box.textContent ?? ''));
      }),
    );
  });

  it('turns what MathJax drew back into its source', () => {
    fc.assert(
      fc.property(fc.array(anyPiece), (pieces) => {
        expect(sourceText(rendered(pieces))).toBe(collapseSpace(written(pieces)));
      }),
    );
  });

  it.each([
    ['<br>', 'one<br>two<br/>three', 'one two three'],
    ['white space', ' \n one\t&nbsp; two\u2028three ', 'one two three'],
    ['escaped markup', '&lt;img src=x&gt; &amp;amp;', '<img src=x> &amp;'],
    ['comments', 'one<!-- two -->three', 'onethree'],
    ['scripts and styles', 'a<script>b</script><style>c</style><noscript>d</noscript>', 'a'],
    ['templates', 'a<template>b</template>', 'a'],
    ['hidden elements', 'a<i hidden>b</i><i style="color: red; display:none">c</i>', 'a'],
    ['our own control', 'a <winnow-row><button>Star</button></winnow-row> b', 'a b'],
    [
      'an address',
      '<a href="https://a.example/?b=1&amp;c">this https URL</a>.',
      'https://a.example/?b=1&c.',
    ],
    ['an old address', '<a href="ftp://a.example/"> this\nftp URL</a>', 'ftp://a.example/'],
    ['no address', '<a href="javascript:void(0)">this https URL</a>', 'this https URL'],
    ['other links', '<a href="/abs/1907.01234">arXiv:1907.01234</a>', 'arXiv:1907.01234'],
    [
      'formulas of other renderers',
      '<span class="MathJax_SVG">ℓ</span><script type="math/tex">\\ell</script>',
      '$\\ell$',
    ],
    ["arXiv's own class", '<p class="mathjax">$x$</p>', '$x$'],
    ['nothing', '', ''],
  ])('reads %s', (_, html, text) => {
    expect(sourceText(element(html))).toBe(text);
  });

  it('leaves out what it is told to', () => {
    const box = element('<b>Title:</b> a <i>b <b>c</b></i>');
    expect(sourceText(box, (inner) => inner.tagName === 'B')).toBe('a b');
  });

  it('reads a page nested deeper than a function can call itself', () => {
    expect(sourceText(nested(100_000))).toBe('deep');
  });
});

describe('sourceTextFrom', () => {
  it('reads an element and what follows it', () => {
    const box = element('before <p>one</p> two <b>three</b><script>four</script> five');
    const start = box.querySelector('p');
    expect(start && sourceTextFrom(start)).toBe('one two three five');
  });

  it('reads an element that stands alone', () => {
    expect(sourceTextFrom(element('alone'))).toBe('alone');
  });
});
