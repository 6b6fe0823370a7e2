/** The buttons on one row: plain DOM of the page, styled beyond the site's reach by `control.css`. */
import { t } from '@/lib/i18n';
import type { TriageState } from '@/lib/paper';
import { CONTROL_TAG } from '@/lib/sites/own-tags';
import type { Row } from '@/lib/sites/site';
import { nameOf } from './control-extras';
import type { Action } from './control-view';

/** The buttons that every control starts with. */
const BUTTONS: readonly Action[] = ['star', 'tags', 'dismiss'];

/** A control without names. Its icons are drawn by the style sheet: the page's own text stays as it is. */
const template = document.createElement('template');
template.innerHTML = `<${CONTROL_TAG}>${BUTTONS.map(
  (action) => `<button type="button" data-action="${action}"></button>`,
).join('')}</${CONTROL_TAG}>`;
for (const button of template.content.querySelectorAll('button')) {
  const action = button.dataset.action as Action;
  button.title = t(`row_${action}`);
  if (action === 'tags') button.setAttribute('aria-haspopup', 'dialog');
  else button.setAttribute('aria-pressed', 'false');
}

/** Creates a detached control, nothing pressed, for a paper with this title. */
export function createControl(title: string, place: ControlPlace): HTMLElement {
  const host = document.importNode(template.content, true).firstElementChild as HTMLElement;
  host.dataset.place = place;
  for (const [index, action] of BUTTONS.entries()) {
    host.children[index]?.setAttribute('aria-label', nameOf(action, title));
  }
  return host;
}

export function renderButtons(host: HTMLElement, { starred, dismissed }: TriageState): void {
  buttonOf(host, 'star')?.setAttribute('aria-pressed', String(starred));
  buttonOf(host, 'dismiss')?.setAttribute('aria-pressed', String(dismissed));
}

/** One of the buttons that every control has. */
export function buttonOf(host: HTMLElement, action: Action): HTMLElement | null {
  return host.querySelector<HTMLElement>(`:scope > [data-action=${action}]`);
}

/**
 * Where the buttons are: in the free space before a row's text, after a heading, as the last block
 * of a card, or in a line of text.
 */
export type ControlPlace = 'gutter' | 'heading' | 'block' | 'inline';

export function placeOf({ anchor, gutter }: Row): ControlPlace {
  if (gutter) return 'gutter';
  if (anchor.place === 'after') return 'heading';
  return anchor.element.localName === 'article' ? 'block' : 'inline';
}
