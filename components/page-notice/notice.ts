/** Says on the page itself, where the rows would be, why none is shown. */
import { t } from '@/lib/i18n';
import { listOf } from '@/lib/page/reading-row';
import type { PageState, PageStore } from '@/lib/page/store';
import { summarize, visibilityIn } from '@/lib/page/summary';
import type { Showing } from '@/lib/settings/showing';
import css from './notice.css?inline';

const TAG = 'winnow-notice';

export interface Notice {
  /** The notice while it is shown. */
  readonly shown: () => HTMLElement | null;
  readonly remove: () => void;
}

/** What is said, and the button that helps. */
interface Saying {
  readonly text: string;
  readonly button: string;
  readonly press: () => void;
}

interface Services {
  readonly clearFilter: () => void;
  readonly setShowing: (showing: Partial<Showing>) => void;
}

/** Follows the store from now on. */
export function mountNotice(
  document: Document,
  store: PageStore,
  { clearFilter, setShowing }: Services,
): Notice {
  const host = document.createElement(TAG);
  host.hidden = true;
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  const box = document.createElement('div');
  root.append(style, box);

  function say({ text, button, press }: Saying): void {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    const action = document.createElement('button');
    Object.assign(action, { type: 'button', textContent: button });
    action.addEventListener('click', press);
    box.replaceChildren(paragraph, action);
  }

  function render(state: PageState): void {
    const saying = sayingOf(state);
    const list = saying && listOf(state.rows);
    // Hidden rather than taken away: the page is read anew when something of it goes.
    host.hidden = !list;
    if (!saying || !list) return;
    if (host.nextElementSibling !== list) list.before(host);
    if (root.querySelector('p')?.textContent !== saying.text) say(saying);
  }

  function sayingOf(state: PageState): Saying | null {
    const { site, rows, matching } = state;
    if (site?.kind !== 'listing' || rows.length === 0) return null;
    if (matching?.size === 0) {
      return { text: t('pageNoMatch'), button: t('pageClearFilter'), press: clearFilter };
    }
    if (rows.some((row) => visibilityIn(state, row).as !== 'hidden')) return null;
    const { hidden } = summarize(state);
    const reasons = hidden.map(({ papers, text }) => t('panelHidden', papers, text)).join(', ');
    return {
      text: t('pageAllHidden', reasons),
      button: t('pageShowHidden'),
      press: () => setShowing({ dismissed: true, seen: true, cross: true, replaced: true }),
    };
  }

  const unsubscribe = store.subscribe(render);
  return {
    shown: () => (host.hidden ? null : host),
    remove() {
      unsubscribe();
      host.remove();
    },
  };
}

export function isNotice(node: Node): boolean {
  return node instanceof HTMLElement && node.localName === TAG;
}
