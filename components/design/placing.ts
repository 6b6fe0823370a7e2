import {
  autoUpdate,
  type ComputePositionConfig,
  computePosition,
  flip,
  offset,
  shift,
  size,
} from '@floating-ui/dom';

/** Distance kept from the edges of the window, in px. */
const MARGIN = 8;

/**
 * Keeps a popover below its anchor, or above if it does not fit there. If its height changes while it
 * is used, `roomWanted` (px) decides the side instead, so that it does not jump.
 * @returns a function that stops it
 */
export function placeBeside(
  popover: HTMLElement,
  anchor: Element,
  roomWanted?: number,
): () => void {
  const isGrowing = roomWanted !== undefined;
  return autoUpdate(anchor, popover, async () => {
    const config = isGrowing ? growing(popover, anchor, roomWanted) : FITTING;
    const { x, y } = await computePosition(anchor, popover, { strategy: 'fixed', ...config });
    Object.assign(popover.style, { left: `${x}px`, top: `${y}px` });
  });
}

const FITTING: Partial<ComputePositionConfig> = {
  placement: 'bottom-start',
  // Fully in view, if need be on top of its anchor: neither side may have enough room.
  middleware: [offset(4), flip(), shift({ padding: MARGIN, crossAxis: true })],
};

function growing(
  popover: HTMLElement,
  anchor: Element,
  roomWanted: number,
): Partial<ComputePositionConfig> {
  const { top, bottom } = anchor.getBoundingClientRect();
  const below = window.innerHeight - bottom;
  return {
    placement: below < roomWanted && top > below ? 'top-start' : 'bottom-start',
    middleware: [
      offset(6),
      shift({ padding: MARGIN, crossAxis: true }),
      size({
        padding: MARGIN,
        apply: ({ availableHeight }) => {
          popover.style.maxHeight = `${availableHeight}px`;
        },
      }),
    ],
  };
}
