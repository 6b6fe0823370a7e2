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
import { requestZotero } from './permission';

/** A paper to send, with its metadata from the page if the library may not have it. */
export type ToSend = ZoteroBatch['papers'][number];

export type SendStatus =
  /** Zotero is being asked for the target. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'permission'; readonly isRefused: boolean }
  | {
      readonly kind: 'ready';
      readonly target: ZoteroTarget;
      readonly total: number;
      /** How many of them were sent before. */
      readonly alreadySent: number;
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

/** Sends papers to Zotero in batches. Unmounting stops it after the current batch. */
export function useZotero(read: () => Promise<readonly ToSend[]>) {
  const [status, setStatus] = useState<SendStatus>({ kind: 'loading' });
  const isActive = useRef(false);
  /** The papers not sent yet; `null` until read. */
  const remaining = useRef<readonly ToSend[] | null>(null);
  /** A batch that may have arrived. It keeps its session id, so that resending adds it only once. */
  const unconfirmed = useRef<ZoteroBatch | null>(null);

  async function refresh(): Promise<void> {
    setStatus({ kind: 'loading' });
    if (!(await isZoteroAllowed())) {
      setStatus({ kind: 'permission', isRefused: false });
      return;
    }
    try {
      const answer = await askUntilAnswered('zoteroTarget');
      if (!answer.ok) return fail(answer.message, 0, 0);
      remaining.current ??= await read();
      const { target } = answer;
      const [total, unsent] = [
        remaining.current.length,
        (await neverSent(remaining.current)).length,
      ];
      setStatus({ kind: 'ready', target, total, alreadySent: total - unsent });
    } catch (error) {
      fail(failureText(error), 0, 0);
    }
  }

  function fail(message: string, done: number, total: number): void {
    setStatus({ kind: 'failed', message, done, total });
  }

  async function send(target: ZoteroTarget, isResending: boolean): Promise<void> {
    isActive.current = true;
    let done = 0;
    let total = 0;
    try {
      const papers = isResending
        ? (remaining.current ?? [])
        : await neverSent(remaining.current ?? []);
      total = papers.length;
      for (const batch of batchesOf(papers, unconfirmed.current)) {
        if (!isActive.current) break;
        setStatus({ kind: 'sending', target, done, total });
        unconfirmed.current = batch;
        const answer = await askUntilAnswered('sendToZotero', batch);
        if (answer.ok || !mayHaveArrived(answer.problem)) unconfirmed.current = null;
        if (!answer.ok) return fail(answer.message, done, total);
        done += batch.papers.length;
        const sent = new Set(batch.papers.map(({ id }) => id));
        remaining.current = (remaining.current ?? []).filter(({ id }) => !sent.has(id));
      }
      setStatus({ kind: 'done', target, done, total });
    } catch (error) {
      fail(failureText(error), done, total);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only on mount; afterwards the user refreshes
  useEffect(() => {
    void refresh();
    return () => {
      isActive.current = false;
    };
  }, []);

  return {
    status,
    refresh: () => void refresh(),
    allow: () =>
      void requestZotero().then(
        (isGranted) => (isGranted ? refresh() : setStatus({ kind: 'permission', isRefused: true })),
        (error: unknown) => fail(failureText(error), 0, 0),
      ),
    send: (target: ZoteroTarget, isResending: boolean) => void send(target, isResending),
    stop() {
      isActive.current = false;
    },
  };
}

/** The papers never sent to Zotero. */
async function neverSent(papers: readonly ToSend[]): Promise<readonly ToSend[]> {
  const sent = new Set(await library.sentToZotero());
  return papers.filter(({ id }) => !sent.has(id));
}

/** An unconfirmed batch comes first, if any of its papers are still to be sent. */
function* batchesOf(
  papers: readonly ToSend[],
  unconfirmed: ZoteroBatch | null,
): Generator<ZoteroBatch> {
  const first = new Set(unconfirmed?.papers.map(({ id }) => id));
  if (unconfirmed && papers.some(({ id }) => first.has(id))) yield unconfirmed;
  const others = papers.filter(({ id }) => !first.has(id));
  for (let start = 0; start < others.length; start += PAPERS_PER_BATCH) {
    const session = crypto.randomUUID();
    yield { session, papers: others.slice(start, start + PAPERS_PER_BATCH) };
  }
}

function failureText(error: unknown): string {
  return t('failed', errorMessage(error));
}
