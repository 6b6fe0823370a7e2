/** Keyboard focus within a control. */
import { buttonOf } from './control';

/** Focuses a control as a group named by the paper's title; Tab moves on to its buttons. */
export function focusControl(host: HTMLElement, title: string): void {
  host.setAttribute('role', 'group');
  host.setAttribute('aria-label', title);
  host.tabIndex = -1;
  host.focus({ preventScroll: true });
}

/** The focused button of a control, else its tags button. */
export function focusedButton(host: HTMLElement): HTMLElement | null {
  const focused = document.activeElement;
  const isButton = focused instanceof HTMLElement && focused.parentElement === host;
  return isButton ? focused : buttonOf(host, 'tags');
}
