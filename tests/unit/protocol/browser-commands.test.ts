// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BROWSER_COMMANDS, manifestCommands } from '@/lib/protocol/browser-commands';
import en from '@/public/_locales/en/messages.json';

/** What systems and browsers have themselves with Alt and Shift, by letter. */
const CHROME = 'ABCINPRTWXZ';
const CHROME_OS = `${CHROME}LMSV`;
const FIREFOX_ON_DOCUMENTS = 'EFHIOTV';

const keysOn = (isFirefox: boolean, system: 'default' | 'mac' | 'chromeos') =>
  Object.values(manifestCommands(isFirefox)).map(
    ({ suggested_key: keys }) => ({ chromeos: keys.default, ...keys })[system],
  );
const lettersOf = (keys: readonly string[]) => keys.map((key) => key.at(-1) ?? '');

describe.each([
  ['Chrome', keysOn(false, 'default'), CHROME],
  ['Chrome OS', keysOn(false, 'chromeos'), CHROME_OS],
  ['Firefox', keysOn(true, 'default'), FIREFOX_ON_DOCUMENTS],
])('%s', (_, keys, taken) => {
  test('has none of the suggested keys itself, and binds no more than four', () => {
    expect(lettersOf(keys).filter((letter) => taken.includes(letter))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeLessThanOrEqual(4);
    for (const key of keys) expect(key).toMatch(/^Alt\+Shift\+[A-Z]$/);
  });
});

test('on a Mac no key that types a letter is taken', () => {
  for (const key of keysOn(false, 'mac')) expect(key).toMatch(/^MacCtrl\+Shift\+[A-Z]$/);
});

test('Firefox, which refuses systems that it does not know, is told of none', () => {
  for (const { suggested_key: keys } of Object.values(manifestCommands(true))) {
    expect(Object.keys(keys)).toEqual(['default', 'mac']);
  }
});

test('the README names the keys that are suggested', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const key of keysOn(false, 'default')) expect(readme).toContain(key);
  const told = new Set(readme.match(/Alt\+Shift\+\w/g));
  expect([...told].sort()).toEqual(keysOn(false, 'default').sort());
});

test('each command says what it does', () => {
  for (const { text } of Object.values(BROWSER_COMMANDS)) expect(en[text].message).not.toBe('');
});
