/** Launches a browser with the built extension, for the tests, `npm start` and the screenshots. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';

/** The project's root folder. */
export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** The output of `wxt build` for Chrome and Edge. */
export const BUILT_EXTENSION = path.join(ROOT, '.output', 'chrome-mv3');

/**
 * Keeps the browser from contacting the network and asking questions, and lets us load an
 * extension.
 */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
  '--no-default-browser-check',
  '--enable-unsafe-extension-debugging', // Extensions.loadUnpacked, over Playwright's pipe only
];

/** No host name resolves, so that requests without a route fail in the browser. */
export const NO_NETWORK = '--host-resolver-rules=MAP * ~NOTFOUND';

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

export interface LaunchOptions {
  /** The path of the executable; see `ensureBrowser`. */
  readonly browser: string;
  readonly headless: boolean;
  readonly extensionDir: string;
  /** The browser's profile; if absent, a temporary one. */
  readonly profileDir?: string;
  readonly args?: readonly string[];
  /** Playwright's default switches to leave out. */
  readonly withoutArgs?: readonly string[];
  /** Viewport, colour scheme and so on. */
  readonly context?: ContextOptions;
  /**
   * Runs before the extension is loaded, so that routes set here also see the worker's first
   * requests.
   */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  /**
   * What becomes of the page that the extension opens on a profile where it is new. Without this
   * nobody waits for it.
   */
  readonly onWelcome?: (page: Page) => Promise<void>;
}

export interface Launched {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly worker: Worker;
}

/** Loads the extension like the "Load unpacked" button; its id depends only on the folder. */
async function loadExtension(context: BrowserContext, folder: string): Promise<string> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser has gone.');
  const session = await browser.newBrowserCDPSession();
  // Not --load-extension, which Chrome ignores since version 137.
  const { id } = await session.send('Extensions.loadUnpacked', { path: folder });
  await session.detach();
  return id;
}

async function firstWorker(context: BrowserContext, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  return (
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 15_000 }))
  );
}

/**
 * Launches the browser, loads the extension and waits for its service worker.
 * @throws if the extension is not built.
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  if (!existsSync(path.join(options.extensionDir, 'manifest.json'))) {
    throw new Error(
      `There is no built extension at ${options.extensionDir}: run npm run build first.`,
    );
  }
  const context = await chromium.launchPersistentContext(options.profileDir ?? '', {
    executablePath: options.browser,
    headless: options.headless,
    // A visible browser keeps its sandbox, which root on Linux cannot have.
    chromiumSandbox: !options.headless && process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions', ...(options.withoutArgs ?? [])],
    args: [...ARGS, ...(options.args ?? [])],
    ...options.context,
  });
  try {
    await options.prepare?.(context);
    const [extensionId, welcome] = await Promise.all([
      loadExtension(context, options.extensionDir),
      options.onWelcome && context.waitForEvent('page', { timeout: 15_000 }),
    ]);
    if (welcome) await options.onWelcome?.(welcome);
    return { context, extensionId, worker: await firstWorker(context, extensionId) };
  } catch (error) {
    await context.close();
    throw error;
  }
}
