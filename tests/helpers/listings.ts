import { readFileSync } from 'node:fs';

/** Titles of two papers that stand on both sample listings. */
export function papersOnBothSites(): [string, string] {
  const read = (name: string): { id: string; title: string }[] =>
    JSON.parse(readFileSync(`tests/fixtures/pages/${name}.expected.json`, 'utf8')).papers;
  const listed = read('arxiv-list');
  const [one, two] = read('hf-daily').filter(({ id, title }) =>
    listed.some((paper) => paper.id === id && paper.title === title),
  );
  if (!one || !two) throw new Error('The samples have no two papers on both sites.');
  return [one.title, two.title];
}
