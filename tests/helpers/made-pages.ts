/** Pages of as many papers as a test needs, made as arXiv makes them. */

/** arXiv's identifier of the nth paper, from 1. */
export const ID = (n: number) => `2611.${String(n).padStart(5, '0')}`;
export const TITLE = (n: number) => `On the Paper Number ${n} of Many`;

interface Made {
  /** The list has all papers as replaced on this day; else as new. */
  readonly replacedOn?: string;
}

/** A list of new papers, or of replaced ones. */
export function listingOf(papers: number, { replacedOn }: Made = {}): string {
  const entries = Array.from({ length: papers }, (_, index) => entry(index + 1)).join('\n');
  const day = replacedOn ?? 'Friday, 20 November 2026';
  const section = replacedOn ? 'Replacement submissions' : 'New submissions';
  return `<!doctype html><html lang="en"><title>list</title><body><div id="dlpage">
    <h1>Machine Learning</h1><h3>Showing new listings for ${day}</h3>
    <dl id='articles'><h3>${section} (showing ${papers} of ${papers} entries)</h3>
    ${entries}</dl></div></body></html>`;
}

function entry(n: number): string {
  return `<dt><a name='item${n}'>[${n}]</a>
    <a href ="/abs/${ID(n)}" title="Abstract" id="${ID(n)}">arXiv:${ID(n)}</a></dt>
    <dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span>
    ${TITLE(n)}</div><div class='list-authors'><a href="/a">A. Author</a></div>
    <p class='mathjax'>What the paper says.</p></div></dd>`;
}

/** A paper's abstract page, when it has so many versions. */
export function paperPage(n: number, versions = 1): string {
  const history = Array.from({ length: versions }, (_, v) => `<strong>[v${v + 1}]</strong> a day`);
  return `<!doctype html><html lang="en"><head><title>paper</title>
    <link rel="canonical" href="https://arxiv.org/abs/${ID(n)}"></head><body><main>
    <h1 class="title mathjax"><span class="descriptor">Title:</span>${TITLE(n)}</h1>
    <div class="authors"><span class="descriptor">Authors:</span><a href="/a">A. Author</a></div>
    <blockquote class="abstract"><span class="descriptor">Abstract:</span>What it says.</blockquote>
    <div class="submission-history">${history.join('<br>')}</div></main></body></html>`;
}
