/**
 * Splits JSON into its parts without parsing them, so that a file of any size can be read in
 * slices.
 */

export interface JsonElement {
  /** From 1. */
  readonly place: number;
  readonly text: string;
  /** Whether the file ends within it. */
  readonly isCutOff: boolean;
}

/**
 * The texts of an array's elements, or of the only value if there is no array. Errors within an
 * element are left to its parser.
 */
export function* jsonElements(text: string): Generator<JsonElement> {
  let at = text.search(/\S/);
  if (at < 0) return;
  const isArray = text[at] === '[';
  if (isArray) at += 1;
  for (let place = 1; ; place += 1) {
    const from = at;
    at = isArray ? findElementEnd(text, from) : text.length;
    const isCutOff = at < 0;
    if (isCutOff) at = text.length;
    const element = text.slice(from, at).trim();
    if (element !== '') yield { place, text: element, isCutOff };
    if (text[at] !== ',') return;
    at += 1;
  }
}

export interface JsonMember {
  readonly name: string;
  /** The text of its value. */
  readonly text: string;
  /** Whether the file ends within it. */
  readonly isCutOff: boolean;
}

/** The members of a JSON object, with unparsed values; none for any other text. */
export function* jsonMembers(text: string): Generator<JsonMember> {
  let at = /^\s*\{/.exec(text)?.[0].length ?? 0;
  while (at > 0) {
    const name = /\s*"([^"\\]*)"\s*:/y;
    name.lastIndex = at;
    const found = name.exec(text);
    if (!found) return;
    const from = name.lastIndex;
    const end = findElementEnd(text, from);
    const isCutOff = end < 0;
    yield { name: found[1] ?? '', text: text.slice(from, isCutOff ? text.length : end), isCutOff };
    at = text[end] === ',' ? end + 1 : 0;
  }
}

/** The end of an element: a comma, or the end of the array; -1 if the file ends first. */
function findElementEnd(text: string, from: number): number {
  const mark = /["[\]{},]/g;
  mark.lastIndex = from;
  let depth = 0;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [char] = found;
    if (char === '"') {
      const end = findStringEnd(text, found.index);
      if (end < 0) return -1;
      mark.lastIndex = end + 1;
    } else if (char === '[' || char === '{') depth += 1;
    else if (char === ',') {
      if (depth === 0) return found.index;
    } else {
      if (depth === 0) return found.index;
      depth -= 1;
    }
  }
  return -1;
}

/** The end of the string that begins at `from`; -1 if it is unclosed. */
function findStringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}
