/**
 * Playwright's `test` for the built extension in a real browser: each test has a browser with a
 * fresh profile, cut off from the net, and fails on errors that nobody expected.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type BrowserContext,
  test as base,
  type CDPSession,
  expect,
  type Page,
  type Worker,
} from '@playwright/test';
import { ensureBrowser } from '../../scripts/browser';
import { BUILT_EXTENSION, launch, NO_NETWORK } from '../../scripts/launch';
import { FakeNet, pickSample, readSamples } from '../../scripts/samples';

export { expect };

declare global {
  /** For callbacks of `evaluate`, which run in the extension. */
  const chrome: typeof import('wxt/browser').browser;
}

const samples = readSamples();

interface Session {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly worker: Worker;
  /** Watches and wakes the service worker, through the tab that the browser starts with. */
  readonly workerControl: CDPSession;
}

interface Start {
  readonly headless: boolean;
  /** Keeps pages for the back button alive, as a person's browser does and Playwright's does not. */
  readonly backForwardCache: boolean;
  /** What the browser's own interface speaks, as `de`; without it, what the machine does. */
  readonly language: string | null;
  /** Of the permissions that the extension asks for when they are needed, those that it has. */
  readonly granted: readonly string[];
}

/**
 * The extension as it is after the user has granted it more: nobody can click on the browser's own
 * question in a test.
 */
async function grantedCopy(granted: readonly string[], folder: string): Promise<string> {
  await cp(BUILT_EXTENSION, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const missing = granted.filter((one) => !manifest.optional_host_permissions.includes(one));
  if (missing.length > 0) throw new Error(`The extension never asks for ${missing.join(', ')}.`);
  manifest.host_permissions.push(...granted);
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

/** A browser with the extension that can be closed and opened again on the same profile. */
class ExtensionBrowser {
  readonly net = new FakeNet(samples);
  /** Unexpected errors so far, in pages and in the worker. */
  readonly errors: string[] = [];
  readonly expectedErrors: RegExp[] = [];
  readonly #profileDir: string;
  readonly #start: Start;
  #session: Session | null = null;

  constructor(profileDir: string, start: Start) {
    this.#profileDir = profileDir;
    this.#start = start;
  }

  get session(): Session {
    if (!this.#session) throw new Error('The browser is closed.');
    return this.#session;
  }

  async open(): Promise<void> {
    const { language, granted } = this.#start;
    const extensionDir =
      granted.length === 0
        ? BUILT_EXTENSION
        : await grantedCopy(granted, path.join(this.#profileDir, 'granted-extension'));
    let workerControl: CDPSession | undefined;
    const launched = await launch({
      browser: ensureBrowser(),
      headless: this.#start.headless,
      extensionDir,
      profileDir: this.#profileDir,
      // On a used profile the worker may run before routes reach it; its requests fail even so.
      args: [NO_NETWORK, ...(language ? [`--lang=${language}`] : [])],
      // On Linux the environment decides.
      context: language ? { env: { ...process.env, LANGUAGE: language } } : {},
      withoutArgs: this.#start.backForwardCache ? ['--disable-back-forward-cache'] : [],
      prepare: async (context) => {
        await this.net.attach(context);
        this.#watchPages(context);
        workerControl = await this.#watchWorker(context);
      },
    });
    if (!workerControl) throw new Error('The browser was not prepared.');
    this.#session = { ...launched, workerControl };
  }

  async close(): Promise<void> {
    await this.#session?.context.close();
    this.#session = null;
  }

  async wakeWorker(): Promise<Worker> {
    const { extensionId, worker, workerControl } = this.session;
    await workerControl.send('ServiceWorker.startWorker', {
      scopeURL: `chrome-extension://${extensionId}/`,
    });
    await expect.poll(() => this.#liveWorkers(), { message: 'worker wakes' }).toHaveLength(1);
    return worker; // Playwright keeps the object over restarts
  }

  async killWorker(): Promise<void> {
    const browser = await this.#browserControl();
    const killAll = async () => {
      const live = await this.#liveWorkers();
      for (const targetId of live) await browser.send('Target.closeTarget', { targetId });
      return live;
    };
    // Again and again: a page whose request was cut off wakes it once more.
    await expect.poll(killAll, { message: 'worker is gone' }).toEqual([]);
    await browser.detach();
  }

  async #browserControl(): Promise<CDPSession> {
    const browser = this.session.context.browser();
    if (!browser) throw new Error('The browser has gone.');
    return browser.newBrowserCDPSession();
  }

  async #liveWorkers(): Promise<string[]> {
    const browser = await this.#browserControl();
    const { targetInfos } = await browser.send('Target.getTargets');
    await browser.detach();
    const origin = `chrome-extension://${this.session.extensionId}/`;
    return targetInfos
      .filter(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
      .map(({ targetId }) => targetId);
  }

  #report(where: string, text: string): void {
    if (this.expectedErrors.some((expected) => expected.test(text))) return;
    this.errors.push(`${where}: ${text}`);
  }

  #watchPages(context: BrowserContext): void {
    context.on('weberror', (event) => {
      this.#report(event.page()?.url() ?? 'page', String(event.error()));
    });
    context.on('console', (message) => {
      if (message.type() !== 'error' || message.worker()) return;
      const { url } = message.location();
      // What a page asked the net for in vain is in `net.unserved`.
      if (/^https?:/.test(url) && message.text().startsWith('Failed to load resource')) return;
      this.#report(message.page()?.url() ?? url, message.text());
    });
  }

  /** Playwright does not tell of what a service worker throws; the browser tells any tab. */
  async #watchWorker(context: BrowserContext): Promise<CDPSession> {
    const tab = context.pages()[0] ?? (await context.newPage());
    const control = await context.newCDPSession(tab);
    control.on('ServiceWorker.workerErrorReported', ({ errorMessage }) => {
      this.#report('service worker', errorMessage.errorMessage);
    });
    await control.send('ServiceWorker.enable');
    return control;
  }
}

interface Options {
  /** See `Start`. Off unless a test asks for it. */
  backForwardCache: boolean;
  language: string | null;
  granted: readonly string[];
}

interface Fixtures {
  /** The browser under test; the fixtures below are what tests use. */
  extension: ExtensionBrowser;
  extensionId: string;
  /** The service worker, woken when it sleeps. */
  worker: () => Promise<Worker>;
  /** Stops the service worker as the browser may at any time; back when it is really gone. */
  killWorker: () => Promise<void>;
  /** Closes the browser and opens it on the same profile. The old `context` and `page` are dead. */
  relaunch: () => Promise<BrowserContext>;
  /** Opens the popup as a tab of the popup's size. */
  openPopup: () => Promise<Page>;
  /** Opens a sample page (tests/fixtures/pages) by its name in a new tab. */
  listing: (name: string) => Promise<Page>;
  /** The only net there is: `serve` more pages, look at what was `unserved`. */
  pages: FakeNet;
  /** Lets an error message pass that the test provokes. */
  expectError: (message: RegExp) => void;
}

/** Playwright's `test`, with the extension. */
export const test = base.extend<Options & Fixtures>({
  backForwardCache: [false, { option: true }],
  language: [null, { option: true }],
  granted: [[], { option: true }],

  extension: async ({ headless, backForwardCache, language, granted }, use) => {
    const profileDir = await mkdtemp(path.join(tmpdir(), 'winnow-profile-'));
    const extension = new ExtensionBrowser(profileDir, {
      ...{ headless, backForwardCache, language, granted },
    });
    try {
      await extension.open();
      await use(extension);
    } finally {
      await extension.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    }
    expect(extension.errors, 'unexpected errors in pages or the worker').toEqual([]);
  },
  context: async ({ extension }, use) => use(extension.session.context),
  extensionId: async ({ extension }, use) => use(extension.session.extensionId),
  worker: async ({ extension }, use) => use(() => extension.wakeWorker()),
  killWorker: async ({ extension }, use) => use(() => extension.killWorker()),
  relaunch: async ({ extension }, use) =>
    use(async () => {
      await extension.close();
      await extension.open();
      return extension.session.context;
    }),
  openPopup: async ({ extension }, use) =>
    use(async () => {
      const { context, extensionId } = extension.session;
      const popup = await context.newPage();
      await popup.setViewportSize({ width: 400, height: 600 });
      await popup.goto(`chrome-extension://${extensionId}/popup.html`);
      return popup;
    }),
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
