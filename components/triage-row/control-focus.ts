/** Keyboard focus within a control. */

/** Restores the focus after a re-render: to the same action, else to the dismiss button. */
export function refocus(bar: Element, { dataset }: HTMLElement): void {
  const same = bar.querySelector<HTMLElement>(`[data-action=${dataset.action}]`);
  (same ?? bar.querySelector<HTMLElement>('[data-action=dismiss]'))?.focus();
}

/** Focuses a control as a group named by the paper's title; Tab moves on to its buttons. */
export function focusControl(host: HTMLElement, title: string): void {
  const bar = host.shadowRoot?.querySelector<HTMLElement>('.bar');
  if (!bar) return;
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', title);
  bar.tabIndex = -1;
  bar.focus({ preventScroll: true });
}

/** The focused button of a control, else its tags button. */
export function focusedButton({ shadowRoot }: HTMLElement): HTMLElement | null {
  const focused = shadowRoot?.activeElement ?? shadowRoot?.querySelector('[data-action=tags]');
  return focused instanceof HTMLElement ? focused : null;
}
