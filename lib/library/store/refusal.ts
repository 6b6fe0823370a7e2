/** Errors of commands, with a message for the user. */
import Dexie from 'dexie';
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import type { RefusalCode } from '@/lib/protocol/acknowledgement';
import { errorMessage } from '@/lib/util/error-message';

/** Why a command was not carried out. `message` is a sentence for the user. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}

/** Validates an input. @throws {Refusal} if it does not fit the schema. */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  throw new Refusal('invalid', result.issues[0].message);
}

/** Describes any error of a write, in words for the user. */
export function refusalOf(error: unknown): { code: RefusalCode; message: string } {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  if (isQuotaError(error)) {
    return { code: 'storage-full', message: t('refusedDiskFull') };
  }
  const detail = errorMessage(error);
  return { code: 'storage', message: t('refusedStorage', detail) };
}

/** Whether storage is full. Dexie wraps the browser's error: https://dexie.org/docs/DexieErrors/Dexie.QuotaExceededError */
export function isQuotaError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner, failures = [] } = error as { inner?: unknown; failures?: readonly unknown[] };
  return (
    error.name === Dexie.errnames.QuotaExceeded ||
    (inner !== error && isQuotaError(inner)) ||
    failures.some(isQuotaError)
  );
}
