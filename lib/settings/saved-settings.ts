/** Settings in a file: all that the user chose, each checked by itself where it comes back. */
import * as v from 'valibot';
import { LIMITS } from '@/lib/protocol/limits';
import { isEqualJson } from '@/lib/util/is-equal-json';
import { readKeys } from './keys';
import {
  backupReminder,
  badge,
  fetchAbstracts,
  lookUpImports,
  notDuplicates,
  pageKeys,
  panelPlaces,
  recentTags,
  showings,
  theme,
} from './settings';
import type { SHOW_ALL } from './showing';

const place = v.object({
  corner: v.picklist(['bottom-right', 'bottom-left', 'top-left', 'top-right']),
  isCollapsed: v.boolean(),
});
const showing = v.object({
  hidesRest: v.boolean(),
  dismissed: v.boolean(),
  seen: v.boolean(),
  cross: v.boolean(),
  replaced: v.boolean(),
} satisfies Record<keyof typeof SHOW_ALL, unknown>);
const texts = v.pipe(v.array(v.pipe(v.string(), v.maxLength(LIMITS.title))), v.maxLength(10_000));

interface Kept<T> {
  readonly item: {
    readonly getValue: () => Promise<T>;
    readonly setValue: (value: T) => Promise<void>;
  };
  readonly schema: v.GenericSchema<unknown, T>;
}
const kept = <T>(item: Kept<T>['item'], schema: v.GenericSchema<unknown, T>) =>
  ({ item, schema }) as Kept<unknown>;

const isOfVersion1 = (keys: unknown) => v.is(v.object({ version: v.literal(1) }), keys);

/** By the names that they have in files. */
const SETTINGS: Readonly<Record<string, Kept<unknown>>> = {
  theme: kept(theme, v.picklist(['auto', 'light', 'dark'])),
  badge: kept(badge, v.picklist(['none', 'unread', 'page'])),
  fetchAbstracts: kept(fetchAbstracts, v.boolean()),
  lookUpImports: kept(lookUpImports, v.boolean()),
  backupReminder: kept(backupReminder, v.boolean()),
  panelOnArxiv: kept(panelPlaces.arxiv, place),
  panelOnHuggingFace: kept(panelPlaces.huggingface, place),
  showingOnArxiv: kept(showings.arxiv, showing),
  showingOnHuggingFace: kept(showings.huggingface, showing),
  pageKeys: kept(pageKeys, v.pipe(v.unknown(), v.check(isOfVersion1), v.transform(readKeys))),
  notDuplicates: kept(notDuplicates, texts),
  recentTags: kept(recentTags, texts),
};

/** All settings as they are, for a file. */
export async function readSettings(): Promise<Settings> {
  const entries = Object.entries(SETTINGS).map(
    async ([name, { item }]) => [name, await item.getValue()] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

type Settings = Readonly<Record<string, unknown>>;

/**
 * Turns those settings that are as in `from` into those of `to`; what was changed since, and what
 * cannot be read, stays as it is. Done twice it does no more than once.
 */
export async function turnSettings(from: Settings, to: Settings): Promise<void> {
  for (const [name, { item, schema }] of Object.entries(SETTINGS)) {
    const valueIn = (settings: Settings) =>
      Object.hasOwn(settings, name) ? v.safeParse(schema, settings[name]) : null;
    const [before, after] = [valueIn(from), valueIn(to)];
    if (!before?.success || !after?.success) continue;
    const now = v.safeParse(schema, await item.getValue()); // with the same order of keys
    if (now.success && isEqualJson(now.output, before.output)) await item.setValue(after.output);
  }
}
