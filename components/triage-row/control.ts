/** The control on one row: plain DOM in a shadow root, so that no rule leaks in or out. */
import { formatDate, formatNumber, t } from '@/lib/i18n';
import type { TriageState } from '@/lib/paper';
import css from './control.css?inline';

export const CONTROL_TAG = 'winnow-row';

/** What a click on a control asks for. */
const ACTIONS = [
  'star',
  'tags',
  'dismiss',
  'undo',
  'show',
  'abstract',
  'status',
  'acknowledge',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a control shows. */
export interface ControlView {
  readonly state: TriageState;
  /** Why the row is shrunk to this control, "Dismissed", and what brings it back; else `null`. */
  readonly line: { readonly text: string; readonly action: 'undo' | 'show' } | null;
  /** Whether the paper was on a listing that the user opened before; `null`: not to be said. */
  readonly visit: 'new' | 'seen' | null;
  /** Whether the abstract is unfolded; `null` where the page shows it, or there is none. */
  readonly isUnfolded: boolean | null;
  /** A version that the user does not know yet; 0: it is not told which. */
  readonly newVersion: number | null;
  /** On a paper's own page: since when it is on the reading list, in milliseconds; else `null`. */
  readonly own: { readonly since: number | null } | null;
  readonly message: {
    readonly kind: 'failure' | 'waiting' | 'outdated';
    readonly text: string;
  } | null;
}

/** So many tags are shown on a row, and on one that is shrunk to a line; its own page has them all. */
const TAGS_SHOWN = 8;
const TAGS_ON_LINE = 2;

/** A longer note is cut in its tooltip. */
const NOTE_SHOWN = 500;

/** The buttons that every control has, and has first. */
const BUTTONS: readonly Action[] = ['star', 'tags', 'dismiss'];

/** One sheet for all controls; `null` where content scripts cannot have one (Firefox before 141). */
const sheet = sharedSheet();

/** What every control has from the start; the rest is added to the few that need it. */
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

/** Makes a control for a paper of this title, of which nothing is known; not yet on the page. */
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

/** Brings a control up to date. What stays the same stays in place, and with it the focus. */
export function renderControl(host: HTMLElement, title: string, view: ControlView): void {
  const bar = host.shadowRoot?.querySelector('.bar');
  if (!bar) return;
  setPressed(bar, 'star', view.state.starred);
  setPressed(bar, 'dismiss', view.state.dismissed);
  bar.toggleAttribute('data-line', view.line !== null);
  const hadFocus = host.shadowRoot?.activeElement;
  const extras = extrasOf(title, view);
  const there = [...bar.children].slice(BUTTONS.length);
  for (const [index, extra] of extras.entries()) {
    const old = there[index];
    if (!old) bar.append(extra);
    else if (!old.isEqualNode(extra)) old.replaceWith(extra);
  }
  for (const left of there.slice(extras.length)) left.remove();
  if (hadFocus instanceof HTMLElement && !hadFocus.isConnected) refocus(bar, hadFocus);
}

/** What follows the buttons. */
function extrasOf(title: string, view: ControlView): HTMLElement[] {
  const extras: HTMLElement[] = [];
  if (view.visit) extras.push(element(view.visit, t(view.visit === 'new' ? 'rowNew' : 'rowSeen')));
  extras.push(...tagsOf(view));
  if (!view.line) {
    extras.push(...statusOf(title, view), ...newVersionOf(title, view), ...noteOf(view));
  }
  if (view.isUnfolded !== null && !view.line) {
    const button = textButton('abstract', title);
    button.setAttribute('aria-expanded', String(view.isUnfolded));
    extras.push(button);
  }
  if (view.line) {
    const { text, action } = view.line;
    extras.push(element('gone', text), element('title', title), textButton(action, title));
  }
  if (view.message) {
    const message = element(view.message.kind, view.message.text);
    if (view.message.kind === 'failure') message.setAttribute('role', 'alert');
    extras.push(message);
  }
  return extras;
}

function tagsOf({ state: { tags }, line, own }: ControlView): HTMLElement[] {
  const room = line ? TAGS_ON_LINE : TAGS_SHOWN;
  const shown = own ? tags : tags.slice(0, room);
  const chips = shown.map((tag) => element('chip', tag));
  const left = tags.slice(shown.length);
  if (left.length === 0) return chips;
  const more = element('more', t('cardMoreTags', formatNumber(left.length)));
  more.title = left.join(', ');
  return [...chips, more];
}

/** On a paper's own page a button that goes through them; elsewhere said when it is not unread. */
function statusOf(title: string, { state, own }: ControlView): HTMLElement[] {
  if (!own && state.status === 'unread') return []; // and no text is asked for: see OUTDATED in rows.ts
  const name = t(`dialogStatus_${state.status}`);
  if (!own) return [element('status', name)];
  const button = textButton('status', title);
  button.textContent = name;
  button.title = t('rowStatusHint');
  button.setAttribute('aria-label', `${name}. ${t('rowNamed_status', title)}`);
  return [button];
}

/** On a paper's own page the whole note; elsewhere that there is one. */
function noteOf({ state: { note }, own }: ControlView): HTMLElement[] {
  const since = own?.since ? [element('since', t('rowSince', formatDate(own.since)))] : [];
  if (note === '') return since;
  const mark = element(own ? 'note' : 'noted', own ? note : t('rowNote'));
  mark.title = note.slice(0, NOTE_SHOWN);
  if (own) mark.setAttribute('aria-label', t('rowNoteNamed', note.slice(0, NOTE_SHOWN)));
  return [...since, mark];
}

function newVersionOf(title: string, { newVersion }: ControlView): HTMLElement[] {
  if (newVersion === null) return [];
  const text = newVersion > 0 ? t('rowNewVersion', newVersion) : t('rowNewVersionSome');
  return [element('version', text), textButton('acknowledge', title)];
}

/** The button that had the focus is gone: to the same one anew, or to the one that brings it back. */
function refocus(bar: Element, { dataset }: HTMLElement): void {
  const same = bar.querySelector<HTMLElement>(`[data-action=${dataset.action}]`);
  (same ?? bar.querySelector<HTMLElement>('[data-action=dismiss]'))?.focus();
}

/** Brings the keyboard to a control as a whole, whose name is the paper's title; Tab goes on to its buttons. */
export function focusControl(host: HTMLElement, title: string): void {
  const bar = host.shadowRoot?.querySelector<HTMLElement>('.bar');
  if (!bar) return;
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', title);
  bar.tabIndex = -1;
  bar.focus({ preventScroll: true });
}

/** What has the focus within a control; its tags button where nothing has. */
export function focusIn({ shadowRoot }: HTMLElement): HTMLElement | null {
  const focused = shadowRoot?.activeElement ?? shadowRoot?.querySelector('[data-action=tags]');
  return focused instanceof HTMLElement ? focused : null;
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

/** A button that shows its name in words. */
function textButton(action: Action, title: string): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'text', textContent: t(`row_${action}`) });
  button.dataset.action = action;
  button.setAttribute('aria-label', nameOf(action, title));
  button.title = t(`row_${action}`);
  return button;
}

function nameOf(action: Action, title: string): string {
  return t(`rowNamed_${action}`, title);
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
