import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';

/** Keeps a popover below its anchor, or above where there is more room; gives what ends it. */
export function placeBeside(popover: HTMLElement, anchor: HTMLElement): () => void {
  return autoUpdate(anchor, popover, async () => {
    const { x, y } = await computePosition(anchor, popover, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [offset(4), flip(), shift({ padding: 8 })],
    });
    Object.assign(popover.style, { left: `${x}px`, top: `${y}px` });
  });
}
