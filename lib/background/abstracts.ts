/** Fetches from arXiv: abstracts for pages, and all metadata of papers that are known from links. */
import { fetchEntries } from '@/lib/arxiv/client';
import { lastRequest } from '@/lib/arxiv/last-request';
import { createAbstractQueue, type QueueServices } from '@/lib/arxiv/queue';
import type { Turns } from '@/lib/arxiv/turns';
import type { AbstractCache } from '@/lib/library/observations/abstracts';
import type { Paper, PaperId } from '@/lib/paper';
import type { AbstractsAnswer } from '@/lib/protocol/abstracts';
import type { News } from '@/lib/protocol/news';
import { fetchAbstracts } from '@/lib/settings/settings';
import { storedValue } from '@/lib/util/stored-value';

/** Papers saved by a link that arXiv was not asked about yet: offline, or the browser was closed. */
const papersToFill = storedValue<readonly PaperId[]>('local', 'papersToFill', []);

/** More than anybody saves while offline; the oldest are left as they are. */
const MOST_TO_FILL = 1_000;

export interface AbstractSource {
  /** The abstracts that are known. The others are fetched if the user wants that. */
  readonly ask: (ids: readonly PaperId[]) => Promise<AbstractsAnswer>;
  /**
   * Fetches the metadata of papers that some page links to, if the user wants that: our own pages
   * read what is kept. To be asked again now and then while some are waited for.
   */
  readonly lookUp: (ids: readonly PaperId[]) => Promise<void>;
  /**
   * Fetches the metadata of papers that were saved by a link or from a doubtful page, even if abstracts
   * are not fetched: the user wanted these. Tried until arXiv answers, and again whenever the worker
   * starts.
   */
  readonly fill: (...ids: PaperId[]) => Promise<void>;
}

interface Outside {
  readonly fetchEntries: QueueServices['fetchEntries'];
  readonly now: () => number;
}

/** `announce` sends news to open pages; only tests pass `outside`. */
export function createAbstractSource(
  cache: AbstractCache,
  turns: Turns,
  announce: (news: News) => void,
  outside: Outside = { fetchEntries, now: Date.now },
): AbstractSource {
  const toFill = papersToFill.getValue().then((ids) => new Set(ids));

  async function keep(papers: readonly Paper[], unknown: readonly PaperId[]): Promise<void> {
    await cache.save(papers, unknown);
    const left = await toFill;
    const answered = [...papers.map(({ id }) => id), ...unknown].filter((id) => left.delete(id));
    if (answered.length > 0) await papersToFill.setValue([...left]);
  }

  const queue = createAbstractQueue({
    fetchEntries: outside.fetchEntries,
    turns,
    async allowed(ids) {
      const [isOn, left] = [await fetchAbstracts.getValue(), await toFill];
      return isOn ? ids : ids.filter((id) => left.has(id));
    },
    keep,
    onFound: (abstracts) => announce({ abstracts }),
  });

  void toFill.then((left) => left.size > 0 && queue.add([...left]));

  return {
    async lookUp(ids) {
      if (await fetchAbstracts.getValue()) queue.add(await cache.incomplete(ids));
    },
    async fill(...ids) {
      const left = await toFill;
      for (const id of ids) left.add(id);
      for (const oldest of [...left].slice(0, -MOST_TO_FILL)) left.delete(oldest);
      await papersToFill.setValue([...left]);
      queue.add(ids);
    },
    async ask(ids) {
      const { known, missing } = await cache.find(ids);
      if (missing.length === 0 || !(await fetchAbstracts.getValue())) {
        return { known, waiting: 0, problem: null };
      }
      queue.add(missing);
      const { problem } = await lastRequest.getValue();
      const isOver = problem !== null && problem.retryAt <= outside.now();
      return { known, waiting: missing.length, problem: isOver ? null : problem };
    },
  };
}
