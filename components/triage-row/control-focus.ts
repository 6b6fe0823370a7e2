/** Where the keyboard is in a control. */

/** Focuses what replaced a button that had the focus: the same one anew, else the dismiss button. */
export function refocus(bar: Element, { dataset }: HTMLElement): void {
  const same = bar.querySelector<HTMLElement>(`[data-action=${dataset.action}]`);
  (same ?? bar.querySelector<HTMLElement>('[data-action=dismiss]'))?.focus();
}

/** Focuses a control as a whole, named by the paper's title; Tab goes on to its buttons. */
export function focusControl(host: HTMLElement, title: string): void {
  const bar = host.shadowRoot?.querySelector<HTMLElement>('.bar');
  if (!bar) return;
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', title);
  bar.tabIndex = -1;
  bar.focus({ preventScroll: true });
}

/** What has the focus within a control, else its tags button. */
export function focusIn({ shadowRoot }: HTMLElement): HTMLElement | null {
  const focused = shadowRoot?.activeElement ?? shadowRoot?.querySelector('[data-action=tags]');
  return focused instanceof HTMLElement ? focused : null;
}
