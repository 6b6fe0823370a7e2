/** A library of its own for each test, with a wall clock that the test sets. */
import type { Table } from 'dexie';
import { onTestFinished, vi } from 'vitest';
import { openDatabase } from '@/lib/connections/open-database';
import { createCommands } from '@/lib/library/commands/commands';
import { createQueries } from '@/lib/library/queries/queries';
import { createReports } from '@/lib/library/queries/reports';
import { createSiteQueries } from '@/lib/library/queries/site-queries';
import type { LibraryDatabase } from '@/lib/library/store/database';
import { tick } from '@/lib/library/store/device-clock';
import { deletePapers, paperTables } from '@/lib/library/write/write-papers';
import type { Paper } from '@/lib/paper';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Change } from '@/lib/protocol/change';
import type { OperationId } from '@/lib/protocol/operation-id';

export type TestLibrary = Awaited<ReturnType<typeof openLibrary>>;

export async function openLibrary() {
  const db = openDatabase(`winnow-${crypto.randomUUID()}`);
  const clock = { now: Date.UTC(2026, 10, 20) };
  const commands = createCommands(db, () => clock.now);
  await db.open();
  let isThere = true;
  const remove = async () => {
    if (isThere) await db.delete();
    isThere = false;
  };
  onTestFinished(remove);

  return {
    db,
    clock,
    commands,
    queries: { ...createQueries(db), ...createSiteQueries(db) },
    reports: createReports(db),
    remove,
    /** Makes one change to papers as a page does, one millisecond after the last. */
    run(change: Change, ...papers: Paper[]): Promise<Acknowledgement> {
      return this.runAs(crypto.randomUUID(), change, ...papers);
    },
    runAs(op: OperationId, change: Change, ...papers: Paper[]): Promise<Acknowledgement> {
      clock.now += 1;
      const entries = papers.map((paper) => ({ id: paper.id, paper }));
      return commands.run({ op, change, papers: entries });
    },
    undo(undoes: OperationId): Promise<Acknowledgement> {
      clock.now += 1;
      return commands.undo(crypto.randomUUID(), undoes);
    },
    /** Everything the database holds. */
    async contents() {
      const [papers, operations, writes, state] = await Promise.all([
        db.papers.toArray(),
        db.operations.toArray(),
        db.writes.toArray(),
        db.state.toArray(),
      ]);
      const own = state.filter(({ key }) => key !== 'indexes'); // says how indexes are made
      return { papers, operations, writes, state: own };
    },
  };
}

/** What was saved. Fails the test when it was refused. */
export function saved(answer: Acknowledgement): Acknowledgement & { ok: true } {
  if (!answer.ok) throw new Error(`Refused: ${answer.code}: ${answer.message}`);
  return answer;
}

/** How a browser refuses a write: at once, in its answer, or when all that was written is kept. */
export type Fault = 'throws' | 'fails' | 'aborts at the end';

/** What fake-indexeddb works with inside: nothing public makes a write fail for a given reason. */
interface FakeTransaction extends IDBTransaction {
  _execRequestAsync(work: { source: IDBObjectStore; operation: () => never }): IDBRequest;
  _abort(errorName: string): void;
}

/** Makes the next write to this table of any database fail with an error of this name. */
export function failNextWrite(table: string, fault: Fault, errorName: string): void {
  const spies = (['add', 'put'] as const).map((method) => {
    const write = IDBObjectStore.prototype[method];
    const spy = vi.spyOn(IDBObjectStore.prototype, method);
    return spy.mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name !== table) return write.apply(this, args);
      for (const one of spies) one.mockRestore();
      const transaction = this.transaction as FakeTransaction;
      const fail = () => {
        throw new DOMException('Made up.', errorName);
      };
      if (fault === 'throws') fail();
      if (fault === 'fails') {
        return transaction._execRequestAsync({ source: this, operation: fail });
      }
      abortAtTheEnd(transaction, errorName);
      return write.apply(this, args);
    });
  });
}

function abortAtTheEnd(transaction: FakeTransaction, errorName: string): void {
  const { dispatchEvent } = transaction;
  transaction.dispatchEvent = (event) => {
    if (event.type !== 'complete') return dispatchEvent.call(transaction, event);
    transaction.dispatchEvent = dispatchEvent;
    transaction._abort(errorName);
    return true;
  };
}

/**
 * Empties a library for the next test as a command would, so that lists which are already being
 * answered follow: what is cleared beneath them they would not hear of.
 */
export async function emptyLibrary(db: LibraryDatabase): Promise<void> {
  const indexes: readonly Table[] = paperTables(db);
  await db.transaction('rw', [...paperTables(db)], async () => {
    await deletePapers(db, await db.papers.toArray(), await tick(db, Date.now()));
  });
  await Promise.all(
    db.tables.filter((table) => !indexes.includes(table)).map((table) => table.clear()),
  );
}
