/** What tells running text from titles and names. */

/** Full stops and the like within a text, before a capital. */
export function sentencesIn(text: string): number {
  return text.match(/[.!?]["'”’)\]]* +(?=["'“‘([]*[A-Z])/g)?.length ?? 0;
}

/** Whether a text ends as a sentence does, or with an address. */
export function endsLikeSentence(text: string): boolean {
  return (
    /[.!?。…:]["'”’)\]$]*$/.test(text) || /^https?:\/\//.test(text.slice(text.lastIndexOf(' ') + 1))
  );
}
