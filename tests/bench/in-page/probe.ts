/** What watches a page from within; it sees what scripts of the page could see, and no more. */

export interface Frame {
  readonly at: number;
  /** Places marked by CSS highlights, all of Winnow's together. */
  readonly marks: number;
}

interface Probe {
  /** When scripts could begin to work on the page, by its own clock; the floors begin here too. */
  ready: number;
  /** When each control, or button of a floor, was found on the page. */
  readonly controls: number[];
  readonly frames: Frame[];
  /** The papers that the panel says each rule hits, all together. */
  readonly countHits: () => number;
}

declare global {
  var bench: Probe;
}

/**
 * Installs the probe; runs in the page before any of its scripts. Every page of a run has the same
 * one, with and without the extension, so what it costs is on both sides of a ratio.
 */
export function installProbe(): void {
  const isListing = /^https:/.test(location.href) && window === window.top;
  if (!isListing) return;
  const probe: Probe = { ready: Number.NaN, controls: [], frames: [], countHits };
  globalThis.bench = probe;

  function countMarks(): number {
    let count = 0;
    for (let colour = 1; colour <= 8; colour += 1) {
      count += CSS.highlights.get(`winnow-rule-${colour}`)?.size ?? 0;
    }
    return count;
  }

  function countHits(): number {
    const root = document.querySelector('winnow-page')?.shadowRoot;
    return Number(root?.querySelector<HTMLElement>('[data-hits]')?.dataset.hits ?? 0);
  }

  function frame(): void {
    probe.frames.push({ at: performance.now(), marks: countMarks() });
    requestAnimationFrame(frame);
  }

  const observer = new MutationObserver((mutations) => {
    const now = performance.now();
    for (const { addedNodes } of mutations) {
      for (const node of addedNodes) {
        if (node.nodeName === 'WINNOW-ROW' || node.nodeName === 'BENCH-ROW') {
          probe.controls.push(now);
        }
      }
    }
  });

  document.addEventListener('DOMContentLoaded', () => {
    const list = document.querySelector('#articles');
    if (list) observer.observe(list, { childList: true, subtree: true });
    requestAnimationFrame(frame);
    performance.mark('bench:ready');
    probe.ready = performance.now();
  });
}

/** How many rows can be seen at the top of the page, in part at least. */
export function countVisibleRows(): number {
  const terms = [...document.querySelectorAll('#articles > dt')];
  return terms.filter((term) => term.getBoundingClientRect().top < window.innerHeight).length;
}

/** How many marks are in the first so many rows. */
export function countMarksIn(rows: number): number {
  const entries = [...document.querySelectorAll('#articles > dd')].slice(0, rows);
  let count = 0;
  for (let colour = 1; colour <= 8; colour += 1) {
    for (const range of CSS.highlights.get(`winnow-rule-${colour}`) ?? []) {
      if (entries.some((entry) => entry.contains(range.startContainer))) count += 1;
    }
  }
  return count;
}
