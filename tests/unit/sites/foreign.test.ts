// @vitest-environment node
/** Pages into which other software has put something. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRow, type Fixture, fixtures, pageOf, rowsOf } from './support';

/** Where sites have their texts. */
const TEXTS = [
  ...['div.list-title', '.list-authors a', '.list-comments', 'dd p.mathjax'],
  ...['p.title', 'p.authors a', '.abstract-full'],
  ...['h1.title', 'div.authors > a', 'blockquote.abstract', 'td.comments'],
  ...['h3 a', 'a > p', 'main h1', '.author button', 'p.text-gray-600'],
  ...['h1.ltx_title_document', '.ltx_personname', '.ltx_abstract'],
  'ul.blog > li > span.mathjax',
].join(', ');

/** Not texts to be rewritten: sources and drawings of formulas, labels, what is folded. */
const NOT_WORDS = [
  ...['script', '[class*="MathJax"]', 'math', '.descriptor', 'a.is-size-7', 'ul.blog span span'],
  ...['.ltx_note', '.ltx_pubnotes', '.ltx_sup', '.ltx_tag', '.ltx_title_abstract'],
].join(', ');

function wordsIn(field: Element): Text[] {
  const walker = field.ownerDocument.createTreeWalker(field, 4);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes.filter(
    (node) => !node.parentElement?.closest(NOT_WORDS) && /\p{L}/u.test(node.data),
  );
}

function fieldsIn(document: Document): Element[] {
  return [...document.querySelectorAll(TEXTS)].filter((field) => wordsIn(field).length > 0);
}

function made(field: Element, html: string): Element {
  const box = field.ownerDocument.createElement('div');
  box.innerHTML = html;
  return box.firstElementChild as Element;
}

/** What other software does to a text, none of which changes what the site wrote. */
const INTRUSIONS: Readonly<Record<string, (field: Element) => void>> = {
  'a badge': (field) => field.append(made(field, '<span class="pwc"> CODE</span>')),
  'a score': (field) => field.append(made(field, '<a href="https://x.example"> Score: 42</a>')),
  'a badge in front': (field) => field.prepend(made(field, '<span class="new">NEW </span>')),
  'a button': (field) => field.append(made(field, '<button>Cite</button>')),
  'an appended translation': (field) =>
    field.append(made(field, '<font class="notranslate"><br><font>Eine Übersetzung</font></font>')),
  'half-bold words': (field) => {
    for (const node of wordsIn(field)) {
      const parts = node.data.split(/(?<!\p{L})(?=\p{L})|(?<=\p{L})(?!\p{L})/u).map((part) => {
        if (!/^\p{L}/u.test(part)) return part;
        const half = Math.ceil(part.length / 2);
        const bold = field.ownerDocument.createElement('b');
        bold.textContent = part.slice(0, half);
        const word = field.ownerDocument.createDocumentFragment();
        word.append(bold, part.slice(half));
        return word;
      });
      node.replaceWith(...parts);
    }
  },
  'a marked word': (field) => {
    const [node] = wordsIn(field);
    const found = node && /\p{L}+/u.exec(node.data);
    if (!node || !found) return;
    const mark = field.ownerDocument.createElement('mark');
    mark.textContent = found[0];
    node.replaceWith(
      node.data.slice(0, found.index),
      mark,
      node.data.slice(found.index + found[0].length),
    );
  },
  'a wrapper': (field) => {
    if (field.matches('p.mathjax') && field.nextElementSibling) return; // its text runs on outside
    const wrapper = field.ownerDocument.createElement('span');
    wrapper.className = 'reader';
    const labels = [...field.children].filter((child) => child.matches(NOT_WORDS));
    const last = labels.findLast((label) => label.matches('.descriptor'));
    const from = last ? [...field.childNodes].indexOf(last as ChildNode) + 1 : 0;
    wrapper.append(...[...field.childNodes].slice(from));
    field.append(wrapper);
  },
};

function readAll({ url }: Fixture, document: Document) {
  expect(document.URL).toBe(url);
  return rowsOf(document).map((row) => ({ title: row.title, ...describeRow(row) }));
}

describe.each(fixtures())('$name', (fixture) => {
  const { html, url } = fixture;
  const untouched = readAll(fixture, pageOf(html, url));

  it.each(Object.keys(INTRUSIONS))('reads the same with %s in every text', (name) => {
    const document = pageOf(html, url);
    const fields = fieldsIn(document);
    if (untouched.length > 0) expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) INTRUSIONS[name]?.(field);
    expect(readAll(fixture, document)).toEqual(untouched);
  });

  it('reads the same with anything anywhere', () => {
    const intrusion = fc.tuple(fc.nat(), fc.constantFrom(...Object.values(INTRUSIONS)));
    fc.assert(
      fc.property(fc.array(intrusion, { minLength: 1, maxLength: 12 }), (intrusions) => {
        const document = pageOf(html, url);
        const fields = fieldsIn(document);
        const chosen = new Map(
          intrusions.map(([place, intrude]) => [fields[place % fields.length], intrude]),
        );
        for (const [field, intrude] of chosen) if (field) intrude(field);
        expect(readAll(fixture, document)).toEqual(untouched);
      }),
      { numRuns: 10 },
    );
  });
});
