import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { MOST_PAPERS, papersIn, readLinkedPapers } from '@/lib/page/read-links';

type Injected = (...args: unknown[]) => unknown;

/** Runs what is injected on the test's own document, and passes on what a browser would: a clone. */
function asBrowser(result = (func: Injected, args: unknown[]) => func(...args)): void {
  const executeScript = async ({ func, args }: { func: Injected; args: unknown[] }) => {
    // A function is injected as its text: it finds nothing that is around it here.
    const alone = new Function(`return (${func.toString()})`)() as Injected;
    return [{ result: structuredClone(result(alone, args)) }];
  };
  vi.spyOn(browser, 'scripting', 'get').mockReturnValue({ executeScript } as never);
}

beforeEach(() => {
  document.body.innerHTML = '';
  asBrowser();
});

describe('readLinkedPapers', () => {
  test('gives the papers that a page links to, in page order, each once, with their titles', async () => {
    document.body.innerHTML = `
      <nav><a href="/about">About</a> <a href="https://arxiv.org/list/cs.LG/new">arXiv</a></nav>
      <li>On nets <a href="https://arxiv.org/pdf/2611.00002">PDF</a>
        <a href="https://scirate.com/arxiv/2611.00002v3">On the Width of Nets</a></li>
      <li><a href="https://doi.org/10.1000/182">A Handbook of DOIs</a></li>
      <li><a href="https://www.alphaxiv.org/abs/2611.00001"><h3>Lamps for Sparse Graphs</h3><p>34 likes</p></a></li>
      <li><a href="https://doi.org/10.48550/arXiv.2611.00002">again</a></li>
      <map><area href="https://huggingface.co/papers/2611.00003" alt=""></map>
      <svg><a href="https://arxiv.org/abs/2611.00009"><text>drawn</text></a></svg>`;
    expect(await readLinkedPapers(7)).toEqual({
      papers: [
        { id: 'arxiv:2611.00002', title: 'On the Width of Nets' },
        { id: 'doi:10.1000/182', title: 'A Handbook of DOIs' },
        { id: 'arxiv:2611.00001', title: 'Lamps for Sparse Graphs' },
        { id: 'arxiv:2611.00003', title: null },
      ],
      isCut: false,
    });
  });

  test('a page whose elements take the names of methods is read all the same', async () => {
    document.body.innerHTML = `<img name="querySelectorAll"><img name="links">
      <a href="https://arxiv.org/abs/2611.00001">x</a>`;
    expect((await readLinkedPapers(7))?.papers).toHaveLength(1);
  });

  test('of very many papers the first are given, and that there are more', async () => {
    document.body.innerHTML = Array.from(
      { length: MOST_PAPERS + 1 },
      (_, n) => `<a href="https://arxiv.org/abs/2611.${String(n).padStart(5, '0')}">x</a>`,
    ).join('');
    const read = await readLinkedPapers(7);
    expect(read?.papers).toHaveLength(MOST_PAPERS);
    expect(read?.isCut).toBe(true);
  });

  test('what a page says again and again is told once', async () => {
    const link = '<a href="https://arxiv.org/abs/2611.00001">On the Width of Nets</a>';
    document.body.innerHTML = link.repeat(100);
    let told: unknown;
    asBrowser((func, args) => {
      told = func(...args);
      return told;
    });
    expect((await readLinkedPapers(7))?.papers).toHaveLength(1);
    expect(told).toEqual([['https://arxiv.org/abs/2611.00001', 'On the Width of Nets']]);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no list', { length: 1 }],
    ['no pairs', [['https://arxiv.org/abs/2611.00001']]],
    ['no texts', [['https://arxiv.org/abs/2611.00001', 7]]],
    ['a longer text than was asked for', [['https://arxiv.org/abs/2611.00001', 'x'.repeat(601)]]],
    ['more links than were asked for', Array(10_002).fill(['https://arxiv.org/', ''])],
  ])('%s is not believed', async (_, result) => {
    asBrowser(() => result);
    expect(await readLinkedPapers(7)).toBeNull();
  });

  test('a page that the browser keeps to itself cannot be read', async () => {
    const executeScript = async () => {
      throw new Error('Cannot access a chrome:// URL');
    };
    vi.spyOn(browser, 'scripting', 'get').mockReturnValue({ executeScript } as never);
    expect(await readLinkedPapers(7)).toBeNull();
  });
});

test('links that lead nowhere are no papers', () => {
  const links: [string, string][] = [
    ['https://arxiv.org/list/cs.LG/new', 'New papers of today'],
    ['not an address', 'A Title of a Paper'],
  ];
  expect(papersIn(links)).toEqual({ papers: [], isCut: false });
});
