/** Watches one star, on Winnow's rows or on those of a floor. All times by the page's own clock. */

interface Starring {
  clicked: number;
  /** When the star was said to be pressed. */
  pressed: number;
  /** Frames begun from the click until one that found it pressed. */
  frames: number;
  /** When the first frame after the click was out. */
  painted: number;
}

interface Opening {
  clicked: number;
  /** When the first frame with the keyboard in the dialog was out. */
  painted: number;
}

declare global {
  var starring: Starring;
  var opening: Opening;
}

/** Begins to watch the star of the row of this index; gives its middle. */
export function watchStar(row: number): { readonly x: number; readonly y: number } {
  const unknown = Number.NaN;
  const seen: Starring = { clicked: unknown, pressed: unknown, frames: unknown, painted: unknown };
  globalThis.starring = seen;
  const term = document.querySelectorAll('#articles > dt')[row];
  const root =
    term?.querySelector('bench-row') ?? term?.nextElementSibling?.querySelector('winnow-row');
  if (!root) throw new Error('The row has no control.');
  const isPressed = () => root.querySelector('[data-action=star][aria-pressed=true]') !== null;

  new MutationObserver(() => {
    if (!Number.isNaN(seen.pressed) || !isPressed()) return;
    seen.pressed = performance.now();
    performance.mark('bench:pressed');
  }).observe(root, { subtree: true, childList: true, attributes: true });

  function onClick(event: Event): void {
    seen.clicked = event.timeStamp;
    let frames = 0;
    const frame = () => {
      frames += 1;
      if (Number.isNaN(seen.frames) && isPressed()) seen.frames = frames;
      if (frames === 2) seen.painted = performance.now();
      if (frames < 60) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }
  window.addEventListener('click', onClick, { capture: true, once: true });
  const star = root.querySelector('[data-action=star]');
  if (!star) throw new Error('The control has no star.');
  const { left, top, width, height } = star.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Begins to watch for the tag dialog of the row of this index; gives the middle of its button. */
export function watchTagDialog(row: number): { readonly x: number; readonly y: number } {
  const seen: Opening = { clicked: Number.NaN, painted: Number.NaN };
  globalThis.opening = seen;
  const term = document.querySelectorAll('#articles > dt')[row];
  const button = term?.nextElementSibling?.querySelector('winnow-row > [data-action=tags]');
  if (!button) throw new Error('The control has no such button.');
  const hasKeyboard = () => {
    let inside = document.activeElement;
    while (inside?.shadowRoot?.activeElement) inside = inside.shadowRoot.activeElement;
    return inside?.getAttribute('role') === 'combobox';
  };

  function onClick(event: Event): void {
    seen.clicked = event.timeStamp;
    let isOpen = false;
    const frame = () => {
      if (isOpen) seen.painted = performance.now();
      else {
        isOpen = hasKeyboard();
        requestAnimationFrame(frame);
      }
    };
    requestAnimationFrame(frame);
  }
  window.addEventListener('click', onClick, { capture: true, once: true });
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Runs in the popup: leaves a mark when something is clicked. */
export function markClick(): void {
  window.addEventListener(
    'click',
    (event) => performance.mark('bench:click', { startTime: event.timeStamp }),
    { capture: true, once: true },
  );
}
