/** Settings in files of the library. */
import type { SiteHost } from '@/lib/paper';
import type { StoredSetting } from './setting';
import * as settings from './settings';

type Saved = Pick<StoredSetting<unknown>, 'savedAs' | 'getValue' | 'replace'>;

const EXPORTED: Readonly<Record<string, Saved | Readonly<Record<SiteHost, Saved>>>> = settings;

/** Those that files carry, by the names that they have there. */
const SAVED: ReadonlyMap<string, Saved> = new Map(
  Object.values(EXPORTED)
    .flatMap((one) => ('savedAs' in one ? [one] : Object.values(one)))
    .flatMap((one) => (one.savedAs === null ? [] : [[one.savedAs, one]])),
);

/** Values by the names that settings have in files. */
type SettingValues = Readonly<Record<string, unknown>>;

/** All settings that files carry, as they are. */
export async function readSettings(): Promise<SettingValues> {
  const entries = [...SAVED].map(async ([name, { getValue }]) => [name, await getValue()] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Sets the settings that are as in `from` to what they are in `to`. Those changed since, and those
 * that cannot be read, stay as they are. Done twice it does no more than once.
 */
export async function turnSettings(from: SettingValues, to: SettingValues): Promise<void> {
  for (const [name, { replace }] of SAVED) {
    if (!Object.hasOwn(from, name) || !Object.hasOwn(to, name)) continue;
    await replace(from[name], to[name]);
  }
}
