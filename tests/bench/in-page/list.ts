/** Watches a list of papers in the popup, found as a person finds it. All by the page's own clock. */

interface Listed {
  /** When the first frame with papers on the list was out. */
  painted: number;
  /** When the list, or what is said of it, last changed, and when that was painted. */
  changed: number;
  changePainted: number;
}

declare global {
  var listed: Listed;
}

/** Runs in the popup before its scripts: turns to the reading list at once. */
export function watchList(): void {
  if (!location.pathname.endsWith('popup.html')) return;
  const seen: Listed = { painted: 0, changed: 0, changePainted: 0 };
  globalThis.listed = seen;
  const afterPaint = (tell: () => void) => requestAnimationFrame(() => requestAnimationFrame(tell));
  let isThere = false;

  new MutationObserver(() => {
    const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(
      ({ textContent }) => textContent?.trim() === 'Reading list',
    );
    if (tab && tab.ariaSelected !== 'true') tab.click();
    if (
      !isThere &&
      tab?.ariaSelected === 'true' &&
      document.querySelector('article, [role=article]')
    ) {
      isThere = true;
      afterPaint(() => {
        seen.painted = performance.now();
      });
    }
    seen.changed = performance.now();
    const at = seen.changed;
    afterPaint(() => {
      if (seen.changed === at) seen.changePainted = performance.now();
    });
  }).observe(document, {
    ...{ subtree: true, childList: true, characterData: true },
    ...{ attributes: true, attributeFilter: ['aria-selected', 'style'] },
  });
}
