/** Made-up arXiv listings of any length, with abstracts in which the rules' terms are spread. */

/** How many terms there are: one for each of 200 rules, and one that a rule can change to. */
const TERM_COUNT = 201;
const TERMS_PER_ENTRY = 18;
const WORDS_PER_ABSTRACT = 190;
const WORDS_PER_TITLE = 9;

const HEADS = ['sparse', 'causal', 'neural', 'latent', 'robust', 'convex', 'modal', 'spectral'];
const TAILS = ['attention', 'diffusion', 'retrieval', 'alignment', 'kernel', 'graph', 'policy'];
const SYLLABLES = ['ba', 'con', 'de', 'el', 'for', 'gra', 'hy', 'in', 'lo', 'mi', 'nor', 'pre'];

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the rules look for: single words and pairs, none within another. */
export const TERMS: readonly string[] = Array.from({ length: TERM_COUNT }, (_, index) => {
  const head = HEADS[index % HEADS.length] as string;
  const tail = TAILS[Math.floor(index / HEADS.length) % TAILS.length] as string;
  const ending = 'abcd'[Math.floor(index / (HEADS.length * TAILS.length))] ?? '';
  return index % 2 === 0 ? `${head}${tail}${ending}` : `${head} ${tail}${ending}`;
});

/** Common words of two to four syllables, of which no term is made. */
const FILLERS: readonly string[] = Array.from({ length: 600 }, (_, index) => {
  const size = SYLLABLES.length;
  const places = [index, Math.floor(index / size), Math.floor(index / size ** 2) + index];
  return places.map((place) => SYLLABLES[place % size]).join('');
});

export interface Listing {
  readonly html: string;
  readonly entries: number;
  /** How often each term stands on the page. */
  readonly planted: readonly number[];
  /** How many entries hold each term. */
  readonly holding: readonly number[];
}

/** A page of `entries` papers as arxiv.org/list/…/recent has them, with abstracts. */
export function makeListing(entries: number, seed = 1): Listing {
  const random = randomFrom(seed);
  const planted = TERMS.map(() => 0);
  const holders = TERMS.map(() => new Set<number>());
  let current = 0;
  const oneOf = (words: readonly string[]) => words[Math.floor(random() * words.length)] as string;

  function text(length: number, terms: number): string {
    const words = Array.from({ length }, () => oneOf(FILLERS));
    // Each term has its own stretch of the text, so that no two come side by side.
    const stretch = Math.floor(length / terms);
    for (let nth = 0; nth < terms; nth += 1) {
      const index = Math.floor(random() * TERMS.length);
      words[nth * stretch + Math.floor(random() * (stretch - 1))] = TERMS[index] as string;
      planted[index] = (planted[index] ?? 0) + 1;
      holders[index]?.add(current);
    }
    return words.join(' ');
  }

  const rows = Array.from({ length: entries }, (_, index) => {
    current = index;
    const id = `2611.${String(10_000 + index)}`;
    return entry(index + 1, id, text(WORDS_PER_TITLE, 1), abstract(text), oneOf(FILLERS));
  });
  return { html: pageOf(rows), entries, planted, holding: holders.map(({ size }) => size) };
}

/** In lines, as arXiv's source has them. */
function abstract(text: (length: number, terms: number) => string): string {
  const words = text(WORDS_PER_ABSTRACT, TERMS_PER_ENTRY - 1).split(' ');
  return words.map((word, index) => word + (index % 12 === 11 ? '\n' : ' ')).join('');
}

function entry(number: number, id: string, title: string, abstract: string, name: string): string {
  return `<dt><a name="item${number}">[${number}]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>
[<a href="/pdf/${id}" title="Download PDF">pdf</a>, <a href="/html/${id}v1" title="View HTML">html</a>, <a href="/format/${id}" title="Other formats">other</a>]</dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span>
${title}</div>
<div class="list-authors"><a href="/a/${name}_a">Ada ${name}</a>, <a href="/a/${name}_b">Ben ${name}</a>, <a href="/a/${name}_c">Cora ${name}</a></div>
<div class="list-comments mathjax"><span class="descriptor">Comments:</span> 14 pages, ${number} figures</div>
<div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Machine Learning (cs.LG)</span>; Artificial Intelligence (cs.AI)</div>
<p class="mathjax">${abstract}</p></div></dd>`;
}

function pageOf(rows: readonly string[]): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Machine Learning</title>
<style>body { font: 15px/1.45 sans-serif; margin: 0 28px } dd { margin: 3px 0 18px 34px; max-width: 960px } .list-title { font-size: 18px; font-weight: 700 }</style></head>
<body><h1>Machine Learning</h1><h3>Invented listings for Friday, 20 November 2026</h3>
<dl id="articles">${rows.join('\n')}</dl></body></html>`;
}
