/** Chrome, Chromium or Edge with the built extension. */
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, type CDPSession, expect } from '@playwright/test';
import { ensureBrowser } from '../../scripts/browser';
import { BUILT_EXTENSION, launch, NO_NETWORK } from '../../scripts/launch';
import { type Session, type Start, watchPages } from './session';

/** When to look again, in milliseconds. */
const SOON = [20, 30, 50, 100];

/**
 * The extension as it is after the user has granted it more, or clicked its icon: nobody can click on
 * what is the browser's own in a test.
 */
async function grantedCopy(
  { granted, clicked }: Pick<Start, 'granted' | 'clicked'>,
  folder: string,
): Promise<string> {
  await cp(BUILT_EXTENSION, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const missing = granted.filter((one) => !manifest.optional_host_permissions.includes(one));
  if (missing.length > 0) throw new Error(`The extension never asks for ${missing.join(', ')}.`);
  if (clicked.length > 0 && !manifest.permissions.includes('activeTab')) {
    throw new Error('A click on the icon lets the extension read no page.');
  }
  manifest.host_permissions.push(...granted, ...clicked);
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

/** Playwright does not tell of what a service worker throws; the browser tells any tab. */
async function watchWorker(context: BrowserContext, report: Start['report']): Promise<CDPSession> {
  const tab = context.pages()[0] ?? (await context.newPage());
  const control = await context.newCDPSession(tab);
  control.on('ServiceWorker.workerErrorReported', ({ errorMessage }) => {
    report('service worker', errorMessage.errorMessage);
  });
  await control.send('ServiceWorker.enable');
  return control;
}

async function browserControl(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser has gone.');
  return browser.newBrowserCDPSession();
}

/** Starts the browser, or starts it again on the same profile. */
export async function openChromium(start: Start): Promise<Session> {
  const { profileDir, language, granted, clicked } = start;
  const isNewProfile = !existsSync(path.join(profileDir, 'Default'));
  /** Watches and wakes the service worker, through the tab that the browser starts with. */
  let workerControl: CDPSession | undefined;
  const { context, extensionId, worker } = await launch({
    browser: ensureBrowser(),
    headless: start.headless,
    extensionDir:
      granted.length + clicked.length === 0
        ? BUILT_EXTENSION
        : await grantedCopy(start, path.join(profileDir, 'granted-extension')),
    profileDir,
    // On a used profile the worker may run before routes reach it; its requests fail even so.
    args: [NO_NETWORK, ...(language ? [`--lang=${language}`] : [])],
    // On Linux the environment decides.
    context: language ? { env: { ...process.env, LANGUAGE: language } } : {},
    withoutArgs: start.backForwardCache ? ['--disable-back-forward-cache'] : [],
    prepare: async (prepared) => {
      await start.net.attach(prepared);
      watchPages(prepared, start.report);
      workerControl = await watchWorker(prepared, start.report);
    },
    ...(isNewProfile && {
      onWelcome: async (page) => {
        if (!start.keepsWelcome) await page.close();
      },
    }),
  });
  const origin = `chrome-extension://${extensionId}/`;

  async function liveWorkers(): Promise<string[]> {
    const browser = await browserControl(context);
    const { targetInfos } = await browser.send('Target.getTargets');
    await browser.detach();
    return targetInfos
      .filter(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
      .map(({ targetId }) => targetId);
  }

  return {
    context,
    extensionId,
    close: () => context.close(),

    async open(name, size) {
      const page = await context.newPage();
      if (size) await page.setViewportSize(size);
      await page.goto(origin + name);
      return page;
    },

    async wakeWorker() {
      await workerControl?.send('ServiceWorker.startWorker', { scopeURL: origin });
      await expect.poll(liveWorkers, { message: 'worker wakes', intervals: SOON }).toHaveLength(1);
      return worker; // Playwright keeps the object over restarts
    },

    async killWorker() {
      const browser = await browserControl(context);
      const killAll = async () => {
        const live = await liveWorkers();
        for (const targetId of live) await browser.send('Target.closeTarget', { targetId });
        return live;
      };
      // Again and again: a page whose request was cut off wakes it once more.
      await expect.poll(killAll, { message: 'worker is gone', intervals: SOON }).toEqual([]);
      await browser.detach();
    },
  };
}
