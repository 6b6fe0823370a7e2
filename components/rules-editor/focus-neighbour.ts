/**
 * Moves the focus from a list item about to be removed to the next one, else the previous one, else
 * the add button; otherwise keyboard users would start again at the top of the page.
 */
export function focusNeighbour(inside: Element, selector: string): void {
  const item = inside.closest('li');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  const found = neighbour?.querySelector<HTMLElement>(selector);
  (found ?? document.querySelector<HTMLElement>('[data-add-rule]'))?.focus();
}
