/** Reads which papers a page links to, on any page that the browser lets us read. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { PaperId } from '@/lib/paper';
import { titleInLink } from '@/lib/sites/link-titles';
import { paperLinkedTo } from '@/lib/sites/links';

/** A paper that a page links to. */
export interface LinkedPaper {
  readonly id: PaperId;
  /** The text of a link to it that plainly is its title; `null` where none is. */
  readonly title: string | null;
}

export interface LinkedPapers {
  /** In page order, each once. */
  readonly papers: readonly LinkedPaper[];
  /** Whether the page links to more, which were left out. */
  readonly isCut: boolean;
}

/** More than a list of readings has, and few enough to ask arXiv about. */
export const MOST_PAPERS = 2_000;
const MOST_LINKS = 10_000;
const LONGEST_ADDRESS = 2_000;
const LONGEST_TEXT = 600;

/** What addresses of papers have in them; Bing's own have nothing of their targets'. */
const MAY_LEAD_TO_PAPER = /xiv|ar5iv|scirate|doi\.org|(?:huggingface|hf)\.co|bing\.com\/ck/i;

/** Runs in the page, where `LinksSchema` and the like are not: it uses nothing from around it. */
function collectLinks(pattern: string, most: number, longestAddress: number, longestText: number) {
  const isWanted = new RegExp(pattern, 'i');
  const links = new Map<string, [address: string, text: string]>();
  // Elements of a page can take the names of a document's own methods.
  for (const link of Document.prototype.querySelectorAll.call(document, 'a[href], area[href]')) {
    const { href } = link as HTMLAnchorElement;
    const isText = typeof href === 'string'; // links in drawings have an object there
    if (!isText || href.length > longestAddress || !isWanted.test(href)) continue;
    const heading = link.querySelector('h1, h2, h3, h4, h5, h6');
    const words = ((heading ?? link).textContent ?? '').trim();
    const text = (words || (link.querySelector('img')?.alt ?? '').trim()).slice(0, longestText);
    links.set(`${href} ${text}`, [href, text]);
    if (links.size > most) break;
  }
  return [...links.values()];
}

const LinksSchema = v.pipe(
  v.array(
    v.tuple([
      v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
      v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
    ]),
  ),
  v.maxLength(MOST_LINKS + 1),
);
type Links = v.InferOutput<typeof LinksSchema>;

/**
 * The papers that the page in a tab links to; `null` where the browser does not let us read it, or
 * what came is not what we asked for.
 */
export async function readLinkedPapers(tabId: number): Promise<LinkedPapers | null> {
  const results = await browser.scripting
    .executeScript({
      target: { tabId },
      injectImmediately: true, // a page may take long to load
      func: collectLinks,
      args: [MAY_LEAD_TO_PAPER.source, MOST_LINKS, LONGEST_ADDRESS, LONGEST_TEXT],
    })
    .catch(() => []);
  const { success, output } = v.safeParse(LinksSchema, results[0]?.result);
  return success ? papersIn(output) : null;
}

/** Exported for tests. */
export function papersIn(links: Links): LinkedPapers {
  const titles = new Map<PaperId, string | null>();
  for (const [address, text] of links.slice(0, MOST_LINKS)) {
    const id = paperLinkedTo(address);
    if (id) titles.set(id, titles.get(id) ?? titleInLink(text, id));
  }
  const papers = Array.from(titles, ([id, title]) => ({ id, title }));
  return {
    papers: papers.slice(0, MOST_PAPERS),
    isCut: papers.length > MOST_PAPERS || links.length > MOST_LINKS,
  };
}
