import { afterEach, describe, expect, test } from 'vitest';
import { selectedWords } from '@/lib/page/selected-words';

const DRAWN =
  '<span class="MathJax_Preview"></span><span class="MathJax"><span class="mi">𝑊</span>' +
  '<span class="MJX_Assistive_MathML"><math><mi>W</mi></math></span></span>' +
  '<script type="math/tex">\\|W\\|_F</script>';

/** Selects from the first to the last node of a paragraph, or of the elements named. */
function select(html: string, from = 'p', to = from): void {
  document.body.innerHTML = `<p>${html}</p>`;
  const range = document.createRange();
  range.setStart(document.querySelector(from) as Node, 0);
  const last = document.querySelector(to) as Node;
  range.setEnd(last, last.childNodes.length);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

describe('what is selected', () => {
  test.each([
    ['state <b>space</b>\n models', { hasFormula: false, words: 'state space models' }],
    [`the norm ${DRAWN} of the weights`, { hasFormula: true, words: 'of the weights' }],
    [`${DRAWN}-regularised ${DRAWN}`, { hasFormula: true, words: '-regularised' }],
    [DRAWN, { hasFormula: true, words: '' }],
    [`${DRAWN}, ${DRAWN}.`, { hasFormula: true, words: '' }],
    ['a <mjx-container>x</mjx-container>bound', { hasFormula: true, words: 'bound' }],
    ['a <span class="katex">x</span> bound', { hasFormula: true, words: 'bound' }],
    ['a <math alttext="x"><mi>x</mi></math> bound', { hasFormula: true, words: 'bound' }],
    ['costs $5 to $\\ell_2$', { hasFormula: false, words: 'costs $5 to $\\ell_2$' }],
  ])('%j', (html, answer) => {
    select(html);
    expect(selectedWords(document)).toEqual(answer);
  });

  test('may begin or lie within a formula', () => {
    select(`the norm ${DRAWN} <i>of weights</i>`, '.mi', 'i');
    expect(selectedWords(document)).toEqual({ hasFormula: true, words: 'of weights' });
    select(`the norm ${DRAWN}`, '.mi');
    expect(selectedWords(document)).toEqual({ hasFormula: true, words: '' });
  });

  test('may be nothing', () => {
    expect(selectedWords(document)).toEqual({ hasFormula: false, words: '' });
  });
});
