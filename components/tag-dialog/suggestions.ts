import { LIMITS } from '@/lib/protocol/limits';
import { fold } from '@/lib/text/fold';

const SUGGESTIONS_SHOWN = 50;

export interface Suggestion {
  readonly tag: string;
  readonly isNew: boolean;
}

/** Known tags that start with the text, then those that contain it, then the text as a new tag. */
export function suggest(
  known: readonly string[],
  taken: readonly string[],
  tag: string,
): Suggestion[] {
  const wanted = fold(tag);
  const free = known.filter((one) => !taken.includes(one));
  const starting = free.filter((one) => fold(one).startsWith(wanted));
  const containing = free.filter((one) => !starting.includes(one) && fold(one).includes(wanted));
  const found = [...starting, ...containing].slice(0, SUGGESTIONS_SHOWN);
  const isNew = tag !== '' && tag.length <= LIMITS.tag && ![...known, ...taken].includes(tag);
  return [
    ...found.map((one) => ({ tag: one, isNew: false })),
    ...(isNew ? [{ tag, isNew: true }] : []),
  ];
}

/** The known tag that equals the typed text up to case, else the typed text. */
export function withKnownCase(typed: string, known: readonly string[]): string {
  const isSame = (one: string) => one.toLowerCase() === typed.toLowerCase();
  return known.includes(typed) ? typed : (known.find(isSame) ?? typed);
}
