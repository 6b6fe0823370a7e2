/** Converts between TeX in bibliography fields and plain text. */
import { splitAtFormulas } from './formulas';

/** Accent commands, as combining characters. */
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

/** Commands for single characters. */
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

/** Commands that only affect appearance. */
const STYLE_COMMANDS = new Set([
  ...['emph', 'textbf', 'textit', 'texttt', 'textsc', 'textrm', 'textsf', 'textsl', 'textup'],
  ...['textmd', 'textnormal', 'text', 'mbox', 'hbox', 'url', 'em', 'bf', 'it', 'tt', 'sc', 'rm'],
  ...['sf', 'sl', 'itshape', 'bfseries', 'ttfamily', 'scshape', 'relax', 'protect', 'nocase'],
  ...['textsuperscript', 'textsubscript', 'underline', 'ensuremath'],
]);

/** One-character commands for a space, and those that print nothing. */
const SPACE_COMMANDS = new Set([',', ';', ':', ' ', '\\', '\n', '\t', '\r']);
const EMPTY_COMMANDS = new Set(['-', '/', '!', '@', '*']);

const TOKEN = new RegExp(
  [
    // an accent and its letter: \"o \"{o} \'{\i} \c c
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
 * The text of a bibliography field. Formulas and unknown commands stay as they are, grouping braces
 * are removed, and white space is untouched.
 */
export function decodeTex(tex: string): string {
  return /[\\{}~]|--|``|''/.test(tex) ? decodeOutsideFormulas(tex) : tex;
}

/**
 * A title or abstract without TeX outside its formulas, for formats that have no TeX. If the text
 * contains no command, characters such as `~` are literal, as in "~10 %".
 */
export function plainTex(text: string): string {
  return text.includes('\\') ? decodeOutsideFormulas(text) : text;
}

function decodeOutsideFormulas(tex: string): string {
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
      if (SPACE_COMMANDS.has(escaped)) return ' ';
      return EMPTY_COMMANDS.has(escaped) ? '' : escaped;
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
  const letter = (found.braced ?? found.bare ?? '').replace(/^\\/, ''); // \i is a dotless i
  if (letter === '') return mark;
  return `${letter}${ACCENTS.get(mark) ?? ''}`.normalize('NFC');
}

function decodeCommand(all: string, command: string, after: string): string {
  const symbol = SYMBOLS.get(command);
  if (symbol !== undefined) return symbol;
  return STYLE_COMMANDS.has(command)
    ? ''
    : all.slice(0, all.length - after.length) + after.replace('{}', '');
}

/** Characters special to TeX anywhere. */
const SPECIAL: Readonly<Record<string, string>> = {
  ...{ '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_', $: '\\$' },
  ...{ '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' },
};

/** Also special in text that contains no TeX of its own. */
const SPECIAL_IN_PLAIN: Readonly<Record<string, string>> = {
  ...SPECIAL,
  ...{ '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}' },
};

/**
 * Encodes a text by a paper's authors: keeps its TeX and escapes characters special to TeX. If its
 * braces do not balance it cannot be TeX, and is encoded as plain text.
 */
export function encodeTex(text: string): string {
  if (!isBalanced(text)) return encodePlain(text);
  return encodeOutsideFormulas(text, (plain) =>
    plain.replace(/\\[\s\S]|[&%#_$~^]/g, (one) => SPECIAL[one] ?? one),
  );
}

/** Encodes a text without TeX, such as a note; `decodeTex` restores it exactly. */
export function encodePlain(text: string): string {
  return encodeOutsideFormulas(text, (plain) =>
    plain
      .replace(/[\\{}&%#_$~^]/g, (one) => SPECIAL_IN_PLAIN[one] ?? one)
      .replace(/-(?=-)|`(?=`)|'(?=')/g, '$&{}'),
  );
}

function encodeOutsideFormulas(text: string, encode: (plain: string) => string): string {
  return splitAtFormulas(text)
    .map(({ formula, start, end }) => {
      const piece = text.slice(start, end);
      return formula !== null && isValidFormula(piece) ? piece : encode(piece);
    })
    .join('');
}

/**
 * What makes TeX or a BibTeX parser fail inside a formula: an empty subscript or superscript, a
 * command without its argument, a comment, a parameter.
 */
const INVALID_IN_FORMULA = new RegExp(
  [
    String.raw`[_^]\s*(?:[_^}$]|\\[)\]])`,
    String.raw`\\(?:emph|mbox|text[a-zA-Z]*)(?![a-zA-Z]|\s*\{)`,
    String.raw`\\(?:math[a-zA-Z]+|operatorname|sqrt|[dt]?frac|hat|bar|tilde|vec|overline|underline|boldsymbol)\s*(?:[}$]|\\[)\]])`,
    '[%#]',
  ].join('|'),
);

/** Whether TeX can read a formula: prices such as "$5_$5" only look like one. */
function isValidFormula(formula: string): boolean {
  return isBalanced(formula) && !INVALID_IN_FORMULA.test(formula.replace(/\\[_^%#]/g, ''));
}

/** BibTeX counts all braces, other programs skip escaped ones: both must balance. */
function isBalanced(text: string): boolean {
  return (
    hasMatchingBraces(text) && hasMatchingBraces(text.replace(/\\[\s\S]/g, '')) && !/\\$/.test(text)
  );
}

function hasMatchingBraces(text: string): boolean {
  let depth = 0;
  for (const brace of text.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Wraps words and formulas with inner capitals in braces, `{BERT}`, so that citation styles keep
 * their case.
 */
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
