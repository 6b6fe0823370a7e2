/** Asks arXiv about papers that the user wants refreshed, in turn with all other requests. */
import { fetchEntries, IDS_PER_REQUEST } from '@/lib/arxiv/client';
import { lastRequest } from '@/lib/arxiv/last-request';
import { paperOf } from '@/lib/arxiv/paper';
import type { Turns } from '@/lib/arxiv/turns';
import { plural, t } from '@/lib/i18n';
import type { Commands } from '@/lib/library/commands/commands';
import { parse, refusalOf } from '@/lib/library/store/refusal';
import { arxivIdOf, type Paper, type PaperId } from '@/lib/paper';
import type { AbstractsProblem } from '@/lib/protocol/abstracts';
import type { Progress } from '@/lib/protocol/news';
import { type RefreshAnswer, RefreshSchema } from '@/lib/protocol/refresh';
import { errorMessage } from '@/lib/util/error-message';

/** Longer than this nobody waits for arXiv after it failed; in milliseconds. */
const LONGEST_WAIT_MS = 5_000;

/** arXiv is known to answer with nothing now and then (see `queue.ts`): it is asked once more. */
const ATTEMPTS = 2;

interface Services {
  readonly turns: Turns;
  readonly manage: Commands['manage'];
  readonly onProgress: (progress: Progress) => void;
}

interface Outside {
  readonly fetchEntries: typeof fetchEntries;
  readonly now: () => number;
}

/** What arXiv says of papers, and why it did not answer for all of them. */
interface Answered {
  readonly papers: readonly Paper[];
  /** Those that it was not asked about, or did not answer for. */
  readonly left: number;
  /** In words for the user; `null`: it answered. */
  readonly failure: string | null;
}

/** Refreshes the papers of a request and answers it; never rejects. */
export type Refresher = (request: unknown) => Promise<RefreshAnswer>;

/** Only tests pass `outside`. */
export function createRefresher(
  { turns, manage, onProgress }: Services,
  outside: Outside = { fetchEntries, now: Date.now },
): Refresher {
  /** Asks about up to `IDS_PER_REQUEST` papers. @throws {Error} with a sentence for the user. */
  async function ask(batch: readonly PaperId[]): Promise<Paper[]> {
    let papers: Paper[] = [];
    for (let attempt = 0; attempt < ATTEMPTS && papers.length === 0; attempt += 1) {
      const { problem } = await lastRequest.getValue();
      if (problem && problem.retryAt - outside.now() > LONGEST_WAIT_MS) {
        throw new Error(withWait(problem, outside.now()));
      }
      let failure: unknown = null;
      await turns.take(async () => async () => {
        try {
          const entries = await outside.fetchEntries(batch);
          papers = entries.map(paperOf).filter((paper) => paper !== null);
        } catch (error) {
          failure = error;
          throw error; // the next request keeps its distance
        }
      });
      if (failure) throw failure;
    }
    return papers;
  }

  async function askAll(op: Progress['op'], ids: readonly PaperId[]): Promise<Answered> {
    const papers: Paper[] = [];
    for (let done = 0; done < ids.length; done += IDS_PER_REQUEST) {
      onProgress({ op, done, total: ids.length });
      try {
        papers.push(...(await ask(ids.slice(done, done + IDS_PER_REQUEST))));
      } catch (error) {
        return { papers, left: ids.length - papers.length, failure: errorMessage(error) };
      }
    }
    return { papers, left: ids.length - papers.length, failure: null };
  }

  return async (request) => {
    try {
      const { op, ids } = parse(RefreshSchema, request);
      const onArxiv = [...new Set(ids)].filter((id) => arxivIdOf(id) !== null);
      if (onArxiv.length === 0) return refused('invalid', t('refreshNone'));
      const { papers, left, failure } = await askAll(op, onArxiv);
      if (papers.length === 0) {
        return failure === null
          ? refused('unknown-paper', t('refreshUnknown'))
          : refused('arxiv', failure);
      }
      const answer = await manage({ op, task: { kind: 'refreshPapers', papers } });
      if (!answer.ok || left === 0) return answer;
      const remark =
        failure === null ? plural('refreshNotKnown', left) : plural('refreshLeft', left, failure);
      return { ...answer, remark };
    } catch (error) {
      return { ok: false, ...refusalOf(error) };
    }
  };
}

function refused(code: 'invalid' | 'unknown-paper' | 'arxiv', message: string): RefreshAnswer {
  return { ok: false, code, message };
}

function withWait({ text, retryAt }: AbstractsProblem, now: number): string {
  const seconds = Math.max(1, Math.round((retryAt - now) / 1_000));
  return seconds < 60
    ? t('refreshWaitSeconds', text, seconds)
    : plural('refreshWaitMinutes', Math.round(seconds / 60), text);
}
