/** Ports between a popup and the page in a tab, as the browser carries messages over them. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type FakeSender, FROM_EXTENSION } from './messaging';

type Listener = (message: unknown) => void;

class FakeEvent {
  readonly #listeners = new Set<Listener>();
  addListener = (listener: Listener) => void this.#listeners.add(listener);
  removeListener = (listener: Listener) => void this.#listeners.delete(listener);
  hasListeners = () => this.#listeners.size > 0;

  /** Tells all listeners, later, as from another process. */
  tell(message: unknown): void {
    queueMicrotask(() => {
      for (const listener of [...this.#listeners]) listener(message);
    });
  }
}

class FakePort {
  readonly onMessage = new FakeEvent();
  readonly onDisconnect = new FakeEvent();
  readonly name: string;
  /** Who opened it, as the end that was connected to is told. */
  readonly sender: FakeSender;
  other: FakePort | null = null;
  /** Until this end has heard of the end, what it posts is lost without a word. */
  #isOpen = true;

  constructor(name: string, sender: FakeSender) {
    this.name = name;
    this.sender = sender;
    this.onDisconnect.addListener(() => {
      this.#isOpen = false;
    });
  }

  postMessage(message: unknown): void {
    if (!this.#isOpen) throw new Error('Attempting to use a disconnected port object');
    this.other?.onMessage.tell(structuredClone(message));
  }

  disconnect(): void {
    this.#isOpen = false;
    const { other } = this;
    this.other = null;
    if (!other) return;
    other.other = null;
    other.onDisconnect.tell(other);
  }
}

/** Has the fake browser connect popups to whoever listens. Returns the ends that pages got. */
export function fakePorts(sender = FROM_EXTENSION): FakePort[] {
  const onConnect = new FakeEvent();
  const pageEnds: FakePort[] = [];
  Object.assign(fakeBrowser.runtime, { onConnect });
  vi.spyOn(fakeBrowser.tabs, 'connect').mockImplementation(((_tab: number, info: FakePort) => {
    const [popup, page] = [new FakePort(info.name, sender), new FakePort(info.name, sender)];
    if (onConnect.hasListeners()) {
      popup.other = page;
      page.other = popup;
      pageEnds.push(page);
      onConnect.tell(page);
    } else {
      popup.onDisconnect.tell(popup); // nobody there
    }
    return popup;
  }) as never);
  return pageEnds;
}
