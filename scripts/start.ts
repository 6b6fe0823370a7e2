/** `npm start`: opens Winnow in a browser, on a listing, ready to try. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { ensureBrowser } from './browser';
import { BUILT_EXTENSION, launch, NO_NETWORK, ROOT } from './launch';
import { pinExtension } from './profile';
import { buildExtension } from './run-tool';
import { FakeNetwork, readSamples } from './samples';
import { runWalkthrough, showWelcome } from './walkthrough';

const PROFILE = path.join(ROOT, '.profile');
const LISTING = 'https://arxiv.org/list/cs.LG/new';

const USAGE = `Usage: npm start [-- OPTIONS]

Builds Winnow and opens it in Chrome, Chromium or Edge on an arXiv listing; on made-up sample
pages where arXiv cannot be reached. Ctrl-C, or closing the browser, ends it.

  --headless   no window: tries Winnow by itself on the sample pages and says what it did.
               Also taken where there is no screen.
  --help       this text

WINNOW_BROWSER=PATH chooses the browser.`;

/** @returns null if the arguments are invalid */
function readArguments(): { headless: boolean; help: boolean } | null {
  try {
    const options = { headless: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    const { headless = false, help = false } = parseArgs({ options }).values;
    return { headless, help };
  } catch (error) {
    console.error((error as Error).message);
    return null;
  }
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function canReach(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

/** Runs the walkthrough on the sample pages, in a headless browser. */
async function runHeadless(browser: string): Promise<void> {
  const samples = readSamples();
  const { context, extensionId } = await launch({
    browser,
    headless: true,
    extensionDir: BUILT_EXTENSION,
    args: [NO_NETWORK],
    prepare: (context) => new FakeNetwork(samples).attach(context),
    onWelcome: showWelcome,
  });
  try {
    await runWalkthrough(context, extensionId, samples);
  } finally {
    await context.close();
  }
}

/** Opens a window on a listing and waits until it is closed. */
async function openWindow(browser: string): Promise<void> {
  const isOnline = await canReach(LISTING);
  const samples = readSamples();
  pinExtension(PROFILE, BUILT_EXTENSION);
  const { context } = await launch({
    browser,
    headless: false,
    extensionDir: BUILT_EXTENSION,
    profileDir: PROFILE,
    context: { viewport: null, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    prepare: async (context) => {
      if (!isOnline) await new FakeNetwork(samples).attach(context);
    },
  });
  const closed = new Promise((resolve) => context.once('close', resolve));
  const close = () => void context.close();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, close);
  // On macOS a browser outlives its last window.
  const closeWithLast = (page: Page) => page.once('close', () => context.pages().length || close());
  context.on('page', closeWithLast);

  const [blank, ...others] = context.pages();
  for (const page of others) closeWithLast(page); // the welcome page, if it was quick
  const page = await context.newPage();
  await page.goto(LISTING);
  await page.bringToFront();
  await blank?.close();

  if (isOnline) {
    console.log(`Open: ${LISTING}`);
  } else {
    console.log('arXiv cannot be reached, so arxiv.org and huggingface.co are sample pages here:');
    for (const url of new Set([...samples.values()].map((sample) => sample.url))) {
      console.log(`  ${url}`);
    }
  }
  console.log('The popup opens from the W in the toolbar (else: behind the puzzle piece).');
  console.log('What you star is kept in .profile/. Close the browser or press Ctrl-C to end.');
  await closed;
}

const chosen = readArguments();
if (!chosen || chosen.help) {
  (chosen ? console.log : console.error)(USAGE);
  process.exit(chosen ? 0 : 2);
}
try {
  const browser = ensureBrowser();
  await buildExtension();
  if (chosen.headless || !hasScreen()) await runHeadless(browser);
  else await openWindow(browser);
} catch (error) {
  const { message } = error as Error;
  const isOpen = /existing browser session|already in use/i.test(message);
  console.error(isOpen ? 'Winnow is open already: close that browser first.' : `✗ ${message}`);
  process.exitCode = 1;
}
