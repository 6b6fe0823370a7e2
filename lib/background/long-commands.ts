/** Commands about many papers: they tell how far they have come, and can be stopped. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { Refusal } from '@/lib/library/store/refusal';
import type { Progress } from '@/lib/protocol/news';
import { type OperationId, OperationIdSchema } from '@/lib/protocol/operation-id';
import type { ReportProgress } from '@/lib/util/in-batches';

/** A command about more papers than this tells how far it has come, so often. */
const LONG = 2_000;
const TELL_EVERY_MS = 200;

export interface LongCommands {
  /** What a command reports to; it is told apart from others by its operation id. */
  readonly reportOf: (command: unknown) => ReportProgress;
  /** Stops a command, or keeps it from beginning. */
  readonly cancel: (op: OperationId) => void;
}

/** `tell` hears how far commands have come. */
export function createLongCommands(tell: (progress: Progress) => void): LongCommands {
  const cancelled = new Set<OperationId>();

  return {
    reportOf(command) {
      let last = performance.now();
      const { success, output } = v.safeParse(NamedSchema, command);
      return (done, total) => {
        if (!success) return;
        const { op } = output;
        if (cancelled.has(op)) throw new Refusal('cancelled', t('refusedCancelled'));
        if (total <= LONG || performance.now() - last < TELL_EVERY_MS) return;
        last = performance.now();
        tell({ op, done, total });
      };
    },
    cancel: (op) => void cancelled.add(op),
  };
}

const NamedSchema = v.object({ op: OperationIdSchema });
