/** The control on one row: plain DOM in a shadow root, so that no rule leaks in or out. */
import type { TriageState } from '@/lib/paper';
import css from './control.css?inline';

export const CONTROL_TAG = 'winnow-row';

/** What a click on a control asks for. */
const ACTIONS = ['star', 'tags', 'dismiss', 'undo'] as const;
export type Action = (typeof ACTIONS)[number];

/** What a control shows. */
export interface ControlView {
  readonly state: TriageState;
  /** Whether the row is collapsed to this control. */
  readonly isCollapsed: boolean;
  readonly message: {
    readonly kind: 'failure' | 'waiting' | 'outdated';
    readonly text: string;
  } | null;
}

const NAMES: Readonly<Record<Action, string>> = {
  star: 'Star',
  tags: 'Tags',
  dismiss: 'Dismiss',
  undo: 'Undo',
};

/** What every control has from the start; the rest is added to the few that need it. */
const template = document.createElement('template');
template.innerHTML = `<style>${css}</style><span class="bar">${['star', 'tags', 'dismiss']
  .map((action) => `<button type="button" class="icon" data-action="${action}"></button>`)
  .join('')}</span>`;
template.content.querySelector('[data-action=tags]')?.setAttribute('aria-haspopup', 'dialog');

/** Makes a control for a paper of this title; not yet on the page. */
export function createControl(title: string): HTMLElement {
  const host = document.createElement(CONTROL_TAG);
  const root = host.attachShadow({ mode: 'open' });
  root.append(document.importNode(template.content, true));
  for (const button of root.querySelectorAll('button')) nameButton(button, title);
  return host;
}

/** Brings a control up to date. */
export function renderControl(host: HTMLElement, title: string, view: ControlView): void {
  const bar = host.shadowRoot?.querySelector('.bar');
  if (!bar) return;
  const { starred, dismissed, tags } = view.state;
  setPressed(bar, 'star', starred);
  setPressed(bar, 'dismiss', dismissed);
  const extras: Node[] = tags.map((tag) => element('chip', tag));
  if (view.isCollapsed) {
    const undo = document.createElement('button');
    Object.assign(undo, { type: 'button', className: 'undo', textContent: NAMES.undo });
    undo.dataset.action = 'undo' satisfies Action;
    nameButton(undo, title);
    extras.push(element('gone', 'Dismissed'), element('title', title), undo);
  }
  if (view.message) {
    const message = element(view.message.kind, view.message.text);
    if (view.message.kind === 'failure') message.setAttribute('role', 'alert');
    extras.push(message);
  }
  const buttons = [...bar.children].slice(0, 3);
  if (bar.childElementCount > 3 || extras.length > 0) bar.replaceChildren(...buttons, ...extras);
}

/** Which button of which control an event came from; `null` for all others. */
export function actionOf(event: Event): { host: HTMLElement; action: Action } | null {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return null;
  const action = ACTIONS.find((one) => one === target.dataset.action);
  const root = target.getRootNode();
  if (!action || !(root instanceof ShadowRoot) || !isControl(root.host)) return null;
  return { host: root.host, action };
}

export function isControl(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && node.localName === CONTROL_TAG;
}

function nameButton(button: HTMLButtonElement, title: string): void {
  const name = NAMES[button.dataset.action as Action];
  button.setAttribute('aria-label', `${name}: ${title}`);
  button.title = name;
}

function setPressed(bar: Element, action: Action, isPressed: boolean): void {
  bar.querySelector(`[data-action=${action}]`)?.setAttribute('aria-pressed', String(isPressed));
}

function element(className: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  span.title = text;
  return span;
}
