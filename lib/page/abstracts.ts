/** Abstracts that a listing does not have: those known already, and those fetched meanwhile. */
import { plural, t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { AbstractsProblem } from '@/lib/protocol/abstracts';
import { ask, NoAnswer } from '@/lib/protocol/ask';
import type { News } from '@/lib/protocol/news';
import { collapseSpace } from '@/lib/text/white-space';
import { inSlices } from './slices';
import type { PageStore } from './store';

/** The background may have been stopped with work left: it is asked again, in milliseconds. */
const ASK_AGAIN_MS = 20_000;

/** Asks for the abstracts that the rows lack, until none is waited for. */
export async function loadAbstracts(store: PageStore, signal: AbortSignal): Promise<void> {
  const lacking = await papersLacking(store, signal);
  if (signal.aborted) return;
  store.setState({ lacking: lacking.length });
  if (lacking.length === 0) return;
  try {
    const { known, waiting, problem } = await ask('abstracts', lacking);
    takeAbstracts(store, { abstracts: known, abstractsProblem: problem });
    if (waiting === 0 || signal.aborted) return;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
  }
  const timer = setTimeout(() => void loadAbstracts(store, signal), ASK_AGAIN_MS);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

async function papersLacking(store: PageStore, signal: AbortSignal): Promise<PaperId[]> {
  const lacking = new Set<PaperId>();
  await inSlices(store.getState().rows, signal, (row) => {
    const isKnown = row.id in store.getState().abstracts || row.read().abstract !== null;
    if (!isKnown) lacking.add(row.id);
  });
  return [...lacking];
}

/** Takes in what came for papers on this page; the news are for all pages. */
export function takeAbstracts(store: PageStore, news: News): void {
  const { abstracts = {}, abstractsProblem: problem } = news;
  const { rows, abstracts: known } = store.getState();
  const here = new Set<string>(rows.map(({ id }) => id));
  const fresh = Object.entries(abstracts)
    .filter(([id]) => here.has(id) && !(id in known))
    .map(([id, abstract]) => [id, collapseSpace(abstract)]);
  if (fresh.length > 0) {
    store.setState(({ lacking }) => ({
      abstracts: { ...known, ...Object.fromEntries(fresh) },
      lacking: Math.max(0, lacking - fresh.length),
    }));
  }
  if (problem !== undefined) {
    store.setState({
      abstractsProblem: problem && withRetry(problem),
    });
  }
}

/** What happened, and when it is tried again. */
export function withRetry({ text, retryAt }: AbstractsProblem): string {
  const seconds = Math.max(1, Math.round((retryAt - Date.now()) / 1_000));
  return seconds < 90
    ? t('panelRetrySeconds', text, seconds)
    : plural('panelRetryMinutes', Math.round(seconds / 60), text);
}
