/** How the background answers: each sender and payload is checked before a handler sees them. */
import * as v from 'valibot';
import {
  type Answer,
  type CheckedPayload,
  REQUESTS,
  type RequestName,
  type Requests,
} from './messages';
import type { Request } from './request';
import { maySend, respond, type Sender } from './transport';

type AllowedSender<N extends RequestName> = Requests[N]['from'] extends 'anyone'
  ? Sender
  : Extract<Sender, { kind: Requests[N]['from'] }>;

/** What the background does with each request. */
export type Handlers = {
  readonly [N in RequestName]: (
    payload: CheckedPayload<N>,
    sender: AllowedSender<N>,
  ) => Answer<N> | PromiseLike<Answer<N>>;
};

/** Handlers of whatever comes, from whomever. */
type GuardedHandlers = {
  readonly [N in RequestName]: (payload: unknown, sender: Sender) => Promise<Answer<N>>;
};

/** Puts the checks before handlers. */
export function guard(handlers: Handlers): GuardedHandlers {
  const names = Object.keys(REQUESTS) as RequestName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (payload: unknown, sender: Sender) => {
        const request: Request = REQUESTS[name];
        if (!isAllowed(request, payload, sender)) return request.answer.refuse();
        const handle = handlers[name] as (payload: unknown, sender: Sender) => unknown;
        return handle(v.parse(request.payload, payload), sender);
      },
    ]),
  ) as GuardedHandlers;
}

/** Answers requests in the background; to be called at once when it starts. */
export function answer(handlers: Handlers): void {
  respond('anyone', guard(handlers));
}

function isAllowed({ from, fromPage }: Request, payload: unknown, sender: Sender): boolean {
  if (!maySend(sender, from)) return false;
  return sender.kind !== 'page' || !fromPage || v.is(fromPage, payload);
}
