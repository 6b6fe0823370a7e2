/** What tests need of a running browser with the extension, whichever browser it is. */
import type { BrowserContext, Page, ViewportSize, Worker } from '@playwright/test';
import type { FakeNetwork } from '../../scripts/samples';

/** A place where a test's code runs with the rights of the extension. */
export type Inside = Pick<Worker, 'evaluate'>;

export interface Session {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** Opens one of the extension's pages, as `library.html#/rules`, in a new tab. */
  readonly open: (name: string, size?: ViewportSize) => Promise<Page>;
  /** Wakes the background where it sleeps. */
  readonly wakeWorker: () => Promise<Inside>;
  /** Stops the background as the browser may at any time; back when it is really gone. */
  readonly killWorker: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Start {
  readonly profileDir: string;
  readonly headless: boolean;
  /** Keeps pages for the back button alive, as a person's browser does and Playwright's does not. */
  readonly backForwardCache: boolean;
  /** What the browser's own interface speaks, as `de`; without it, what the machine does. */
  readonly language: string | null;
  /** Of the permissions that the extension asks for when they are needed, those that it has. */
  readonly granted: readonly string[];
  /** Pages that the extension may read as if its icon had been clicked on each (`activeTab`). */
  readonly clicked: readonly string[];
  /** Leaves the page open that Winnow opens when it is installed. */
  readonly keepsWelcome: boolean;
  /** The only net there is. */
  readonly net: FakeNetwork;
  /** Told of each error in a page or in the background. */
  readonly report: (where: string, text: string) => void;
}

/** Watches what is thrown and logged in the browser's pages. */
export function watchPages(context: BrowserContext, report: Start['report']): void {
  context.on('weberror', (event) => {
    report(event.page()?.url() ?? 'page', String(event.error()));
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' || message.worker()) return;
    const { url } = message.location();
    // What a page asked the net for in vain is in `net.unserved`.
    if (/^https?:/.test(url) && message.text().startsWith('Failed to load resource')) return;
    report(message.page()?.url() ?? url, message.text());
  });
}
