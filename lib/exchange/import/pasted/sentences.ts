/** Tells running text from titles and names. */

/** Counts sentence ends within a text: full stops and the like before a capital. */
export function countSentenceBreaks(text: string): number {
  return text.match(/[.!?]["'”’)\]]* +(?=["'“‘([]*[A-Z])/g)?.length ?? 0;
}

/** Whether a text ends like a sentence, or with a URL. */
export function endsLikeSentence(text: string): boolean {
  return (
    /[.!?。…:]["'”’)\]$]*$/.test(text) || /^https?:\/\//.test(text.slice(text.lastIndexOf(' ') + 1))
  );
}
