/** What follows the buttons of a control, where applicable to its paper. */
import { formatDate, t } from '@/lib/i18n';
import type { Action, ControlView } from './control-view';

/** How many tags a row shows, and one collapsed to a line. A paper's own page shows all. */
const TAGS_SHOWN = 8;
const TAGS_ON_LINE = 2;

/** Maximum length of a note in its tooltip. */
const NOTE_LENGTH = 500;

/** The elements that follow the buttons, in order. */
export function extrasOf(title: string, view: ControlView): HTMLElement[] {
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
  extras.push(...matchOf(title, view));
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
  const limit = line ? TAGS_ON_LINE : TAGS_SHOWN;
  const shown = own ? tags : tags.slice(0, limit);
  const chips = shown.map((tag) => element('chip', tag));
  const others = tags.slice(shown.length);
  if (others.length === 0) return chips;
  const more = element('more', t('cardMoreTags', others.length));
  more.title = others.join(', ');
  return [...chips, more];
}

/** On a paper's own page a button for the next status; elsewhere the status, unless it is unread. */
function statusOf(title: string, { state, own }: ControlView): HTMLElement[] {
  if (!own && state.status === 'unread') return []; // before any text is looked up: see OUTDATED in row-view.ts
  const name = t(`dialogStatus_${state.status}`);
  if (!own) return [element('status', name)];
  const button = textButton('status', title);
  button.textContent = name;
  button.title = t('rowStatusHint');
  button.setAttribute('aria-label', `${name}. ${t('rowNamed_status', title)}`);
  return [button];
}

/** On a paper's own page the whole note; elsewhere a mark that one exists. */
function noteOf({ state: { note }, own }: ControlView): HTMLElement[] {
  const since = own?.since ? [element('since', t('rowSince', formatDate(own.since)))] : [];
  if (note === '') return since;
  const mark = element(own ? 'note' : 'noted', own ? note : t('rowNote'));
  mark.title = note.slice(0, NOTE_LENGTH);
  if (own) mark.setAttribute('aria-label', t('rowNoteNamed', note.slice(0, NOTE_LENGTH)));
  return [...since, mark];
}

/** Why the row matches; a press shows the passage. */
function matchOf(title: string, { match, line }: ControlView): HTMLElement[] {
  if (!match || line) return [];
  const button = textButton('passage', title);
  button.classList.add('match');
  button.textContent = match.text;
  button.setAttribute('aria-expanded', String(match.isOpen));
  button.setAttribute('aria-label', `${match.text}. ${nameOf('passage', title)}`);
  return [button];
}

function newVersionOf(title: string, { newVersion }: ControlView): HTMLElement[] {
  if (newVersion === null) return [];
  const text = newVersion > 0 ? t('rowNewVersion', newVersion) : t('rowNewVersionSome');
  return [element('version', text), textButton('acknowledge', title)];
}

/** A button with a text label. */
function textButton(action: Action, title: string): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'text', textContent: t(`row_${action}`) });
  button.dataset.action = action;
  button.setAttribute('aria-label', nameOf(action, title));
  button.title = t(`row_${action}`);
  return button;
}

/** The accessible name of a button. */
export function nameOf(action: Action, title: string): string {
  return t(`rowNamed_${action}`, title);
}

function element(className: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  span.title = text;
  return span;
}
