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
const SLOT = /\u0001([1-9])/g;

const templates = new Map<string, string>();

/** The browser is asked once for each text: a long listing needs some of them thousands of times. */
function templateOf(key: string): string {
  const known = templates.get(key);
  if (known !== undefined) return known;
  const text = browser.i18n.getMessage(key as MessageKey, SLOTS);
  templates.set(key, text);
  return text;
}

function fill(template: string, values: readonly (string | number)[]): string {
  if (values.length === 0) return template;
  return template.replace(SLOT, (_, digit) => String(values[Number(digit) - 1] ?? ''));
}

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
  const form = new Intl.PluralRules(language()).select(count);
  const template = templateOf(`${key}_${form}`) || templateOf(`${key}_other`);
  return fill(template, [formatNumber(count), ...values]);
}

export function formatNumber(value: number): string {
  return value.toLocaleString(language());
}

/** A day, from milliseconds or `YYYY-MM-DD`, as people write it. */
export function formatDate(date: number | string): string {
  // A day without time is UTC's by the standard; it must not become the day before west of it.
  const timeZone = typeof date === 'string' ? 'UTC' : undefined;
  const options = { dateStyle: 'medium', timeZone } as const;
  return new Intl.DateTimeFormat(language(), options).format(new Date(date));
}

/** The language that the texts are in, as a BCP 47 tag. */
export function language(): string {
  return templateOf('language') || 'en';
}
