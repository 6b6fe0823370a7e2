/** TeX as it stands in the fields of bibliographies, to text as people read it, and back. */
import { splitAtFormulas } from './tex';

/** Accents by their commands, as the characters that combine with the letter before. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ...([
    ['`', '\u0300'],
    ["'", '\u0301'],
    ['^', '\u0302'],
    ['~', '\u0303'],
    ['=', '\u0304'],
    ['u', '\u0306'],
    ['.', '\u0307'],
    ['"', '\u0308'],
    ['r', '\u030a'],
    ['H', '\u030b'],
    ['v', '\u030c'],
    ['d', '\u0323'],
    ['c', '\u0327'],
    ['k', '\u0328'],
    ['b', '\u0331'],
  ] as const),
]);

/** Commands that stand for characters. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', aa: 'å', AA: 'Å' },
    ...{ l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ' },
    ...{ ng: 'ŋ', NG: 'Ŋ', S: '§', P: '¶', dag: '†', ddag: '‡', copyright: '©', pounds: '£' },
    ...{ textregistered: '®', texttrademark: '™', texteuro: '€', euro: '€', textdegree: '°' },
    ...{ ldots: '…', dots: '…', textellipsis: '…', textendash: '–', textemdash: '—' },
    ...{ textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”' },
    ...{ textquotesingle: "'", textquotedbl: '"', guillemotleft: '«', guillemotright: '»' },
    ...{ textless: '<', textgreater: '>', textbar: '|', textbullet: '•', textmu: 'µ' },
    ...{ textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textunderscore: '_' },
    ...{ textbraceleft: '{', textbraceright: '}', textdollar: '$', textpercent: '%' },
    ...{ LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX', slash: '/', newline: ' ', par: ' ' },
  }),
);

/** Commands that only say how their text looks. */
const LOOKS = new Set([
  ...['emph', 'textbf', 'textit', 'texttt', 'textsc', 'textrm', 'textsf', 'textsl', 'textup'],
  ...['textmd', 'textnormal', 'text', 'mbox', 'hbox', 'url', 'em', 'bf', 'it', 'tt', 'sc', 'rm'],
  ...['sf', 'sl', 'itshape', 'bfseries', 'ttfamily', 'scshape', 'relax', 'protect', 'nocase'],
  ...['textsuperscript', 'textsubscript', 'underline', 'ensuremath'],
]);

/** Commands of one character that no text is left of, and those that are spaces. */
const SPACES = new Set([',', ';', ':', ' ', '\\', '\n', '\t', '\r']);
const NOTHINGS = new Set(['-', '/', '!', '@', '*']);

const TOKEN = new RegExp(
  [
    // An accent, and the letter that it is on: \"o \"{o} \'{\i} \c c
    String.raw`\\(?:(?<mark>[\x60'^"~=.])\s*|(?<named>[uvHrdckb])(?![a-zA-Z])\s*)(?:\{\s*(?<braced>\\[ij](?![a-zA-Z])|\p{L}\p{M}*)?\s*\}|(?<bare>\\[ij](?![a-zA-Z])|\p{L}\p{M}*))`,
    String.raw`\\(?<command>[a-zA-Z]+)(?<after>\s*\{\}|[ \t]+)?`,
    String.raw`\\(?<escaped>[^a-zA-Z])`,
    '(?<group>[{}])',
    '(?<tie>~)',
    '(?<dashes>---?)',
    "(?<quotes>``|'')",
  ].join('|'),
  'gu',
);

/**
 * What a field of a bibliography says. Formulas stay as they are, and so do commands that are not
 * known; braces that only keep words as they are written go. White space is not touched.
 */
export function decodeTex(tex: string): string {
  return /[\\{}~]|--|``|''/.test(tex) ? decodePieces(tex) : tex;
}

/**
 * A title or abstract without TeX outside of its formulas, for formats that know none. In a text with no
 * command in it signs such as `~` mean themselves, as in "~10 %".
 */
export function plainTex(text: string): string {
  return text.includes('\\') ? decodePieces(text) : text;
}

function decodePieces(tex: string): string {
  return splitAtFormulas(tex)
    .map(({ formula, start, end }) => {
      const piece = tex.slice(start, end);
      return formula === null ? decodePlain(piece) : piece;
    })
    .join('');
}

function decodePlain(text: string): string {
  return text.replace(TOKEN, (all, ...rest) => {
    const found = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const { command, escaped, group, tie, dashes } = found;
    if (command !== undefined) return decodeCommand(all, command, found.after ?? '');
    if (escaped !== undefined) {
      if (SPACES.has(escaped)) return ' ';
      return NOTHINGS.has(escaped) ? '' : escaped;
    }
    if (group !== undefined) return '';
    if (tie !== undefined) return ' ';
    if (dashes !== undefined) return dashes.length === 3 ? '—' : '–';
    if (found.quotes !== undefined) return found.quotes === '``' ? '“' : '”';
    return decodeAccent(found);
  });
}

function decodeAccent(found: Readonly<Record<string, string | undefined>>): string {
  const mark = found.mark ?? found.named ?? '';
  const letter = (found.braced ?? found.bare ?? '').replace(/^\\/, ''); // \i is i without its dot
  if (letter === '') return mark;
  return `${letter}${ACCENTS.get(mark) ?? ''}`.normalize('NFC');
}

function decodeCommand(all: string, command: string, after: string): string {
  const symbol = SYMBOLS.get(command);
  if (symbol !== undefined) return symbol;
  return LOOKS.has(command)
    ? ''
    : all.slice(0, all.length - after.length) + after.replace('{}', '');
}

/** What TeX takes for something else than text, wherever it stands. */
const SPECIAL: Readonly<Record<string, string>> = {
  ...{ '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_', $: '\\$' },
  ...{ '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' },
};

/** Also taken for something else, where the text is no TeX of its own. */
const SPECIAL_IN_PLAIN: Readonly<Record<string, string>> = {
  ...SPECIAL,
  ...{ '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}' },
};

/**
 * A text that authors wrote, for a field: its TeX is kept, and what TeX would take for something
 * else is escaped. Where its braces do not match it cannot be TeX, and is written as plain text.
 */
export function encodeTex(text: string): string {
  if (!isBalanced(text)) return encodePlain(text);
  return piecesOf(text, (plain) =>
    plain.replace(/\\[\s\S]|[&%#_$~^]/g, (one) => SPECIAL[one] ?? one),
  );
}

/** A text that is no TeX, such as a note: `decodeTex` gives it back to the letter. */
export function encodePlain(text: string): string {
  return piecesOf(text, (plain) =>
    plain
      .replace(/[\\{}&%#_$~^]/g, (one) => SPECIAL_IN_PLAIN[one] ?? one)
      .replace(/-(?=-)|`(?=`)|'(?=')/g, '$&{}'),
  );
}

function piecesOf(text: string, encode: (plain: string) => string): string {
  return splitAtFormulas(text)
    .map(({ formula, start, end }) => {
      const piece = text.slice(start, end);
      return formula !== null && isWhole(piece) ? piece : encode(piece);
    })
    .join('');
}

/**
 * What of a formula TeX, or a program that reads BibTeX, would stop at: nothing to raise or lower,
 * a command without its argument, a comment, a parameter.
 */
const UNFINISHED = new RegExp(
  [
    String.raw`[_^]\s*(?:[_^}$]|\\[)\]])`,
    String.raw`\\(?:emph|mbox|text[a-zA-Z]*)(?![a-zA-Z]|\s*\{)`,
    String.raw`\\(?:math[a-zA-Z]+|operatorname|sqrt|[dt]?frac|hat|bar|tilde|vec|overline|underline|boldsymbol)\s*(?:[}$]|\\[)\]])`,
    '[%#]',
  ].join('|'),
);

/** Whether TeX could read a formula: prices such as "$5_$5" only look like one. */
function isWhole(formula: string): boolean {
  return isBalanced(formula) && !UNFINISHED.test(formula.replace(/\\[_^%#]/g, ''));
}

/** BibTeX counts all braces, other programs leave out those behind a backslash: both must come out. */
function isBalanced(text: string): boolean {
  return countsOut(text) && countsOut(text.replace(/\\[\s\S]/g, '')) && !/\\$/.test(text);
}

function countsOut(text: string): boolean {
  let depth = 0;
  for (const brace of text.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Keeps styles from writing the capitals within words and formulas small: `{BERT}`. */
export function protectCapitals(tex: string): string {
  return splitAtFormulas(tex)
    .map(({ formula, start, end }) => {
      const piece = tex.slice(start, end);
      if (formula !== null) return /\p{Lu}/u.test(formula) ? `{${piece}}` : piece;
      return piece.replace(/\\[a-zA-Z]+|\\[\s\S]|\{[^{}]*\}|[\p{L}\p{M}\p{N}]+/gu, (word) =>
        /^[\p{L}\p{N}].*\p{Lu}/u.test(word) ? `{${word}}` : word,
      );
    })
    .join('');
}
