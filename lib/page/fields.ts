import type { RuleField } from '@/lib/keywords/rule';

/** Which field the texts in these are, on the pages that we know. The first that holds a text counts. */
const FIELDS: readonly (readonly [RuleField, string])[] = [
  ['title', 'div.list-title, p.title, h1, h3, ul.blog > li'],
  ['authors', '.list-authors, p.authors, .author, article ul'],
  ['categories', '.list-subjects, .tags:not(.has-addons)'],
  ['abstract', 'p:not(.list-title, .comments, .is-size-7), winnow-abstract'],
];

/** The field that a text on a row belongs to; `null` for comments, links and the like. */
export function fieldOf(node: Text): RuleField | null {
  const element = node.parentElement;
  if (!element) return null;
  return FIELDS.find(([, selector]) => element.closest(selector))?.[0] ?? null;
}
