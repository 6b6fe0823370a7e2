/** Parses JSON; `undefined` if it is malformed, or nests too deep for the browser. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
