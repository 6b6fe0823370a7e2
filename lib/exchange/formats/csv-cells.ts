/** Cells of tables, so that spreadsheets take none for a formula, and lists within them. */

/** What spreadsheets begin a formula with: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** An apostrophe keeps a cell from being a formula; `unguard` takes it away again. */
export function guard(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

export function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/**
 * A list in one cell: `a; b`. A comma, which others have between the values of lists, has a backslash
 * before it, and a single value that looks like several has a semicolon after it.
 */
export function joinList(values: readonly string[]): string {
  const joined = values.map((value) => value.replace(/[\\;,]/g, '\\$&')).join('; ');
  return values.length === 1 && /\sand\s/i.test(joined) ? `${joined};` : joined;
}

/** The values of a list, as they stand in the cell: see `unescaped`. */
export function splitList(cell: string, separator: ';' | ',' = ';'): string[] {
  const values = cell.match(separator === ';' ? /(?:\\.|[^;])+/gs : /(?:\\.|[^,])+/gs) ?? [];
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

export function unescaped(value: string): string {
  return value.replace(/\\([\\;,])/g, '$1');
}
