/** Listens for the keys of actions, and leaves all others to the page and the browser. */
import { type KeyAction, type KeySettings, keyActionOf } from '@/lib/settings/keys';
import { CONTROL_TAG } from '@/lib/sites/own-tags';
import { keyOf } from '@/lib/triage/press';

/** Elements that handle keys themselves, by tag or role. */
const TAKES_KEYS = [
  'input:not([type=button], [type=checkbox], [type=image], [type=radio], [type=reset], [type=submit])',
  'textarea',
  'select',
  'audio',
  'video',
  'embed',
  'object',
  'iframe',
  '[contenteditable]:not([contenteditable=false i])',
  ...[
    'application',
    'combobox',
    'grid',
    'listbox',
    'menu',
    'menubar',
    'radiogroup',
    'searchbox',
    'slider',
    'spinbutton',
    'tablist',
    'textbox',
    'tree',
    'treegrid',
  ].map((role) => `[role=${role}]`),
].join(', ');

/** What Enter activates by itself. */
const ENTERED = 'a[href], area[href], button, summary, input, [role=button], [role=link]';

/** What lies over the page and has the keyboard to itself. */
const OVER_THE_PAGE = 'dialog[open], [aria-modal=true], [role=dialog], [role=alertdialog]';

/**
 * Calls `onKey` with the action of a key that nobody else wants: not while the user types, not with
 * Ctrl, Alt or Meta, not under a dialog, and not when the page itself handled the key. Where `onKey`
 * returns `false`, the key is left to the browser. Returns a function that stops listening.
 */
export function listenForKeys(
  window: Window,
  keys: () => KeySettings,
  onKey: (action: KeyAction) => boolean,
): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;

  function hear(event: KeyboardEvent): void {
    const action = keys().isOn ? actionFor(event, keys(), window.document) : null;
    if (!action || !onKey(action)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // Added again for each key, to come after the page's own listeners, whenever those were added.
  window.addEventListener(
    'keydown',
    () => {
      window.removeEventListener('keydown', hear);
      window.addEventListener('keydown', hear, { signal });
    },
    { capture: true, signal },
  );
  return () => stopping.abort();
}

function actionFor(event: KeyboardEvent, keys: KeySettings, document: Document): KeyAction | null {
  if (event.defaultPrevented || event.isComposing || event.key === 'Process') return null;
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const action = keyActionOf(keys, keyOf(event));
  if (!action) return null;
  if (event.repeat && action !== 'next' && action !== 'previous') return null;
  // Where the key went, and where the focus is now: the page may have moved it because of the key.
  const places = [pathOf(event), focusPath(document)];
  if (places.some(isTakingKeys)) return null;
  if (event.key === 'Enter' && places.some(([place]) => place?.matches(ENTERED))) return null;
  return isCovered(document) ? null : action;
}

/** From the innermost element out, through open shadow roots. */
function pathOf(event: Event): Element[] {
  return event.composedPath().filter((one) => one instanceof Element);
}

function focusPath(document: Document): Element[] {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const path: Element[] = [];
  for (let place: Node | null = focused; place; ) {
    if (place instanceof Element) path.push(place);
    place = place instanceof ShadowRoot ? place.host : place.parentNode;
  }
  return path;
}

function isTakingKeys(path: readonly Element[]): boolean {
  const [innermost] = path;
  // A closed shadow root may hold a text box that nobody can see from outside.
  const isClosed =
    innermost?.localName.includes('-') === true &&
    innermost.localName !== CONTROL_TAG &&
    !innermost.shadowRoot;
  return isClosed || path.some((one) => one.matches(`${TAKES_KEYS}, ${OVER_THE_PAGE}`));
}

/** Whether the site shows a dialog, wherever the focus is. */
function isCovered(document: Document): boolean {
  return [...document.querySelectorAll<HTMLElement>(OVER_THE_PAGE)].some(isVisible);
}

function isVisible(element: HTMLElement): boolean {
  if (element.closest('[aria-hidden=true], [inert]')) return false;
  return element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
}
