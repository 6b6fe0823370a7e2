/** What a row says beside its buttons, in a shadow root, which isolates its styles. */
import { EXTRAS_TAG } from '@/lib/sites/own-tags';
import css from './extras.css?inline';

/** One style sheet for all; `null` where content scripts cannot create one (Firefox before 141). */
const sheet = sharedSheet();

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

/** Creates a detached box for extras, empty. */
export function createExtras(): HTMLElement {
  const host = document.createElement(EXTRAS_TAG);
  const root = host.attachShadow({ mode: 'open' });
  if (sheet) root.adoptedStyleSheets = [sheet];
  else {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
  const bar = document.createElement('span');
  bar.className = 'bar';
  root.append(bar);
  return host;
}

/** As a collapsed row's line, small beside an entry's links, or with room. */
export type ExtrasLook = 'line' | 'compact' | 'roomy';

/**
 * Updates extras. Unchanged elements stay in place, and with them the focus; it returns the action of
 * a focused button that is gone, else `null`.
 */
export function renderExtras(
  host: HTMLElement,
  extras: readonly HTMLElement[],
  look: ExtrasLook,
): string | null {
  const root = host.shadowRoot;
  const bar = root?.querySelector('.bar');
  if (!root || !bar) return null;
  const focused = root.activeElement;
  host.dataset.look = look;
  host.toggleAttribute('data-empty', extras.length === 0);
  const existing = [...bar.children];
  for (const [index, extra] of extras.entries()) {
    const old = existing[index];
    if (!old) bar.append(extra);
    else if (!old.isEqualNode(extra)) old.replaceWith(extra);
  }
  for (const surplus of existing.slice(extras.length)) surplus.remove();
  const isGone = focused instanceof HTMLElement && !focused.isConnected;
  return isGone ? (focused.dataset.action ?? null) : null;
}
