/**
 * Firefox with the built extension, installed for good as from a file. On the extension's own pages
 * Playwright cannot do all there: `fill` is not heard by React, `close`, `reload` and downloads never
 * end. Requests of the background reach no route; they fail.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, firefox, type Page, type ViewportSize } from '@playwright/test';
import { zipSync } from 'fflate';
import { findFirefox } from '../../scripts/browser';
import { ROOT } from '../../scripts/launch';
import { type Session, type Start, watchPages } from './session';

const BUILT_EXTENSION = path.join(ROOT, '.output', 'firefox-mv3');
const PROGRAM = path.join(ROOT, 'tests', 'helpers', 'firefox-program.mjs');

/** Firefox gives each profile another id for the addresses of an extension's pages, unless told. */
const EXTENSION_ID = '77696e6e-6f77-4000-8000-000000000000';

/** After so long without anything to do, in milliseconds, the background is stopped. */
const IDLE_MS = 500;

interface Package {
  /** The name that Firefox looks for. */
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

function packExtension(): Package {
  const files = readdirSync(BUILT_EXTENSION, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const named = files.map((file) => [
    path.relative(BUILT_EXTENSION, file).split(path.sep).join('/'),
    new Uint8Array(readFileSync(file)),
  ]);
  const manifest = JSON.parse(readFileSync(path.join(BUILT_EXTENSION, 'manifest.json'), 'utf8'));
  const { id } = manifest.browser_specific_settings.gecko;
  return { id, name: `${id}.xpi`, bytes: zipSync(Object.fromEntries(named), { level: 0 }) };
}

const preferences = (id: string) => ({
  'xpinstall.signatures.required': false, // heeded by ESR and Nightly alone
  'extensions.autoDisableScopes': 0, // what lies in the profile is on without a question
  'extensions.webextensions.uuids': JSON.stringify({ [id]: EXTENSION_ID }),
  'extensions.webextensions.background-delayed-startup': false, // at once, as after an installation
  'extensions.background.idle.timeout': IDLE_MS,
  // Nothing listens there: whatever no route answers fails in the browser itself.
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
});

/** Starts the browser, or starts it again on the same profile. */
export async function openFirefox(start: Start): Promise<Session> {
  const { profileDir, headless, net, report } = start;
  const program = findFirefox();
  if (!program) throw new Error('There is no Firefox ESR here, and WINNOW_FIREFOX is not set.');
  const { id, name, bytes } = packExtension();
  const errors = path.join(profileDir, 'winnow-errors.txt');
  await mkdir(path.join(profileDir, 'extensions'), { recursive: true });
  await writeFile(path.join(profileDir, 'extensions', name), bytes);
  await writeFile(errors, '');

  const context = await firefox.launchPersistentContext(profileDir, {
    channel: 'moz-firefox', // the real one, by WebDriver BiDi, and not Playwright's own build
    executablePath: PROGRAM,
    env: {
      ...process.env,
      ...{ WINNOW_FIREFOX: program, WINNOW_FIREFOX_ERRORS: errors },
      ...{ MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '860' },
    },
    headless,
    // Else all tabs are resized at the start, which fails while Winnow's own is being opened.
    viewport: null,
    args: ['--remote-allow-system-access'], // to the extension's pages
    firefoxUserPrefs: preferences(id),
  });
  await net.attach(context);
  watchPages(context, report);

  /**
   * Firefox does not tell when a page of an extension has loaded, and on a busy machine sometimes not
   * even that its scripts can be reached: then it is opened once more.
   */
  async function open(name: string, size?: ViewportSize): Promise<Page> {
    let page: Page | undefined;
    await expect(async () => {
      page = await context.newPage();
      if (size) await page.setViewportSize(size);
      await page.goto(`moz-extension://${EXTENSION_ID}/${name}`, { waitUntil: 'commit' });
      await page.waitForFunction(() => true, undefined, { timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
    if (!page) throw new Error('No tab was opened.');
    return page;
  }

  const inside = await open('icon/48.png'); // opens no library

  return {
    context,
    extensionId: EXTENSION_ID,
    open,

    async wakeWorker() {
      await inside.evaluate(async () => {
        await chrome.runtime.getBackgroundPage();
      });
      return inside;
    },

    async killWorker() {
      const pages = () =>
        inside.evaluate(() =>
          chrome.extension.getViews().map((view) => (view as typeof window).location.pathname),
        );
      await expect
        .poll(pages, { message: 'the background is gone' })
        .not.toContain('/_generated_background_page.html');
    },

    async close() {
      await context.close();
      for (const line of (await readFile(errors, 'utf8')).split('\n')) {
        if (line) report('background', line);
      }
    },
  };
}
