/** The badge on Winnow's icon: what the user chose to see there, a star, or what was just done. */
import { browser } from 'wxt/browser';
import { plural, t } from '@/lib/i18n';
import type { Queries } from '@/lib/library/queries/queries';
import type { PageCount } from '@/lib/protocol/page-count';
import { badge as setting } from '@/lib/settings/settings';
import { PAGE_PATTERNS } from '@/lib/sites';
import { oncePerBurst } from '@/lib/util/once-per-burst';

export interface Badge {
  /** Shows how many papers of the page in a tab are undecided. */
  readonly showPage: (tabId: number, count: PageCount) => Promise<void>;
  /** Shows whether the one paper in a tab is starred. */
  readonly showPaper: (tabId: number, isStarred: boolean) => Promise<void>;
  /** To be called when papers changed. */
  readonly recount: () => void;
  /** Shows for a moment in a tab what was done, or why it was not. */
  readonly flash: (tabId: number, failure: string | null, done?: string) => Promise<void>;
}

const COLOUR = '#0f766e';
const FAILURE_COLOUR = '#b91c1c';
const TEXT_COLOUR = '#ffffff'; // 5.4:1 and 6.5:1 on these

const STAR = '★';

/** How long after a change papers are counted, in milliseconds. */
const RECOUNT_MS = 150;
const FLASH_MS = 1_800;
/** A reason takes longer to read. */
const FAILURE_MS = 8_000;

/** A tab's own badge; `null`: the one that all tabs show. */
interface Shown {
  readonly text: string | null;
  readonly title: string | null;
}

const NOTHING: Shown = { text: null, title: null };

/** Shows what was chosen, and follows the setting; to be called at once on start. */
export function createBadge(queries: Pick<Queries, 'countUnread'>): Badge {
  /** Tabs that show something for a moment, with what they return to; `null` until that is known. */
  const flashing = new Map<number, Shown | null>();

  async function showUnread(): Promise<void> {
    const isChosen = (await setting.getValue()) === 'unread';
    const unread = isChosen ? await queries.countUnread() : 0;
    await browser.action.setBadgeText({ text: shortened(unread) });
    await browser.action.setTitle({
      title: unread > 0 ? t('badgeTitle', plural('badgeUnread', unread)) : t('extensionName'),
    });
  }

  async function forgetPages(): Promise<void> {
    const tabs = await browser.tabs.query({ url: PAGE_PATTERNS });
    await Promise.all(tabs.map(({ id }) => id !== undefined && show(id, NOTHING)));
  }

  /** At once, or when what is shown there for a moment goes. */
  async function showIn(tabId: number, shown: Shown): Promise<void> {
    if (flashing.has(tabId)) flashing.set(tabId, shown);
    else await show(tabId, shown);
  }

  setting.watch((chosen) => {
    if (chosen !== 'page') forgetPages().catch(logFailure);
    showUnread().catch(logFailure);
  });
  // Lost when the browser is closed.
  browser.runtime.onStartup.addListener(() => showUnread().catch(logFailure));
  setColours().then(showUnread).catch(logFailure);

  return {
    recount: oncePerBurst(RECOUNT_MS, () => void showUnread().catch(logFailure)),
    async showPage(tabId, { papers, decided }) {
      if ((await setting.getValue()) !== 'page') return;
      const left = papers - decided;
      const shown =
        papers === 0
          ? NOTHING
          : {
              text: shortened(left),
              title: t('badgeTitle', plural('badgePage', papers, decided)),
            };
      await showIn(tabId, shown);
    },
    async showPaper(tabId, isStarred) {
      const title = t('badgeTitle', t(isStarred ? 'badgeStarred' : 'badgeNotStarred'));
      const isWanted = isStarred && (await setting.getValue()) !== 'none';
      await showIn(tabId, { text: isWanted ? STAR : null, title });
    },
    async flash(tabId, failure, done = t('saveLinkDone')) {
      const isFirst = !flashing.has(tabId);
      if (isFirst) {
        flashing.set(tabId, null);
        const before = await shownIn(tabId);
        flashing.set(tabId, flashing.get(tabId) ?? before); // something newer may have come
      }
      await show(tabId, {
        text: failure === null ? '✓' : '!',
        title: failure === null ? done : t('notSaved', failure),
      });
      await browser.action
        .setBadgeBackgroundColor({ tabId, color: failure === null ? COLOUR : FAILURE_COLOUR })
        .catch(() => {});
      if (!isFirst) return;
      await new Promise((resolve) => setTimeout(resolve, failure === null ? FLASH_MS : FAILURE_MS));
      const before = flashing.get(tabId) ?? NOTHING;
      flashing.delete(tabId);
      await show(tabId, before);
      await browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }).catch(() => {});
    },
  };
}

/** What a tab shows, if that is not what all tabs show. */
async function shownIn(tabId: number): Promise<Shown> {
  const { action } = browser;
  const [text, title, all, titleOfAll] = await Promise.all([
    action.getBadgeText({ tabId }),
    action.getTitle({ tabId }),
    action.getBadgeText({}),
    action.getTitle({}),
  ]).catch(() => ['', '', '', '']);
  return text === all && title === titleOfAll
    ? NOTHING
    : { text: text ?? '', title: title ?? null };
}

/** The tab may be gone. When it navigates, browsers remove the text by themselves. */
async function show(tabId: number, { text, title }: Shown): Promise<void> {
  const { action } = browser;
  // `null` removes a tab's own, though the types do not say so.
  const own = { tabId, text: text as string };
  await Promise.all([
    action.setBadgeText(own),
    action.setTitle({ tabId, title: title ?? (await action.getTitle({})) }),
  ]).catch(() => {});
}

async function setColours(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: COLOUR });
  await browser.action.setBadgeTextColor({ color: TEXT_COLOUR });
}

/** At most four characters fit. */
function shortened(count: number): string {
  if (count === 0) return '';
  return count > 999 ? '999+' : String(count);
}

function logFailure(error: unknown): void {
  console.error('Winnow cannot show the number on its icon.', error);
}
