/** Texts below a row that does not show them: its abstract, or the passages that match. */
import type { PageState, Passage } from '@/lib/page/store';
import { ABSTRACT_TAG } from '@/lib/sites/own-tags';
import type { Row } from '@/lib/sites/site';
import css from './abstract.css?inline';
import { placeOf } from './control';

/** The abstract that a row can expand; `null` if the page shows it, or none is known. */
export function foldableAbstract({ site, abstracts }: PageState, row: Row): string | null {
  if (site?.kind !== 'listing') return null;
  const fetched = abstracts[row.id];
  if (fetched !== undefined) return fetched;
  return site.hides?.abstract === 'all' ? row.read().abstract : null;
}

/** What is to be shown below a row; the abstract contains its passage. */
export function textsToShow(state: PageState, row: Row): readonly Passage[] {
  const abstract = state.unfolded.has(row.id) ? foldableAbstract(state, row) : null;
  const passages = state.explained.has(row.id) ? (state.unseen.get(row)?.passages() ?? []) : [];
  if (abstract === null) return passages;
  const others = passages.filter(({ field }) => field !== 'abstract');
  return [{ field: 'abstract', text: abstract }, ...others];
}

/** Shows these texts at the end of a row, instead of those that are there. */
export function renderTexts(row: Row, texts: readonly Passage[]): void {
  const box = row.elements.at(-1);
  const existing = box?.querySelector<HTMLElement>(`:scope > ${ABSTRACT_TAG}`);
  if (!box || texts.length === 0) {
    existing?.remove();
    return;
  }
  const host = existing ?? createHost(row);
  const before = [...(host.shadowRoot?.querySelectorAll('p') ?? [])];
  const paragraphs = texts.map(paragraphOf);
  const areSame = paragraphs.every((one, index) => before[index]?.isEqualNode(one));
  if (areSame && before.length === paragraphs.length) return; // and their marks stay
  for (const paragraph of before) paragraph.remove();
  host.shadowRoot?.append(...paragraphs);
  if (!existing) box.append(host); // below the buttons, which so stay where they are
}

function createHost(row: Row): HTMLElement {
  const host = document.createElement(ABSTRACT_TAG);
  host.dataset.place = placeOf(row);
  const style = document.createElement('style');
  style.textContent = css;
  host.attachShadow({ mode: 'open' }).append(style);
  return host;
}

/** The field tells which matches are marked in it: see `placesOn` in lib/page/fields.ts. */
function paragraphOf({ field, text }: Passage): HTMLElement {
  const paragraph = document.createElement('p');
  Object.assign(paragraph, { dir: 'auto', textContent: text });
  paragraph.dataset.field = field;
  return paragraph;
}

export function isAbstract(node: Node): boolean {
  return node instanceof HTMLElement && node.localName === ABSTRACT_TAG;
}
