/** The control on one row: plain DOM in a shadow root, which isolates its styles. */
import { t } from '@/lib/i18n';
import css from './control.css?inline';
import { extrasOf, nameOf } from './control-extras';
import { refocus } from './control-focus';
import type { Action, ControlView } from './control-view';

export const CONTROL_TAG = 'winnow-row';

/** The buttons that every control starts with. */
const BUTTONS: readonly Action[] = ['star', 'tags', 'dismiss'];

/** One style sheet for all controls; `null` where content scripts cannot create one (Firefox before 141). */
const sheet = sharedSheet();

/** The initial content of every control; extras are added to the few that need them. */
const template = document.createElement('template');
template.innerHTML = `${sheet ? '' : `<style>${css}</style>`}<span class="bar">${BUTTONS.map(
  (action) => `<button type="button" class="icon" data-action="${action}"></button>`,
).join('')}</span>`;
for (const button of template.content.querySelectorAll('button')) {
  const action = button.dataset.action as Action;
  button.title = t(`row_${action}`);
  if (action === 'tags') button.setAttribute('aria-haspopup', 'dialog');
  else button.setAttribute('aria-pressed', 'false');
}

function sharedSheet(): CSSStyleSheet | null {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    document.createElement('div').attachShadow({ mode: 'open' }).adoptedStyleSheets = [made];
    return made;
  } catch {
    return null;
  }
}

/** Creates a detached control in its initial state, for a paper with this title. */
export function createControl(title: string): HTMLElement {
  const host = document.createElement(CONTROL_TAG);
  const root = host.attachShadow({ mode: 'open' });
  root.append(document.importNode(template.content, true));
  if (sheet) root.adoptedStyleSheets = [sheet];
  const buttons = (root.lastElementChild as Element).children;
  for (const [index, action] of BUTTONS.entries()) {
    buttons[index]?.setAttribute('aria-label', nameOf(action, title));
  }
  return host;
}

/** Updates a control. Unchanged elements stay in place, and with them the focus. */
export function renderControl(host: HTMLElement, title: string, view: ControlView): void {
  const bar = host.shadowRoot?.querySelector('.bar');
  if (!bar) return;
  setPressed(bar, 'star', view.state.starred);
  setPressed(bar, 'dismiss', view.state.dismissed);
  bar.toggleAttribute('data-line', view.line !== null);
  const hadFocus = host.shadowRoot?.activeElement;
  const extras = extrasOf(title, view);
  const existing = [...bar.children].slice(BUTTONS.length);
  for (const [index, extra] of extras.entries()) {
    const old = existing[index];
    if (!old) bar.append(extra);
    else if (!old.isEqualNode(extra)) old.replaceWith(extra);
  }
  for (const surplus of existing.slice(extras.length)) surplus.remove();
  if (hadFocus instanceof HTMLElement && !hadFocus.isConnected) refocus(bar, hadFocus);
}

export function isControl(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && node.localName === CONTROL_TAG;
}

function setPressed(bar: Element, action: Action, isPressed: boolean): void {
  bar.querySelector(`[data-action=${action}]`)?.setAttribute('aria-pressed', String(isPressed));
}
