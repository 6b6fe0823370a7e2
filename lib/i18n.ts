/**
 * Translated texts. All of them are in `public/_locales`, English being the source; the browser
 * picks the language: https://developer.chrome.com/docs/extensions/reference/api/i18n
 */
import { browser } from 'wxt/browser';
import type messages from '@/public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
/** The keys of texts that depend on a number, without `_other`. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Name}_other`
    ? Name
    : never
  : never;

/** Stand in for `$1` to `$9` in cached texts. No page and no user can type this character. */
const PLACEHOLDERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => `\u0001${digit}`);
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is why it was chosen
const PLACEHOLDER = /\u0001([1-9])/;

/** Literal text and placeholder digits, alternating. */
type Template = readonly string[];

/** Created once: constructing one takes longer than formatting a hundred texts. */
let pluralRules: Intl.PluralRules | undefined;
let numberFormat: Intl.NumberFormat | undefined;
const dateFormats = new Map<string, Intl.DateTimeFormat>();

type Texts = Readonly<Record<string, { readonly message: string } | undefined>>;

/** The texts in a worker, which has no `browser.i18n`. */
let workerTexts: Texts | undefined;

const templates = new Map<string, Template>();

/** Asks the browser only once per text: a long listing needs some texts thousands of times. */
function templateOf(key: string): Template {
  const known = templates.get(key);
  if (known) return known;
  const template = textOf(key).split(PLACEHOLDER);
  templates.set(key, template);
  return template;
}

function textOf(key: string): string {
  if (typeof document === 'undefined' && !browser?.i18n) return textInWorker(key);
  try {
    return browser.i18n.getMessage(key as MessageKey, PLACEHOLDERS);
  } catch (error) {
    // In a page that the extension has left behind, texts that were not asked for before are gone.
    if (browser?.runtime?.id) throw error;
    return '';
  }
}

function textInWorker(key: string): string {
  workerTexts ??= readTexts(self.name || 'en');
  return (workerTexts[key]?.message ?? '').replace(
    /\$([1-9])/g,
    (_, digit) => PLACEHOLDERS[digit - 1] ?? '',
  );
}

/** A worker is named after its language: see `language`. */
function readTexts(name: string): Texts {
  const request = new XMLHttpRequest(); // synchronous: workers may block
  request.open('GET', new URL(`/_locales/${name}/messages.json`, location.origin), false);
  request.send();
  return JSON.parse(request.responseText) as Texts;
}

function fill(template: Template, values: readonly (string | number)[]): string {
  let text = template[0] ?? '';
  for (let i = 1; i < template.length; i += 2) {
    const given = values[Number(template[i]) - 1] ?? '';
    const value = typeof given === 'number' ? formatNumber(given) : given;
    const mustIsolate = OPENING_QUOTE.test(text) && RIGHT_TO_LEFT.test(value);
    text += `${mustIsolate ? `\u2068${value}\u2069` : value}${template[i + 1]}`;
  }
  return text;
}

/** A quoted value is isolated if its direction would reorder the quotes and the text after them. */
const OPENING_QUOTE = /[“„]$/;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The text for a key, with `$1`, `$2`… replaced by the values; numbers are formatted. */
export function t(key: MessageKey, ...values: readonly (string | number)[]): string {
  return fill(templateOf(key), values);
}

/**
 * A text that depends on a number: `$1` is the number; `$2`… are the values, as in `t`. Each language
 * has one text per plural form, `<key>_one`, `<key>_other` and so on:
 * https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export function plural(
  key: PluralKey,
  count: number,
  ...values: readonly (string | number)[]
): string {
  pluralRules ??= new Intl.PluralRules(language());
  const allValues = [count, ...values];
  const text = fill(templateOf(`${key}_${pluralRules.select(count)}`), allValues);
  return text || fill(templateOf(`${key}_other`), allValues);
}

/** A number with the separators of the language. */
export function formatNumber(value: number): string {
  numberFormat ??= new Intl.NumberFormat(language());
  return numberFormat.format(value);
}

const DAY_STYLE: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
/** The precision of a date, by the length of its text: `2026`, `2026-11`. */
const DATE_STYLES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
};

/** Formats a date given in milliseconds or as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export function formatDate(date: number | string): string {
  // The standard reads a day without time as UTC; in the local zone it could become the day before.
  const timeZone = typeof date === 'string' ? 'UTC' : undefined;
  const length = String(date).length;
  const name = `${length} ${timeZone}`;
  let format = dateFormats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(language(), {
      ...(DATE_STYLES[length] ?? DAY_STYLE),
      timeZone,
    });
    dateFormats.set(name, format);
  }
  return format.format(new Date(date));
}

/** Formats a date and time given in milliseconds. */
export function formatMoment(at: number): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(language(), style).format(at);
}

/** Declares the language of one of our own pages, for screen readers and hyphenation. */
export function setDocumentLanguage(root: HTMLElement): void {
  root.lang = language();
}

/** The language of the texts, as a BCP 47 tag. */
export function language(): string {
  return t('language') || 'en';
}
