/** The expandable abstract below a row that does not show one. */
import type { PageState } from '@/lib/page/store';
import { ABSTRACT_TAG } from '@/lib/sites/own-tags';
import type { Row } from '@/lib/sites/site';
import css from './abstract.css?inline';
import { placeOf } from './control';

/** The abstract that a row can expand; `null` if the page shows it, or none is known. */
export function foldableAbstract({ site, abstracts }: PageState, row: Row): string | null {
  if (site?.kind !== 'listing') return null;
  const fetched = abstracts[row.id];
  if (fetched !== undefined) return fetched;
  return site.hidesAbstracts ? row.read().abstract : null;
}

/** Shows an abstract at the end of its row, or removes it. */
export function renderAbstract(row: Row, text: string | null): void {
  const box = row.elements.at(-1);
  const existing = box?.querySelector(`:scope > ${ABSTRACT_TAG}`);
  if (text === null) existing?.remove();
  if (!box || existing || text === null) return;
  const host = document.createElement(ABSTRACT_TAG);
  host.dataset.place = placeOf(row);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  const paragraph = document.createElement('p');
  paragraph.dir = 'auto';
  paragraph.textContent = text;
  root.append(style, paragraph);
  box.append(host); // below the buttons, which so stay where they are
}

export function isAbstract(node: Node): boolean {
  return node instanceof HTMLElement && node.localName === ABSTRACT_TAG;
}
