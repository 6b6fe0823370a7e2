/**
 * What people read, in their language: every text of ours stands in `public/_locales`, English first.
 * The browser picks the language: https://developer.chrome.com/docs/extensions/reference/api/i18n
 */
import { browser } from 'wxt/browser';
import type messages from '@/public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
/** What stands before `_other` in the name of a text that depends on a number. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Name}_other`
    ? Name
    : never
  : never;

/** Stand for `$1` to `$9` in a text that is kept; no page and no user can write this character. */
const SLOTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => `\u0001${digit}`);
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is why it was chosen
const SLOT = /\u0001([1-9])/;

/** What stands between the places to fill, and the digits of those, by turns. */
type Template = readonly string[];

/** Made once: each takes longer than a hundred texts. */
let pluralRules: Intl.PluralRules | undefined;
let numberFormat: Intl.NumberFormat | undefined;
const dateFormats = new Map<string, Intl.DateTimeFormat>();

type Texts = Readonly<Record<string, { readonly message: string } | undefined>>;

/** Those of a worker. */
let texts: Texts | undefined;

const templates = new Map<string, Template>();

/** The browser is asked once for each text: a long listing needs some of them thousands of times. */
function templateOf(key: string): Template {
  const known = templates.get(key);
  if (known) return known;
  const template = textOf(key).split(SLOT);
  templates.set(key, template);
  return template;
}

function textOf(key: string): string {
  const i18n = browser?.i18n; // not there in workers
  if (i18n) return i18n.getMessage(key as MessageKey, SLOTS);
  texts ??= readTexts(self.name || 'en');
  return (texts[key]?.message ?? '').replace(/\$([1-9])/g, (_, digit) => SLOTS[digit - 1] ?? '');
}

/** A worker bears the name of the language that it is to speak: see `language`. */
function readTexts(name: string): Texts {
  const request = new XMLHttpRequest(); // a worker may wait, and there is no other way to read at once
  request.open('GET', new URL(`/_locales/${name}/messages.json`, location.origin), false);
  request.send();
  return JSON.parse(request.responseText) as Texts;
}

function fill(template: Template, values: readonly (string | number)[]): string {
  let text = template[0] ?? '';
  for (let i = 1; i < template.length; i += 2) {
    const value = values[Number(template[i]) - 1] ?? '';
    const isTurning = OPENING_QUOTE.test(text) && RIGHT_TO_LEFT.test(String(value));
    text += `${isTurning ? `\u2068${value}\u2069` : value}${template[i + 1]}`;
  }
  return text;
}

/** What is quoted is isolated where it would turn around the quotes and what follows them. */
const OPENING_QUOTE = /[“„]$/;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A text, its `$1`, `$2`… filled with these values as they are. */
export function t(key: MessageKey, ...values: readonly (string | number)[]): string {
  return fill(templateOf(key), values);
}

/**
 * A text about so many things: `$1` is the number, written as people write it, `$2`… the values.
 * Each language has a text for every form that it has: `<key>_one`, `<key>_other` and so on,
 * https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export function plural(
  key: PluralKey,
  count: number,
  ...values: readonly (string | number)[]
): string {
  pluralRules ??= new Intl.PluralRules(language());
  const filling = [formatNumber(count), ...values];
  const text = fill(templateOf(`${key}_${pluralRules.select(count)}`), filling);
  return text || fill(templateOf(`${key}_other`), filling);
}

export function formatNumber(value: number): string {
  numberFormat ??= new Intl.NumberFormat(language());
  return numberFormat.format(value);
}

const DAY: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
/** How much of a day is known, by the length of its text: `2026`, `2026-11`. */
const DATE_STYLES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
};

/** A day, from milliseconds or `YYYY-MM-DD`, as people write it; also a month or a year alone. */
export function formatDate(date: number | string): string {
  // A day without time is UTC's by the standard; it must not become the day before west of it.
  const timeZone = typeof date === 'string' ? 'UTC' : undefined;
  const length = String(date).length;
  const name = `${length} ${timeZone}`;
  let format = dateFormats.get(name);
  if (!format) {
    format = new Intl.DateTimeFormat(language(), { ...(DATE_STYLES[length] ?? DAY), timeZone });
    dateFormats.set(name, format);
  }
  return format.format(new Date(date));
}

/** A day and the time of the day, from milliseconds, as people write it. */
export function formatMoment(at: number): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(language(), style).format(at);
}

/** Says on one of our own pages which language it is in: to screen readers, and for hyphenation. */
export function sayLanguage(root: HTMLElement): void {
  root.lang = language();
}

/** The language that the texts are in, as a BCP 47 tag. */
export function language(): string {
  return t('language') || 'en';
}
