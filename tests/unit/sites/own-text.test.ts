// @vitest-environment node
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isDescriptor } from '@/lib/sites/arxiv';
import { ownText, readOwnText, readOwnTextFrom } from '@/lib/sites/own-text';
import { sourceText } from '@/lib/sites/source-text';

const { document } = new JSDOM('').window;

function element(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = html;
  return box;
}

/** A title in a list of arXiv: its template puts line breaks around it. */
function inList(inner: string): HTMLElement {
  return element(`<span class="descriptor">Title:</span>\n      ${inner}`);
}

describe('what others add to a text is left out:', () => {
  it.each([
    ['a badge', 'On Moss<span class="pwc-badge"> CODE</span>'],
    ['a score', 'On Moss<span> Score: 42</span>'],
    ['a badge without a space', 'On Moss<span>CODE</span>'],
    ['a badge in front', '<span class="x">NEW </span>On Moss'],
    ['two of them', 'On Moss <a href="https://code.example">CODE</a> <a href="#">PDF</a>'],
    ['a button', 'On <button>+</button>Moss'],
    ['a badge amid the words', 'On <span class="ext-badge">7.2</span>Moss'],
    ['a box', 'On Moss<div>Cited by 42</div>'],
    ['a box amid the words', 'On<div>tip</div> Moss'],
    ['a number of a note', 'On<sup>1</sup> Moss'],
    ['a sign of a note', 'On<x-note>?</x-note> Moss'],
    ['a link in brackets', 'On<a href="https://example.com/on">[wiki]</a> Moss'],
    ['a reading', 'On <ruby>Moss<rp>(</rp><rt>モス</rt><rp>)</rp></ruby>'],
    ['the number of a marked word', '<mark>On<sup>1</sup></mark> Moss'],
    ['an element of its own', 'On Moss<my-badge>Cited by 42</my-badge>'],
    ['a translation', 'On Moss<font><font>Über Moos</font></font>'],
    [
      'a translation in a line of its own',
      'On Moss<font lang="zh"><br><font>关于苔藓</font></font>',
    ],
    ['a translation in another element', 'On Moss <span lang="de">Über Moos</span>'],
    ['text that is marked as such', 'On Moss <i class="notranslate">Moos</i>'],
    ['text that is not to be translated', 'On Moss <span translate="no">Moos</span>'],
    ['a badge around which all is wrapped', '<span class="w">On Moss<span> CODE</span></span>'],
    ['a badge after wrapped words', '<i class="w">On</i> <i class="w">Moss</i><span> CODE</span>'],
    ['a badge after a formula', 'On Moss <script type="math/tex">x</script><sup>CODE</sup>', '$x$'],
  ])('%s', (_, html, formula = '') => {
    expect(readOwnText(element(html))).toEqual({
      text: `On Moss ${formula}`.trim(),
      isTranslated: false,
    });
  });

  it.each([
    ['appended', inList('On Moss\n    <b>CODE</b>')],
    ['in front', element('<b>CODE</b>\n     On Moss\n   ')],
    ['before the label', element('<b>CODE</b><span class="descriptor">Title:</span>\n On Moss\n')],
  ])('a bold badge beyond the line breaks of a template, %s', (_, box) => {
    expect(ownText(box, isDescriptor)).toBe('On Moss');
  });
});

it('bare text appended after the line break of a template is left out', () => {
  const box = inList('On Moss\n    ');
  box.append(' Score: 42');
  expect(ownText(box, isDescriptor)).toBe('On Moss');
  expect(sourceText(box, isDescriptor)).toBe('On Moss');
});

it.each([
  'Mosses <span lang="de">und</span> Lichens',
  'Mosses <i class="notranslate">und</i> Lichens',
])('a text in which words were replaced may be a translation: %s', (html) => {
  expect(readOwnText(element(html)).isTranslated).toBe(true);
});

it('text that was split amid its words is whole', () => {
  const box = inList('On Moss of\n    the North\n    ');
  const text = box.lastChild as Text;
  text.splitText(10);
  expect(ownText(box, isDescriptor)).toBe('On Moss of the North');
});

describe('what others wrap is read as if they had not:', () => {
  it.each([
    ['half-bold words', '<b>Mos</b>ses <b>of</b> <b>th</b>e <b>Nor</b>th'],
    ['half-bold words, the last one whole', '<b>Mos</b>ses of the <b>North</b>'],
    ['fixations in elements of their own', '<x-b>Mos</x-b>ses of <x-b>the</x-b> <x-b>North</x-b>'],
    ['a part of a word', 'Mo<span>ss</span>es of the North'],
    ['the end of a word', 'Mosses of the Nor<span>th</span>'],
    ['a marked word', 'Mosses <span class="x">of</span> the North'],
    ['a marked word with its spaces', 'Mosses<em> of </em>the North'],
    ['a marked last word', 'Mosses of the <mark>North</mark>'],
    ['marked words', '<span class="x">Mosses</span> of <span class="x">the</span> North'],
    ['every word', '<i>Mosses</i> <i>of</i> <i>the</i> <i>North</i>'],
    [
      'every word, half of it bold',
      '<i><b>Mos</b>ses</i> <i><b>o</b>f</i> <i>the</i> <i>North</i>',
    ],
    ['the whole text', '<span class="x">Mosses of the North</span>'],
    ['the whole text twice', '<div><span>Mosses of the North</span></div>'],
    ['a gloss', 'Mosses <span class="gloss">of<span class="tip">Genitive</span></span> the North'],
    ['a gloss of another kind', 'Mosses <x-gloss>of<x-tip>1</x-tip></x-gloss> the North'],
    ['words with their space, marked twice', 'Mosses <i>of<span> the</span></i> North'],
    ['words that are marked twice', '<i class="a">Mosses <i class="b">of</i></i> the North'],
    ['a space', 'Mosses<span class="Apple-converted-space">&nbsp;</span>of the North'],
    ['a font amid a word', 'Mo<font color="red">ss</font>es of the North'],
    ['a hit of a search', 'Mosses of the <span class="search-hit mathjax">North</span>'],
    ['a link of a search', 'Mosses of the <a href="/papers?q=north">North</a>'],
  ])('%s', (_, html) => {
    expect(readOwnText(element(html))).toEqual({
      text: 'Mosses of the North',
      isTranslated: false,
    });
  });

  it('a last word within the line breaks of a template', () => {
    const box = inList('Mosses of the <span class="x">North</span>\n    ');
    expect(ownText(box, isDescriptor)).toBe('Mosses of the North');
  });

  it('a title that is wrapped with its formula', () => {
    const box = element('<em>On <script type="math/tex">x</script> and Moss</em>');
    expect(ownText(box)).toBe('On $x$ and Moss');
  });

  it('a text without any word', () => {
    expect(ownText(element('<span>???</span>'))).toBe('???');
  });
});

describe('a text of which only a translation is left', () => {
  it.each([
    '<font style="vertical-align: inherit;"><font>Über Moos</font></font>',
    '\n <font><font>Über Moos</font></font>\n',
    '<font>Über </font><script type="math/tex">x</script><font> und Moos</font>',
    '<font>Über Moos</font><span> CODE</span>',
    '<span class="w"><font>Über Moos</font></span>',
    '<span lang="de-AT">Über Moos</span>',
  ])('is known by %s', (html) => {
    expect(readOwnText(element(html)).isTranslated).toBe(true);
  });

  it.each(['lang="de"', '_msttexthash="42"'])('is known by %s', (attribute) => {
    const box = element(`<p ${attribute}>Über Moos</p>`).querySelector('p');
    expect(box && readOwnText(box).isTranslated).toBe(true);
  });

  it.each(['', 'lang=""', 'lang="en"', 'lang="en-GB"'])('is not known by %j', (attribute) => {
    const box = element(`<p ${attribute}>On Moss</p>`).querySelector('p');
    expect(box && readOwnText(box).isTranslated).toBe(false);
  });
});

it('what stands after a text that runs on is left out too', () => {
  const box = element(
    '<p class="mathjax">Moss grows, as\n <div class="MathJax_Display">x</div>' +
      '<script type="math/tex; mode=display">x</script>\n says.</p>\n <div class="tools">BibTeX</div>',
  );
  const start = box.querySelector('p');
  expect(start && readOwnTextFrom(start).text).toBe('Moss grows, as $$x$$ says.');
});
