/** How far the first icon is from the edge of its button, in pixels. */
const ICON_INSET = 5;

/**
 * Keeps a control below a heading on the line that the heading's text begins on, or in its middle: sites
 * indent their headings by margins of their own, which change with the window. Returns a function that
 * stops.
 */
export function alignWithHeading(host: HTMLElement, heading: HTMLElement): () => void {
  const align = () => {
    const { marginInlineStart, paddingInlineStart, textAlign } = getComputedStyle(heading);
    const left = heading.getBoundingClientRect().left + window.scrollX;
    const inset = Math.max(0, Math.min(ICON_INSET, left)); // no button begins outside the page
    host.style.setProperty(
      '--winnow-indent',
      `calc(${marginInlineStart || '0px'} + ${paddingInlineStart || '0px'} - ${inset}px)`,
    );
    host.style.setProperty('--winnow-align', textAlign === 'center' ? 'center' : 'flex-start');
  };
  align();
  window.addEventListener('resize', align);
  return () => window.removeEventListener('resize', align);
}
