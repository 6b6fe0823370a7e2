/** Which keys are ours: none while typing, none that the page answers, none with Ctrl, Alt or Meta. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenForKeys } from '@/lib/page/keyboard';
import { DEFAULT_KEYS, type KeyAction, keyActionOf, readKeys } from '@/lib/settings/keys';

const onKey = vi.fn<(action: KeyAction) => boolean>();
let stop: () => void;
let keys = DEFAULT_KEYS;

beforeEach(() => {
  keys = DEFAULT_KEYS;
  onKey.mockReset().mockReturnValue(true);
  stop = listenForKeys(window, () => keys, onKey);
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body) {
  const event = new KeyboardEvent('keydown', {
    ...{ key, bubbles: true, cancelable: true, composed: true },
    ...init,
  });
  target.dispatchEvent(event);
  return event;
}

function put<T extends Element>(html: string): T {
  document.body.innerHTML = html;
  return document.body.querySelector('.here') as T;
}

test('a key does what the settings say, and the page gets it no more', () => {
  expect(press('j').defaultPrevented).toBe(true);
  press('?', { shiftKey: true });
  press('U', { shiftKey: true });
  expect(onKey.mock.calls.flat()).toEqual(['next', 'help', 'redo']);
});

test('a key with nothing to do is left to the browser', () => {
  onKey.mockReturnValue(false);
  expect(press('/').defaultPrevented).toBe(false);
});

test('on a keyboard of another script, the key in the letter’s place counts', () => {
  press('о', { code: 'KeyJ' });
  press('Ы', { code: 'KeyU', shiftKey: true });
  press('j', { code: 'KeyC' }); // Dvorak: what is written on the key
  expect(onKey.mock.calls.flat()).toEqual(['next', 'redo', 'next']);
});

test('held down, only going on is repeated', () => {
  press('j', { repeat: true });
  press('x', { repeat: true });
  expect(onKey.mock.calls.flat()).toEqual(['next']);
});

test.each<[string, KeyboardEventInit]>([
  ['Ctrl', { ctrlKey: true }],
  ['Alt', { altKey: true }],
  ['Meta', { metaKey: true }],
  ['an unfinished composition', { isComposing: true }],
])('not with %s', (_, init) => {
  expect(press('s', init).defaultPrevented).toBe(false);
  expect(onKey).not.toHaveBeenCalled();
});

test('not when they are off, and none that was taken off', () => {
  keys = { ...DEFAULT_KEYS, isOn: false };
  press('j');
  keys = { ...DEFAULT_KEYS, keys: { ...DEFAULT_KEYS.keys, next: [] } };
  press('j');
  expect(onKey).not.toHaveBeenCalled();
});

test.each([
  '<input class="here">',
  '<input type="search" class="here">',
  '<textarea class="here"></textarea>',
  '<select class="here"></select>',
  '<div contenteditable class="here"></div>',
  '<div contenteditable="true"><b class="here">text</b></div>',
  '<div role="textbox" class="here"></div>',
  '<ul role="listbox"><li class="here"></li></ul>',
  '<div role="menu"><button class="here"></button></div>',
  '<x-closed class="here"></x-closed>',
])('not in %s', (html) => {
  press('s', {}, put(html));
  expect(onKey).not.toHaveBeenCalled();
});

test('not in a box within a shadow root', () => {
  const host = put<HTMLElement>('<div class="here"></div>');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<input>';
  press('s', {}, root.querySelector('input') as Element);
  expect(onKey).not.toHaveBeenCalled();
});

test.each(['<dialog open></dialog>', '<div role="dialog"></div>', '<div aria-modal="true"></div>'])(
  'not under %s',
  (html) => {
    put(html);
    press('s');
    expect(onKey).not.toHaveBeenCalled();
  },
);

describe('the page’s own shortcuts come first', () => {
  test.each<[string, EventTarget]>([
    ['the document', document],
    ['the window, though it listens from later on', window],
  ])('on %s', (_, place) => {
    const answer = (event: Event) => event.preventDefault();
    place.addEventListener('keydown', answer);
    press('/');
    place.removeEventListener('keydown', answer);
    expect(onKey).not.toHaveBeenCalled();
  });

  test('when it moves the keyboard into a box', () => {
    const box = put<HTMLInputElement>('<input class="here">');
    const answer = () => box.focus();
    document.addEventListener('keydown', answer);
    press('/');
    document.removeEventListener('keydown', answer);
    expect(onKey).not.toHaveBeenCalled();
  });
});

test('Enter on a link or a button is theirs; other keys are ours', () => {
  const link = put<HTMLElement>('<a href="#" class="here">a</a>');
  press('Enter', {}, link);
  expect(onKey).not.toHaveBeenCalled();
  press('s', {}, link);
  press('Enter');
  expect(onKey.mock.calls.flat()).toEqual(['star', 'open']);
});

test('nothing is heard once it is stopped', () => {
  stop();
  press('j');
  expect(onKey).not.toHaveBeenCalled();
});

describe('stored keys', () => {
  test('are taken as they are', () => {
    const stored = {
      ...DEFAULT_KEYS,
      isOn: false,
      keys: { ...DEFAULT_KEYS.keys, star: ['*', 'f'] },
    };
    expect(readKeys(structuredClone(stored))).toEqual(stored);
    expect(keyActionOf(readKeys(stored), 'f')).toBe('star');
    expect(keyActionOf(readKeys(stored), 's')).toBeNull();
  });

  test('of an action that was not there yet give way to what the user chose', () => {
    const { show: _, remove: __, ...older } = DEFAULT_KEYS.keys;
    const { keys } = readKeys({ version: 1, isOn: true, keys: { ...older, star: ['l'] } });
    expect(keys).toMatchObject({ star: ['l'], show: [], remove: ['Delete'] });
  });

  test.each([
    [undefined],
    [null],
    ['x'],
    [{ version: 2, isOn: false }],
    [{ version: 1, isOn: 'no', keys: { star: 's', next: ['Tab'], open: [' '], undo: [1] } }],
  ])('that cannot be read give way to the usual ones: %j', (stored) => {
    expect(readKeys(stored)).toEqual(DEFAULT_KEYS);
  });
});
