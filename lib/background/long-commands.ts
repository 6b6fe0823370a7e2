/** Commands about many papers, which report their progress and can be cancelled. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { Refusal } from '@/lib/library/store/refusal';
import type { Progress } from '@/lib/protocol/news';
import { type OperationId, OperationIdSchema } from '@/lib/protocol/operation-id';
import type { ReportProgress } from '@/lib/util/in-batches';

/** Commands about more papers than this report their progress. */
const LONG = 2_000;
const REPORT_EVERY_MS = 200;

export interface LongCommands {
  /** What a command reports to, if it has an operation id. */
  readonly reportOf: (command: unknown) => ReportProgress;
  /** Stops a command, even before it begins. */
  readonly cancel: (op: OperationId) => void;
}

export function createLongCommands(onProgress: (progress: Progress) => void): LongCommands {
  const cancelled = new Set<OperationId>();

  return {
    reportOf(command) {
      let last = performance.now();
      const { success, output } = v.safeParse(NamedSchema, command);
      return (done, total) => {
        if (!success) return;
        const { op } = output;
        if (cancelled.has(op)) throw new Refusal('cancelled', t('refusedCancelled'));
        if (total <= LONG || performance.now() - last < REPORT_EVERY_MS) return;
        last = performance.now();
        onProgress({ op, done, total });
      };
    },
    cancel: (op) => void cancelled.add(op),
  };
}

const NamedSchema = v.object({ op: OperationIdSchema });
