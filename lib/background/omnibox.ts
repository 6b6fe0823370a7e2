/** The keyword `w` in the address bar, which searches the library. */
import { browser } from 'wxt/browser';
import { compileFilter } from '@/lib/filter/match';
import { parseFilter } from '@/lib/filter/parse';
import type { RegexEngine } from '@/lib/filter/regex-engine';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { type PaperId, parseArxivId, urlOf } from '@/lib/paper';
import { paperAt } from '@/lib/sites/links';
import { foldText } from '@/lib/text/fold';

/** Browsers show no more than this. */
const MOST_SHOWN = 6;
/** Browsers cut off longer ones anyway. */
const LONGEST = 300;

/** The worker does without regular expressions; the library page has them. */
export const NO_REGEX: RegexEngine = { compile: () => ({ ok: false, reason: '' }) };

export interface OmniboxServices {
  /** At most this many of the papers that a search finds, the best first. */
  readonly search: (text: string, most: number) => Promise<readonly PaperRecord[]>;
  /**
   * Firefox shows suggestions as plain text, where other browsers read XML. And it shows the default
   * suggestion that was set before the last key, so that there it must not depend on what is typed.
   */
  readonly isFirefox: boolean;
}

type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** Suggests papers and opens the chosen one; to be called at once on start. */
export function offerOmnibox({ search, isFirefox }: OmniboxServices): void {
  const plain = (text: string) => (isFirefox ? text : escapeXml(text));
  const say = (text: string) => browser.omnibox.setDefaultSuggestion({ description: plain(text) });
  let newest = 0;

  if (isFirefox) say(t('omniboxSearch'));
  else browser.omnibox.onInputStarted.addListener(() => say(t('omniboxSearch')));

  browser.omnibox.onInputChanged.addListener(async (text, suggest) => {
    newest += 1;
    const turn = newest;
    const wanted = text.trim();
    if (wanted === '') {
      if (!isFirefox) say(t('omniboxSearch'));
      return;
    }
    const papers = await search(wanted, MOST_SHOWN).catch(() => null);
    if (turn !== newest) return; // typed on meanwhile
    const isNothing = papers?.length === 0;
    if (!isFirefox) say(t(isNothing ? 'omniboxNothing' : 'omniboxSearchFor', wanted));
    suggest(
      (papers ?? []).map((paper) => ({
        content: contentOf(paper.id),
        description: isFirefox ? lineOf(paper) : markedUp(paper, wanted),
      })),
    );
  });

  browser.omnibox.onInputEntered.addListener((text, disposition) =>
    open(addressFor(text.trim()), disposition),
  );
}

/** What the address bar shows while a paper is selected: its URL where it has one. */
function contentOf(id: PaperId): string {
  return urlOf(id) ?? `"${id.slice('title:'.length)}"`;
}

/** The URL of a paper that was selected or named by its arXiv id; else a search on the library page. */
function addressFor(text: string): string {
  const id = paperAt(text) ?? parseArxivId(text.replace(/^arxiv:\s*/i, ''))?.id;
  const address = id && urlOf(id);
  if (address) return address;
  const library = browser.runtime.getURL('/library.html');
  return text === '' ? library : `${library}#/papers?search=${encodeURIComponent(text)}`;
}

async function open(url: string, disposition: `${Disposition}`): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

function authorsOf({ meta }: PaperRecord): string {
  const [first, ...others] = meta.authors;
  if (!first) return '';
  return others.length > 0 ? t('omniboxAuthors', first) : first;
}

function lineOf(paper: PaperRecord): string {
  const title = paper.meta.title.slice(0, LONGEST);
  return [title, authorsOf(paper)].filter(Boolean).join(' – ');
}

/** In the few tags of https://developer.chrome.com/docs/extensions/reference/api/omnibox */
function markedUp(paper: PaperRecord, wanted: string): string {
  const title = paper.meta.title.slice(0, LONGEST);
  const { find } = compileFilter(parseFilter(wanted).filter, null);
  let marked = '';
  let end = 0;
  for (const [from, to] of find(foldText(title), null)) {
    marked += `${escapeXml(title.slice(end, from))}<match>${escapeXml(title.slice(from, to))}</match>`;
    end = to;
  }
  marked += escapeXml(title.slice(end));
  const authors = authorsOf(paper);
  return authors ? `${marked} <dim>– ${escapeXml(authors)}</dim>` : marked;
}

/** Also removes what XML cannot contain: control characters and lone surrogates. */
function escapeXml(text: string): string {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => entities[sign as keyof typeof entities]);
}
