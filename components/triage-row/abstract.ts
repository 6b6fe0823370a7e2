/** The expandable abstract below a row that does not show one. */
import type { PageState } from '@/lib/page/store';
import type { Row } from '@/lib/sites/site';
import css from './abstract.css?inline';
import { CONTROL_TAG } from './control';

const TAG = 'winnow-abstract';

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
  const existing = box?.querySelector(`:scope > ${TAG}`);
  if (text === null) existing?.remove();
  if (!box || existing || text === null) return;
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  const paragraph = document.createElement('p');
  paragraph.dir = 'auto';
  paragraph.textContent = text;
  root.append(style, paragraph);
  box.insertBefore(host, box.querySelector(`:scope > ${CONTROL_TAG}`)); // before it, or at the end
}

export function isAbstract(node: Node): boolean {
  return node instanceof HTMLElement && node.localName === TAG;
}
