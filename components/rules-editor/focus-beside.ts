/**
 * Moves the focus from a list item that is about to go to the one after it, else before it, else to
 * the button that adds one: a keyboard user would start at the top of the page again.
 */
export function focusBeside(inItem: Element, target: string): void {
  const item = inItem.closest('li');
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  const found = beside?.querySelector<HTMLElement>(target);
  (found ?? document.querySelector<HTMLElement>('[data-add-rule]'))?.focus();
}
