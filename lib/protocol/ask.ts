/** Requests to the background. */
import { browser } from 'wxt/browser';
import { errorMessage } from '@/lib/util/error-message';
import type { Answer, Payload, RequestName } from './messages';
import type { Envelope } from './transport';

/** Nobody answered: the background was stopped in between, or the extension was updated. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Requests without a payload are sent by their name alone. */
export type Arguments<N extends RequestName> =
  undefined extends Payload<N> ? [Payload<N>?] : [Payload<N>];

/**
 * Asks the background.
 * @throws {NoAnswer} when no answer came; whether the work was done is then not known.
 * @throws {Error} when the handler failed, or the payload or the sender is not allowed.
 */
export async function ask<N extends RequestName>(
  name: N,
  ...[payload]: Arguments<N>
): Promise<Answer<N>> {
  const send = (envelope: Envelope) => browser.runtime.sendMessage(envelope);
  return (await exchange(send, name, payload)) as Answer<N>;
}

/**
 * Sends a request and waits for the answer.
 * @throws {NoAnswer} when none came; whether the work was done is then not known.
 * @throws {Error} when the handler failed.
 */
export async function exchange(
  send: (envelope: Envelope) => Promise<unknown>,
  name: string,
  payload: unknown,
): Promise<unknown> {
  let reply: { answer?: unknown; error?: string } | undefined;
  try {
    reply = (await send({ winnow: name, payload })) as typeof reply;
  } catch (error) {
    throw new NoAnswer(errorMessage(error));
  }
  // A worker that is stopped while it works makes sendMessage resolve with nothing.
  if (reply === undefined) throw new NoAnswer('The background was stopped.');
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.answer;
}

/** Pauses before a request that was not answered is sent again, in milliseconds. */
const PAUSES_MS = [100, 500, 1_500];

/**
 * Asks, and asks again when no answer came. Every request is harmless to repeat: reads are, and
 * writes carry an operation id.
 */
export async function askUntilAnswered<N extends RequestName>(
  name: N,
  ...payload: Arguments<N>
): Promise<Answer<N>> {
  for (const pause of PAUSES_MS) {
    try {
      return await ask(name, ...payload);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return ask(name, ...payload);
}

/** Longer than reads take, in milliseconds. */
const READ_MS = 3_000;

/**
 * Asks for what the library has. That is quick, so an answer that stays away is taken as lost, as one can be
 * while a page comes back from the cache of the back button, and is asked for once more.
 */
export async function read<N extends RequestName>(
  name: N,
  ...payload: Arguments<N>
): Promise<Answer<N>> {
  try {
    return await inTime(askUntilAnswered(name, ...payload));
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return askUntilAnswered(name, ...payload);
  }
}

/** @throws {NoAnswer} where the answer takes longer than reads do. */
function inTime<T>(answering: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswer('It took too long.')), READ_MS);
    answering.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
