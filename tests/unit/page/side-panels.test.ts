import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSidePanels } from '@/lib/page/side-panels';

const onChange = vi.fn<(isOpen: boolean) => void>();
const changes = () => onChange.mock.calls.map(([isOpen]) => isOpen);
let isVisible = true;
let stopping: AbortController;
let take: ReturnType<typeof watchSidePanels>;

beforeEach(() => {
  vi.useFakeTimers();
  onChange.mockReset();
  isVisible = true;
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    isVisible ? 'visible' : 'hidden',
  );
  stopping = new AbortController();
  take = watchSidePanels(document, onChange, stopping.signal);
});

afterEach(() => {
  stopping.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Connects a side panel; returns how it goes away. */
function connect(): () => void {
  let leave = () => {};
  const onDisconnect = {
    addListener: (listener: () => void) => {
      leave = listener;
    },
  };
  take({ onDisconnect } as unknown as Parameters<typeof take>[0]);
  return leave;
}

function turnTo(visible: boolean): void {
  isVisible = visible;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('the first that connects is told, and when the last is gone', () => {
  const [one, two] = [connect(), connect()];
  expect(changes()).toEqual([true]);
  one();
  vi.runAllTimers();
  expect(changes()).toEqual([true]);
  two();
  vi.runAllTimers();
  expect(changes()).toEqual([true, false]);
  connect();
  expect(changes()).toEqual([true, false, true]);
});

test('turning to another tab and back changes nothing', () => {
  const leave = connect();
  turnTo(false);
  leave();
  vi.advanceTimersByTime(60_000);
  turnTo(true);
  vi.advanceTimersByTime(100);
  connect();
  vi.runAllTimers();
  expect(changes()).toEqual([true]);
});

test('one that was closed meanwhile does not come back', () => {
  const leave = connect();
  turnTo(false);
  leave();
  turnTo(true);
  vi.runAllTimers();
  expect(changes()).toEqual([true, false]);
});

test('after the page was left nothing is told', () => {
  const leave = connect();
  stopping.abort();
  leave();
  vi.runAllTimers();
  expect(changes()).toEqual([true]);
});
