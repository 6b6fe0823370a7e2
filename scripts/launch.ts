/** Starts a browser with the built extension in it: for the tests, `npm start` and the pictures. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';

/** The project's folder. */
export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** Where `wxt build` puts the extension for Chrome and Edge. */
export const BUILT_EXTENSION = path.join(ROOT, '.output', 'chrome-mv3');

/** The browser stays off the net by itself, asks nothing, and lets us load an extension. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
  '--no-default-browser-check',
  '--enable-unsafe-extension-debugging', // Extensions.loadUnpacked, over Playwright's pipe only
];

/** Names resolve to nothing: whatever no route answers fails in the browser itself. */
export const NO_NETWORK = '--host-resolver-rules=MAP * ~NOTFOUND';

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

export interface LaunchOptions {
  /** The browser's program; see `ensureBrowser`. */
  readonly browser: string;
  readonly headless: boolean;
  readonly extensionDir: string;
  /** Where the browser keeps its profile; without it, in a folder that goes with the browser. */
  readonly profileDir?: string;
  readonly args?: readonly string[];
  /** Playwright puts some switches in by default; these it shall leave out. */
  readonly withoutArgs?: readonly string[];
  /** Size, colours and so on. */
  readonly context?: ContextOptions;
  /** Runs before the extension is there: routes set here also see the worker's first requests. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

export interface Launched {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly worker: Worker;
}

/** Loads the extension as the "Load unpacked" button does; its id depends on the folder alone. */
async function loadExtension(context: BrowserContext, folder: string): Promise<string> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser has gone.');
  const session = await browser.newBrowserCDPSession();
  // Not --load-extension: Chrome ignores that since version 137.
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

/** Starts the browser, loads the extension and waits until its service worker is there. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  if (!existsSync(path.join(options.extensionDir, 'manifest.json'))) {
    throw new Error(
      `There is no built extension at ${options.extensionDir}: run npm run build first.`,
    );
  }
  const context = await chromium.launchPersistentContext(options.profileDir ?? '', {
    executablePath: options.browser,
    headless: options.headless,
    // A person's browser keeps its sandbox; root on Linux cannot have one.
    chromiumSandbox: !options.headless && process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--disable-extensions', ...(options.withoutArgs ?? [])],
    args: [...ARGS, ...(options.args ?? [])],
    ...options.context,
  });
  try {
    await options.prepare?.(context);
    const extensionId = await loadExtension(context, options.extensionDir);
    return { context, extensionId, worker: await firstWorker(context, extensionId) };
  } catch (error) {
    await context.close();
    throw error;
  }
}
