// @vitest-environment node
/** Every text that people read comes from `public/_locales`: none stands in the code. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { messagesOf } from '../helpers/locale';

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Names, which are the same in every language. */
const NAMES = new Set(['Winnow', 'arXiv', 'Hugging Face', 'Aa']);
/** Attributes and properties that people read or hear. */
const READ: ReadonlySet<string> = new Set([
  ...(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'] as const),
  ...(['title', 'placeholder', 'alt', 'label', 'ariaLabel', 'textContent', 'innerText'] as const),
]);
/** What stands for a text, to be translated where it is shown. */
const KEYS = messagesOf('en');
const LETTERS = /\p{L}{2}/u;

/** Every text in the source that people read and that is written there. */
function textsIn(source: string): string[] {
  const found: string[] = [];
  const note = (text: string) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (LETTERS.test(plain) && !NAMES.has(plain) && !(plain in KEYS)) found.push(plain);
  };

  /** What an expression can come to, where that is written in it; calls give what is translated. */
  function written(node: Node): void {
    switch (node.type) {
      case 'JSXText':
        note(String(node.value));
        break;
      case 'Literal':
        if (typeof node.value === 'string') note(node.value);
        break;
      case 'TemplateLiteral':
        note(nodesIn(node.quasis).map(cooked).join(''));
        break;
      case 'JSXExpressionContainer':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
        for (const one of nodesIn(node.expression)) written(one);
        break;
      case 'ConditionalExpression':
        for (const one of nodesIn([node.consequent, node.alternate])) written(one);
        break;
      case 'LogicalExpression':
      case 'BinaryExpression':
        if (node.operator === '+' || node.type === 'LogicalExpression') {
          for (const one of nodesIn([node.left, node.right])) written(one);
        }
    }
  }

  function visit(node: Node): void {
    if (node.type === 'JSXElement' && !isCode(node)) {
      for (const child of nodesIn(node.children)) written(child);
    }
    if (node.type === 'JSXFragment') for (const child of nodesIn(node.children)) written(child);
    if (node.type === 'JSXAttribute' && READ.has(nameOf(node.name))) {
      for (const value of nodesIn(node.value)) written(value);
    }
    if (node.type === 'Property' && READ.has(nameOf(node.key))) {
      for (const value of nodesIn(node.value)) written(value);
    }
    if (node.type === 'AssignmentExpression' && READ.has(memberOf(node.left))) {
      for (const value of nodesIn(node.right)) written(value);
    }
    if (isRefusal(node)) for (const value of nodesIn(node.arguments).slice(1)) written(value);
    for (const value of Object.values(node)) for (const child of nodesIn(value)) visit(child);
  }

  visit(parseAst(source, { lang: 'tsx' }) as unknown as Node);
  return found;
}

function nodesIn(value: unknown): Node[] {
  const isNode = (one: unknown): one is Node =>
    typeof one === 'object' && one !== null && 'type' in one && typeof one.type === 'string';
  return [value].flat().filter(isNode);
}

function nameOf(node: unknown): string {
  const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown };
  return String(name ?? value ?? '');
}

function memberOf(node: unknown): string {
  return nameOf((node as { property?: unknown }).property);
}

function cooked({ value }: Node): string {
  return String((value as { cooked?: unknown }).cooked ?? '');
}

/** An example of something that is written, as a rule: its language is its own. */
function isCode({ openingElement }: Node): boolean {
  return nameOf((openingElement as { name?: unknown }).name) === 'code';
}

/** `new Refusal(code, text)`: what the library tells users. */
function isRefusal({ type, callee }: Node): boolean {
  return type === 'NewExpression' && nameOf(callee) === 'Refusal';
}

const FILES = ['components', 'entrypoints', 'lib/library', 'lib/page', 'lib/background'].flatMap(
  (folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
);

test('no text stands in the code', () => {
  const texts = FILES.flatMap((file) =>
    textsIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(texts).toEqual([]);
});

describe('texts are found', () => {
  test.each([
    ['<p>Two words</p>', ['Two words']],
    ['<p>{count} papers</p>', ['papers']],
    ['<p>{isOn ? "Turned on" : t("off")}</p>', ['Turned on']],
    ['<p>{isOn && `Turned on`}</p>', ['Turned on']],
    ['<button aria-label="Close it" />', ['Close it']],
    ['<input placeholder={"Tag for " + n} />', ['Tag for']],
    ['const props = { "aria-label": "Add tag" };', ['Add tag']],
    ['button.title = "Star it";', ['Star it']],
    ['throw new Refusal("invalid", "Not so.");', ['Not so.']],
  ])('in %s', (source, texts) => {
    expect([...new Set(textsIn(source))]).toEqual(texts);
  });

  test.each([
    ['<p className="quiet">{t("papers")} × <code>highlight teal</code></p>'],
    ['<section aria-label="Winnow">{title}</section>'],
    ['throw new Refusal("invalid", t("notSo"));'],
    ['const style = { colour: "red" };'],
  ])('but none in %s', (source) => {
    expect(textsIn(source)).toEqual([]);
  });
});
