/** What pages hear from the background. */
import type { PageAnswer, PagePayload, PageRequestName, Topics } from './messages';
import { listen, respond } from './transport';

/** Hears, in any page, what the background tells. Returns a function that stops it. */
export function hear<T extends keyof Topics>(
  topic: T,
  listener: (message: Topics[T]) => void,
): () => void {
  return listen('extension', (message) => {
    if (topic in message) listener((message as Pick<Topics, T>)[topic]);
  });
}

type PageHandlers = {
  readonly [N in PageRequestName]: (payload: PagePayload<N>) => PageAnswer<N>;
};

/** Answers what the background asks a page. Returns a function that stops it. */
export function answerAsPage(handlers: PageHandlers): () => void {
  return respond('extension', handlers);
}
