/** Everything that Winnow puts on one row, but its abstract: the buttons and what is said beside them. */

import { CONTROL_TAG, EXTRAS_TAG } from '@/lib/sites/own-tags';
import type { Row } from '@/lib/sites/site';
import { buttonOf, createControl, placeOf, renderButtons } from './control';
import { extrasOf } from './control-extras';
import type { ControlView } from './control-view';
import { createExtras, type ExtrasLook, renderExtras } from './extras';
import { alignWithHeading } from './heading-margin';

export interface RowControl {
  /** The element with the buttons. */
  readonly host: HTMLElement;
  readonly render: (view: ControlView) => void;
  /** Puts it on the row, or back there. */
  readonly insert: () => void;
  readonly isInserted: () => boolean;
  readonly remove: () => void;
}

/** The rows by the elements of their controls. */
const owners = new WeakMap<Element, Row>();

/** The row whose control an element is part of; nothing for what only looks like one. */
export function rowOf(element: Element): Row | undefined {
  return owners.get(element);
}

/** Creates the control of a row, without inserting it. */
export function createRowControl(row: Row): RowControl {
  const { anchor, gutter, title } = row;
  const host = createControl(title, placeOf(row));
  owners.set(host, row);
  /** Boxes for extras by the element that they are in; made when there is something to say. */
  const boxes = new Map<HTMLElement, HTMLElement>();
  /** With the buttons in a gutter, extras follow the entry's links; collapsed, they are the row's line. */
  const aside = gutter ? anchor.element : host;
  const line = gutter ?? host;
  let stopAligning: (() => void) | undefined;

  function addBox(parent: HTMLElement): void {
    const box = createExtras();
    owners.set(box, row);
    boxes.set(parent, box);
    if (parent === host || host.isConnected) parent.append(box);
  }

  function lookOf(view: ControlView): ExtrasLook {
    if (view.line) return 'line';
    return gutter ? 'compact' : 'roomy';
  }

  function find(action: string): HTMLElement | null {
    for (const box of boxes.values()) {
      const found = box.shadowRoot?.querySelector<HTMLElement>(`[data-action=${action}]`);
      if (found) return found;
    }
    return null;
  }

  return {
    host,
    render(view) {
      renderButtons(host, view.state);
      const here = view.line ? line : aside;
      const extras = extrasOf(title, view);
      if (extras.length > 0 && !boxes.has(here)) addBox(here);
      let lostFocus: string | null = null;
      for (const [parent, box] of boxes) {
        const shown = parent === here ? extras : [];
        lostFocus = renderExtras(box, shown, lookOf(view)) ?? lostFocus;
      }
      if (lostFocus !== null) (find(lostFocus) ?? buttonOf(host, 'dismiss'))?.focus();
    },
    insert() {
      if (gutter) gutter.prepend(host);
      else if (anchor.place === 'inside') anchor.element.append(host);
      else {
        anchor.element.after(host);
        stopAligning ??= alignWithHeading(host, anchor.element);
      }
      for (const [parent, box] of boxes) if (!box.isConnected) parent.append(box);
    },
    isInserted: () =>
      host.isConnected && [...boxes.values()].every(({ isConnected }) => isConnected),
    remove() {
      stopAligning?.();
      for (const box of boxes.values()) box.remove();
      host.remove();
    },
  };
}

/**
 * Removes what only looks like a control: sites copy rows with all that is on them, and an older run of
 * the script leaves its own.
 */
export function removeCopies(document: Document): void {
  for (const element of document.querySelectorAll(CONTROLS)) {
    if (!owners.has(element)) element.remove();
  }
}

/** Whether a node is an element that controls consist of, of whichever run of the script. */
export function isControl(node: Node): node is HTMLElement {
  return (
    node instanceof HTMLElement && (node.localName === CONTROL_TAG || node.localName === EXTRAS_TAG)
  );
}

/** A selector for all elements that controls consist of. */
export const CONTROLS = `${CONTROL_TAG}, ${EXTRAS_TAG}`;
