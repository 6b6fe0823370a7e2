import { useEffect, useRef, useState } from 'react';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import { askUntilAnswered } from '@/lib/protocol/ask';
import {
  mayHaveArrived,
  PAPERS_PER_BATCH,
  type ZoteroBatch,
  type ZoteroTarget,
} from '@/lib/protocol/zotero';
import { isZoteroAllowed } from '@/lib/protocol/zotero-permission';
import { errorMessage } from '@/lib/util/error-message';
import { askForZotero } from './permission';

/** A paper to send; with what its page shows of it, where the library may not have it. */
export type ToSend = ZoteroBatch['papers'][number];

export type ZoteroStanding =
  /** Zotero is asked where papers go. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'permission'; readonly isRefused: boolean }
  | {
      readonly kind: 'ready';
      readonly target: ZoteroTarget;
      readonly total: number;
      /** How many of them Zotero was sent before. */
      readonly before: number;
    }
  | {
      readonly kind: 'sending' | 'done';
      readonly target: ZoteroTarget;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly done: number;
      readonly total: number;
    };

/** The way of some papers to Zotero. It ends, after the batch that is on its way, with its user. */
export function useZotero(read: () => Promise<readonly ToSend[]>) {
  const [standing, setStanding] = useState<ZoteroStanding>({ kind: 'looking' });
  const isOn = useRef(false);
  /** What was not sent yet; `null` before it was read. */
  const left = useRef<readonly ToSend[] | null>(null);
  /** A batch of which nobody knows whether it came there: it keeps its name, so that it comes once. */
  const uncertain = useRef<ZoteroBatch | null>(null);

  async function look(): Promise<void> {
    setStanding({ kind: 'looking' });
    if (!(await isZoteroAllowed())) {
      setStanding({ kind: 'permission', isRefused: false });
      return;
    }
    try {
      const answer = await askUntilAnswered('zoteroTarget');
      if (!answer.ok) return fail(answer.message, 0, 0);
      left.current ??= await read();
      const { target } = answer;
      const [total, fresh] = [left.current.length, (await freshOf(left.current)).length];
      setStanding({ kind: 'ready', target, total, before: total - fresh });
    } catch (error) {
      fail(sayWhy(error), 0, 0);
    }
  }

  function fail(message: string, done: number, total: number): void {
    setStanding({ kind: 'failed', message, done, total });
  }

  async function send(target: ZoteroTarget, isAgain: boolean): Promise<void> {
    isOn.current = true;
    let done = 0;
    let total = 0;
    try {
      const papers = isAgain ? (left.current ?? []) : await freshOf(left.current ?? []);
      total = papers.length;
      for (const batch of batchesOf(papers, uncertain.current)) {
        if (!isOn.current) break;
        setStanding({ kind: 'sending', target, done, total });
        uncertain.current = batch;
        const answer = await askUntilAnswered('sendToZotero', batch);
        if (answer.ok || !mayHaveArrived(answer.problem)) uncertain.current = null;
        if (!answer.ok) return fail(answer.message, done, total);
        done += batch.papers.length;
        const sent = new Set(batch.papers.map(({ id }) => id));
        left.current = (left.current ?? []).filter(({ id }) => !sent.has(id));
      }
      setStanding({ kind: 'done', target, done, total });
    } catch (error) {
      fail(sayWhy(error), done, total);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; then the user says when to look again
  useEffect(() => {
    void look();
    return () => {
      isOn.current = false;
    };
  }, []);

  return {
    standing,
    look: () => void look(),
    allow: () =>
      void askForZotero().then(
        (isGranted) => (isGranted ? look() : setStanding({ kind: 'permission', isRefused: true })),
        (error: unknown) => fail(sayWhy(error), 0, 0),
      ),
    send: (target: ZoteroTarget, isAgain: boolean) => void send(target, isAgain),
    stop() {
      isOn.current = false;
    },
  };
}

/** Those that Zotero was not sent yet. */
async function freshOf(papers: readonly ToSend[]): Promise<readonly ToSend[]> {
  const sent = new Set(await library.sentToZotero());
  return papers.filter(({ id }) => !sent.has(id));
}

/** The batch that is left from before comes first, if its papers are still meant. */
function* batchesOf(papers: readonly ToSend[], before: ZoteroBatch | null): Generator<ZoteroBatch> {
  const first = new Set(before?.papers.map(({ id }) => id));
  if (before && papers.some(({ id }) => first.has(id))) yield before;
  const others = papers.filter(({ id }) => !first.has(id));
  for (let start = 0; start < others.length; start += PAPERS_PER_BATCH) {
    const session = crypto.randomUUID();
    yield { session, papers: others.slice(start, start + PAPERS_PER_BATCH) };
  }
}

function sayWhy(error: unknown): string {
  return t('failed', errorMessage(error));
}
