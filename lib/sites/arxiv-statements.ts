/** What the head of an arXiv abstract page states about its paper (`metatags.py` of arxiv-browse). */
import type { Paper } from '@/lib/paper';
import { collapseSpace } from '@/lib/text/white-space';

/** The title as the page says it; as its head states it if something else was made of it. */
export function statedTitle(document: Document, shown: string): string {
  return asStated(shown, [
    ...contents(document, 'meta[property="og:title"]'),
    ...contents(document, 'meta[name="citation_title"]'),
  ]);
}

/** The same for the abstract; `null` if there is none. */
export function statedAbstract(document: Document, shown: string): string | null {
  return asStated(shown, contents(document, 'meta[name="citation_abstract"]')) || null;
}

/** The authors, none left out; `[]` if the head does not name them. */
export function statedAuthors(document: Document): Paper['authors'] {
  return contents(document, 'meta[name="citation_author"]').map((name) => {
    const [last, first] = name.split(/, (.*)/);
    return first ? `${first} ${last}` : name;
  });
}

/** Whether the head states the texts that lists go by. */
export function hasStatements(document: Document): boolean {
  const names = ['citation_title', 'citation_author', 'citation_abstract'];
  return names.every((name) => contents(document, `meta[name="${name}"]`).length > 0);
}

function contents(document: Document, selector: string): string[] {
  const metas = document.querySelectorAll(selector);
  return Array.from(metas, (meta) => collapseSpace(meta.getAttribute('content') ?? '')).filter(
    (content) => content !== '',
  );
}

/** The page is better, as the head has accents in TeX; but only the head is sure to be the site's. */
function asStated(shown: string, stated: readonly string[]): string {
  const letters = lettersOf(shown);
  return stated.some((one) => lettersOf(one) === letters) ? shown : (stated[0] ?? shown);
}

/**
 * What is the same in `G\"odel's $\alpha$` and `Gödel's α`: without commands of TeX, accents, and
 * the letters that TeX has commands for.
 */
function lettersOf(text: string): string {
  return text
    .replace(/\\(?:[a-zA-Z]+|.)/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]|(?![a-z])[\p{Script=Latin}\p{Script=Greek}]/gu, '');
}
