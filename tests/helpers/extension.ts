/**
 * Playwright's `test` for the built extension in a real browser: each test has a browser with a
 * fresh profile, cut off from the net, and fails on errors that nobody expected.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { FakeNetwork, pickSample, readSamples } from '../../scripts/samples';
import { openChromium } from './chromium-session';
import { openFirefox } from './firefox-session';
import type { Inside, Session, Start } from './session';

export { expect };

declare global {
  /** For callbacks of `evaluate`, which run in the extension. */
  const chrome: typeof import('wxt/browser').browser;
}

const samples = readSamples();

const OPEN = { chromium: openChromium, firefox: openFirefox };

/** A browser with the extension that can be closed and opened again on the same profile. */
class ExtensionBrowser {
  readonly net = new FakeNetwork(samples);
  /** Unexpected errors so far, in pages and in the background. */
  readonly errors: string[] = [];
  readonly expectedErrors: RegExp[] = [];
  readonly #kind: keyof typeof OPEN;
  readonly #start: Start;
  #session: Session | null = null;

  constructor(kind: keyof typeof OPEN, start: Omit<Start, 'net' | 'report'>) {
    this.#kind = kind;
    this.#start = { ...start, net: this.net, report: this.#report };
  }

  get session(): Session {
    if (!this.#session) throw new Error('The browser is closed.');
    return this.#session;
  }

  async open(): Promise<void> {
    this.#session = await OPEN[this.#kind](this.#start);
  }

  async close(): Promise<void> {
    await this.#session?.close();
    this.#session = null;
  }

  readonly #report = (where: string, text: string): void => {
    if (this.expectedErrors.some((expected) => expected.test(text))) return;
    this.errors.push(`${where}: ${text}`);
  };
}

export interface Options {
  /** In which browser. */
  kind: keyof typeof OPEN;
  /** See `Start`. Off unless a test asks for it. */
  backForwardCache: boolean;
  language: string | null;
  granted: readonly string[];
  clicked: readonly string[];
  keepsWelcome: boolean;
}

interface Fixtures {
  /** The browser under test; the fixtures below are what tests use. */
  extension: ExtensionBrowser;
  extensionId: string;
  /** The background, woken when it sleeps: a service worker in Chrome, a page in Firefox. */
  worker: () => Promise<Inside>;
  /** Stops the background as the browser may at any time; back when it is really gone. */
  killWorker: () => Promise<void>;
  /** Closes the browser and opens it on the same profile. The old `context` and `page` are dead. */
  relaunch: () => Promise<BrowserContext>;
  /** Opens the popup as a tab of the popup's size. */
  openPopup: () => Promise<Page>;
  /** Opens one of the extension's pages, as `library.html#/rules`, in a new tab. */
  openPage: (name: string) => Promise<Page>;
  /** Opens a sample page (tests/fixtures/pages) by its name in a new tab. */
  listing: (name: string) => Promise<Page>;
  /** The only net there is: `serve` more pages, look at what was `unserved`. */
  pages: FakeNetwork;
  /** Lets an error message pass that the test provokes. */
  expectError: (message: RegExp) => void;
}

/** Playwright's `test`, with the extension. */
export const test = base.extend<Options & Fixtures>({
  kind: ['chromium', { option: true }],
  backForwardCache: [false, { option: true }],
  language: [null, { option: true }],
  granted: [[], { option: true }],
  clicked: [[], { option: true }],
  keepsWelcome: [false, { option: true }],

  extension: async (
    { kind, headless, backForwardCache, language, granted, clicked, keepsWelcome },
    use,
  ) => {
    const profileDir = await mkdtemp(path.join(tmpdir(), 'winnow-profile-'));
    const extension = new ExtensionBrowser(kind, {
      ...{ profileDir, headless, backForwardCache, language, granted, clicked, keepsWelcome },
    });
    try {
      await extension.open();
      await use(extension);
    } finally {
      await extension.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    }
    expect(extension.errors, 'unexpected errors in pages or the background').toEqual([]);
  },
  context: async ({ extension }, use) => use(extension.session.context),
  extensionId: async ({ extension }, use) => use(extension.session.extensionId),
  worker: async ({ extension }, use) => use(() => extension.session.wakeWorker()),
  killWorker: async ({ extension }, use) =>
    use(() => {
      // What a worker is at when it is stopped, as the number on its icon at its start, ends so in Chromium.
      extension.expectedErrors.push(/^Winnow cannot show the number on its icon\. Error: No SW$/);
      return extension.session.killWorker();
    }),
  relaunch: async ({ extension }, use) =>
    use(async () => {
      await extension.close();
      await extension.open();
      return extension.session.context;
    }),
  openPage: async ({ extension }, use) => use((name) => extension.session.open(name)),
  openPopup: async ({ extension }, use) =>
    use(() => extension.session.open('popup.html', { width: 400, height: 600 })),
  listing: async ({ extension }, use) =>
    use(async (name) => {
      const { url, html } = pickSample(samples, name);
      extension.net.serve(url, html); // variants of a page stand at the same address
      const page = await extension.session.context.newPage();
      await page.goto(url);
      return page;
    }),
  pages: async ({ extension }, use) => use(extension.net),
  expectError: async ({ extension }, use) =>
    use((message) => {
      extension.expectedErrors.push(message);
    }),
});
