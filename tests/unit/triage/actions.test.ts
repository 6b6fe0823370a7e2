/** The table of actions: nothing in it may lack a name, a key or a place where it is told of. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_KEYS, KEY_ACTIONS, type KeySettings } from '@/lib/settings/keys';
import { actionOfKey, keysOf } from '@/lib/triage/action-keys';
import {
  ACTIONS,
  type Action,
  actionsIn,
  isIn,
  isMovement,
  isOfList,
  nameOf,
  type Place,
} from '@/lib/triage/actions';

const PLACES: readonly Place[] = ['page', 'popup', 'library'];
const EACH = PLACES.flatMap((place) => actionsIn(place).map((action) => [action, place] as const));

const withKeys = (keys: Partial<KeySettings['keys']>): KeySettings => ({
  ...DEFAULT_KEYS,
  keys: { ...DEFAULT_KEYS.keys, ...keys },
});

describe.each(EACH)('%s (%s)', (action, place) => {
  test('has a name and a key', () => {
    expect(nameOf(action, place)).not.toBe('');
    expect(keysOf(DEFAULT_KEYS, place, action)).not.toEqual([]);
  });

  test('is what its keys do', () => {
    for (const key of keysOf(DEFAULT_KEYS, place, action)) {
      expect(actionOfKey(DEFAULT_KEYS, place, key)).toBe(action);
    }
  });
});

test.each(PLACES)('no two actions of a place have the same name: %s', (place) => {
  const names = actionsIn(place).map((action) => nameOf(action, place));
  expect(new Set(names).size).toBe(names.length);
});

test('every action is somewhere, and every action with keys is in the table', () => {
  const actions = Object.keys(ACTIONS) as Action[];
  expect(actions.filter((action) => !PLACES.some((place) => isIn(action, place)))).toEqual([]);
  expect(KEY_ACTIONS.filter((action) => !actions.includes(action))).toEqual([]);
});

test('keys that belong to lists do nothing on a page', () => {
  expect(actionOfKey(DEFAULT_KEYS, 'page', 'ArrowDown')).toBeNull();
  expect(actionOfKey(DEFAULT_KEYS, 'page', 'Delete')).toBeNull();
  expect(keysOf(DEFAULT_KEYS, 'page', 'next')).toEqual(['j']);
  expect(keysOf(DEFAULT_KEYS, 'popup', 'next')).toEqual(['j', 'ArrowDown']);
});

test('a key can do one thing in the popup and another in the library', () => {
  expect(actionOfKey(DEFAULT_KEYS, 'popup', ' ')).toBe('unfold');
  expect(actionOfKey(DEFAULT_KEYS, 'library', ' ')).toBe('select');
  expect(keysOf(DEFAULT_KEYS, 'library', 'unfold')).toEqual(['a']);
});

test.each(PLACES)('a key that the user chose does so, and only that: %s', (place) => {
  const settings = withKeys({ star: ['f'], next: [] });
  expect(actionOfKey(settings, place, 'f')).toBe('star');
  expect(actionOfKey(settings, place, 's')).toBeNull();
  expect(keysOf(settings, place, 'star')).toEqual(['f']);
  expect(keysOf(settings, place, 'next')).toEqual(place === 'page' ? [] : ['ArrowDown']);
});

test('the user’s choice comes before what keys do in lists by custom', () => {
  const settings = withKeys({ star: ['ArrowDown'] });
  expect(actionOfKey(settings, 'popup', 'ArrowDown')).toBe('star');
  expect(keysOf(settings, 'popup', 'next')).toEqual(['j']);
});

test('keys that are off on pages are still on in lists', () => {
  const settings = { ...DEFAULT_KEYS, isOn: false };
  expect(keysOf(settings, 'page', 'star')).toEqual([]);
  expect(keysOf(settings, 'library', 'star')).toEqual(['s']);
});

test('a list is told which actions are its own', () => {
  const others = actionsIn('popup').filter((action) => !isOfList<'popup'>(action));
  expect(others).toEqual(['filter', 'thisPage', 'readingList', 'undo', 'redo', 'help']);
  expect(actionsIn('library').filter(isMovement)).toHaveLength(6);
});
