/**
 * The quotes that close a phrase, by those that open it: keyboards have one kind, and phones, word
 * processors and languages make others of it, some of which open with what elsewhere closes.
 */
const CLOSING: Readonly<Record<string, string>> = {
  ...{ '"': '"', '＂': '＂', '“': '”“', '”': '”', '„': '“”' },
  ...{ '«': '»', '»': '«»', '「': '」', '『': '』' },
};

interface Quoted {
  /** Without its quotes. */
  readonly phrase: string;
  /** False where the text ends before the phrase does. */
  readonly isClosed: boolean;
  /** The offset after it. */
  readonly end: number;
}

/** The phrase in quotes that begins at this offset of a text; `null` if none does. */
export function quotedAt(text: string, start: number): Quoted | null {
  const closing = CLOSING[text[start] ?? ''];
  if (closing === undefined) return null;
  let end = start + 1;
  while (end < text.length && !closing.includes(text[end] as string)) end += 1;
  const isClosed = end < text.length;
  return { phrase: text.slice(start + 1, end), isClosed, end: isClosed ? end + 1 : end };
}
