/** Changes on their way to the library: shown at once, sent in order, dropped when refused. */
import type { Paper, PaperId, TriageState } from '@/lib/paper';
import type { Acknowledgement, States } from '@/lib/protocol/acknowledgement';
import { applyChange, type Change } from '@/lib/protocol/change';
import type { Command } from '@/lib/protocol/command';
import type { OperationId } from '@/lib/protocol/operation-id';

/** Most changes are saved within this many milliseconds, before anyone could read that they are not. */
const LATE_MS = 400;

/** A change that is shown but not yet acknowledged. */
interface PendingChange {
  readonly op: OperationId;
  readonly ids: ReadonlySet<PaperId>;
  readonly change: Change;
  /** Whether it takes so long that the user is told. */
  readonly isLate?: boolean;
}

export interface Changes {
  /** In the order in which they were made. */
  readonly pending: readonly PendingChange[];
  /** Why the last change of a paper was not saved, in words for the user. */
  readonly failures: Readonly<Record<PaperId, string>>;
}

export const NO_CHANGES: Changes = Object.freeze({ pending: [], failures: {} });

/** Where a page, or one of our own, keeps its changes. */
export interface ChangeStore {
  readonly get: () => Changes;
  /** Takes over what the library says of papers, `states`, at the same time. */
  readonly put: (changes: Partial<Changes>, states?: States) => void;
}

/** A paper to be changed. */
export interface Subject {
  readonly id: PaperId;
  /** As a page shows it; `null` where the library has it. */
  readonly paper: Paper | null;
}

export interface Changer {
  /** Makes one change to papers, as one operation. Never rejects: failures are in the answer and the store. */
  readonly change: (subjects: readonly Subject[], change: Change) => Promise<Acknowledgement>;
  /** Resolves when every change made so far was answered. */
  readonly settled: () => Promise<void>;
}

/** Sends a change when earlier ones of the same papers are answered, so that none overtakes another. */
export function createChanger(
  { get, put }: ChangeStore,
  send: (command: Command) => Promise<Acknowledgement>,
): Changer {
  const underWay = new Map<ReadonlySet<PaperId>, Promise<Acknowledgement>>();

  function settle(op: OperationId, ids: ReadonlySet<PaperId>, answer: Acknowledgement): void {
    const { pending, failures } = get();
    const others = pending.filter((one) => one.op !== op);
    if (answer.ok) put({ pending: others }, answer.states);
    else put({ pending: others, failures: { ...failures, ...allWith(ids, answer.message) } });
  }

  return {
    change(subjects, change) {
      const op = crypto.randomUUID();
      const ids = new Set(subjects.map(({ id }) => id));
      const papers = subjects.map(({ id, paper }) => ({ id, paper }));
      const { pending, failures } = get();
      put({ pending: [...pending, { op, ids, change }], failures: without(failures, ids) });
      const timer = setTimeout(() => {
        const late = get().pending.map((one) => (one.op === op ? { ...one, isLate: true } : one));
        put({ pending: late });
      }, LATE_MS);
      const earlier = [...underWay].filter(([others]) => papers.some(({ id }) => others.has(id)));
      const sent = Promise.all(earlier.map(([, answer]) => answer))
        .then(() => send({ op, change, papers }))
        .then((answer) => {
          clearTimeout(timer);
          underWay.delete(ids);
          settle(op, ids, answer);
          return answer;
        });
      underWay.set(ids, sent);
      return sent;
    },
    async settled() {
      await Promise.all(underWay.values());
    },
  };
}

/** A paper's state with pending changes applied; the same object where there are none. */
export function stateAfter(
  pending: Changes['pending'],
  id: PaperId,
  saved: TriageState,
): TriageState {
  const waiting = pending.filter(({ ids }) => ids.has(id));
  return waiting.reduce((state, { change }) => applyChange(state, change), saved);
}

function allWith<V>(ids: ReadonlySet<PaperId>, value: V): Record<PaperId, V> {
  return Object.fromEntries([...ids].map((id) => [id, value]));
}

function without<V>(
  record: Readonly<Record<PaperId, V>>,
  ids: ReadonlySet<string>,
): Record<PaperId, V> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
}
