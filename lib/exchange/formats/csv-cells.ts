/** Encodes cells so that spreadsheets take none for a formula, and lists within cells. */

/** How formulas begin in spreadsheets: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Prefixes a cell that looks like a formula with an apostrophe; `unescapeFormula` removes it. */
export function escapeFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Reverses `escapeFormula`. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/**
 * Joins a list into one cell: `a; b`. Commas, which separate values elsewhere, are escaped with a
 * backslash, and a single value that looks like a list gets a trailing semicolon.
 */
export function joinList(values: readonly string[]): string {
  const joined = values.map((value) => value.replace(/[\\;,]/g, '\\$&')).join('; ');
  return values.length === 1 && /\sand\s/i.test(joined) ? `${joined};` : joined;
}

/** Splits a cell into the values of its list, still escaped: see `unescapeListItem`. */
export function splitList(cell: string, separator: ';' | ',' = ';'): string[] {
  const values = cell.match(separator === ';' ? /(?:\\.|[^;])+/gs : /(?:\\.|[^,])+/gs) ?? [];
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** Removes the backslashes from a value of `splitList`. */
export function unescapeListItem(value: string): string {
  return value.replace(/\\([\\;,])/g, '$1');
}
