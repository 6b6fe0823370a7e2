import type { PaintedRow } from '@/lib/highlight/row-matches';
import type { RuleField } from '@/lib/protocol/rule';
import { ABSTRACT_TAG } from '@/lib/sites/own-tags';
import type { Row, Site } from '@/lib/sites/site';

/** Finds the elements that show a paper's texts: within its row, or anywhere on its own page. */
export function placesOn(
  { texts, kind }: Pick<Site, 'texts' | 'kind'>,
  row: Row,
): PaintedRow['placesOf'] {
  const roots = kind === 'paper' ? [row.elements[0].ownerDocument.body] : row.elements;
  return (field) => {
    const selector = texts[field];
    return roots.flatMap((root) => [
      ...(selector === null ? [] : matching(root, selector)),
      ...unfoldedIn(root, field),
    ]);
  };
}

function matching(root: Element, selector: string): Iterable<Element> {
  return root.matches(selector) ? [root] : root.querySelectorAll(selector);
}

/** Texts that Winnow itself shows: see `renderTexts` in components/triage-row/abstract.ts. */
function unfoldedIn(root: Element, field: RuleField): Element[] {
  return [...root.querySelectorAll(ABSTRACT_TAG)].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll(`[data-field=${field}]`) ?? []),
  ]);
}
