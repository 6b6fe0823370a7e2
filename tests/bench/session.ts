/** A browser with the built extension, made-up listings as its only net, and a line to the worker. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { Acknowledgement } from '@/lib/protocol/acknowledgement';
import type { Rule } from '@/lib/protocol/rule';
import { ensureBrowser } from '../../scripts/browser';
import { launch, NO_NETWORK } from '../../scripts/launch';
import { FakeNetwork } from '../../scripts/samples';
import { loadFloors } from './floor-extension';
import { installProbe } from './in-page/probe';
import { type Listing, makeListing } from './listing';

/** Tables of the library that would make one round differ from the next. */
const TABLES = ['papers', 'operations', 'seen', 'visits'];

export class Session {
  readonly #listings = new Map<number, Listing>();

  private constructor(
    readonly context: BrowserContext,
    readonly extensionId: string,
    readonly worker: Worker,
    /** A page of the extension that does nothing by itself. */
    readonly control: Page,
    private readonly net: FakeNetwork,
    private readonly folder: string,
    /** The built extension. */
    readonly extensionDir: string,
  ) {}

  /**
   * Starts it all. `extensionDir` is copied: somebody may build anew while this runs. `slowdown` makes the
   * processor so many times slower for pages, ours and the floors'; not for the worker.
   */
  static async start(extensionDir: string, slowdown: number): Promise<Session> {
    const folder = await mkdtemp(path.join(tmpdir(), 'winnow-bench-'));
    const copy = path.join(folder, 'extension');
    await cp(extensionDir, copy, { recursive: true });
    const net = new FakeNetwork(new Map());
    const { context, extensionId, worker } = await launch({
      browser: ensureBrowser(),
      headless: true,
      extensionDir: copy,
      args: [NO_NETWORK],
      context: { viewport: { width: 1280, height: 800 } },
      prepare: async (prepared) => {
        await net.attach(prepared);
        // What esbuild calls in functions that are handed to a page.
        await prepared.addInitScript('globalThis.__name = (named) => named');
        await prepared.addInitScript(installProbe);
      },
      onWelcome: (page) => page.close(),
    });
    if (slowdown > 1) slowDown(context, slowdown);
    await loadFloors(context, path.join(folder, 'floors'));
    const control = await context.newPage();
    await control.goto(`chrome-extension://${extensionId}/manifest.json`);
    return new Session(context, extensionId, worker, control, net, folder, copy);
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The listing of so many entries, which is the same in every round. */
  listing(entries: number): Listing {
    const known = this.#listings.get(entries);
    if (known) return known;
    const made = makeListing(entries);
    this.#listings.set(entries, made);
    this.net.serve(listingUrl(entries), made.html);
    this.net.serve(plainUrl(entries), made.html);
    return made;
  }

  /** Asks the background, as the extension's own pages do. */
  async ask<T>(winnow: string, payload?: unknown): Promise<T> {
    const reply = await this.control.evaluate((envelope) => chrome.runtime.sendMessage(envelope), {
      winnow,
      payload,
    });
    if (reply?.error !== undefined) throw new Error(`${winnow}: ${reply.error}`);
    return reply?.answer as T;
  }

  async saveRules(rules: readonly Rule[]): Promise<void> {
    const op = crypto.randomUUID();
    const answer = await this.ask<Acknowledgement>('editRules', {
      op,
      edit: { kind: 'replace', rules },
    });
    if (!answer?.ok) throw new Error(`The rules were not saved: ${JSON.stringify(answer)}`);
  }

  /** Makes the library as it was on the first day, but for these rules; wakes the worker. */
  async reset(rules: readonly Rule[]): Promise<void> {
    await this.saveRules([]);
    await this.control.evaluate(clearTables, TABLES);
    await this.saveRules(rules);
  }
}

/** Where Winnow works. */
export function listingUrl(entries: number): string {
  return `https://arxiv.org/list/cs.LG/recent?skip=0&show=${entries}`;
}

/** The same html where Winnow is not, but a floor: `buttons=20`, `walk`, or nothing. */
export function plainUrl(entries: number, floor = ''): string {
  return `https://example.com/list-${entries}${floor && `#${floor}`}`;
}

/** Runs in a page of the extension. */
async function clearTables(tables: readonly string[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('winnow');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(tables, 'readwrite');
      for (const table of tables) transaction.objectStore(table).clear();
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}

/** Slows every page that is opened from now on, before it loads anything. */
function slowDown(context: BrowserContext, rate: number): void {
  const openPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await openPage();
    const control = await context.newCDPSession(page);
    await control.send('Emulation.setCPUThrottlingRate', { rate });
    return page;
  };
}
