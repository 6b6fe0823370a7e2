import { EMPTY_METADATA, type Paper } from '@/lib/paper';

function sample(title: string, authors: readonly string[], categories: readonly string[]): Paper {
  const id = `title:${title.toLowerCase()}` as const;
  return { ...EMPTY_METADATA, id, title, authors, categories, source: 'arxiv' };
}

/** Made-up papers to try keys on; in English, as papers are. */
export const SAMPLE_PAPERS: readonly Paper[] = [
  sample(
    'Sorting a Hundred Papers Before Breakfast',
    ['Ada Winter', 'Ilse Quint', 'Mateo Brandt'],
    ['cs.IR', 'cs.HC'],
  ),
  sample(
    'A Small Model That Knows When to Stop Reading',
    ['Kofi Lindqvist', 'Noor Saberi'],
    ['cs.LG', 'cs.CL'],
  ),
  sample('Yet Another Survey of Surveys', ['P. Repetto', 'Q. Itera'], ['cs.DL']),
  sample(
    'Chaff: A Benchmark for Telling Wheat Apart',
    ['Yuki Harrow', 'Tomasz Sieve', 'Lena Okafor', 'Bo Thresher'],
    ['cs.CV'],
  ),
  sample('On Tabs That Were Never Closed', ['Rhea Markov'], ['cs.CY', 'stat.AP']),
];

/** What their readers might tag them with. */
export const SAMPLE_TAGS: readonly string[] = ['to discuss', 'baseline', 'read on the train'];
