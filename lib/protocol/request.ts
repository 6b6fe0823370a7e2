/** What a request is made of. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import type { Acknowledgement, Kept } from './acknowledgement';
import type { From } from './transport';
import type { ZoteroAnswer } from './zotero';

/** Something that the background can be asked. */
export interface Request {
  readonly from: From;
  /** What a page may send of it, where that is not all. */
  readonly fromPage?: v.GenericSchema;
  readonly payload: v.GenericSchema;
  readonly answer: AnswerKind<unknown>;
}

/** A type of answers; `refuse` gives the answer to those who may not ask. */
export interface AnswerKind<A> {
  readonly refuse: () => A;
}

/** An answer that has no form for refusals: they are errors. */
export function answering<A>(): AnswerKind<A> {
  return {
    refuse() {
      throw new Error(t('refusedPage'));
    },
  };
}

/** No answer; those who may not ask are ignored. */
export const silent: AnswerKind<void> = { refuse: () => undefined };
export const acknowledged: AnswerKind<Acknowledgement> = { refuse: notAllowed };
export const kept: AnswerKind<Kept> = { refuse: notAllowed };

export function zoteroAnswer<T>(): AnswerKind<ZoteroAnswer<T>> {
  return { refuse: () => ({ ok: false, problem: 'not-allowed', message: t('refusedPage') }) };
}

function notAllowed() {
  return { ok: false, code: 'not-allowed', message: t('refusedPage') } as const;
}

export const nothing = v.undefined();

/**
 * A payload that is left to the handler to check, because the answer has to say in words what is wrong.
 * Checking it here as well would take long ones twice the time.
 */
export function checkedLater<S extends v.GenericSchema>(_: S) {
  return v.unknown() as v.GenericSchema<v.InferInput<S>, unknown>;
}
