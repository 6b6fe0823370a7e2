/** The made-up pages in tests/fixtures/pages, served as arxiv.org and huggingface.co. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import { ROOT } from './launch';

const FOLDER = path.join(ROOT, 'tests', 'fixtures', 'pages');
const ENDING = '.expected.json';

export interface Sample {
  /** Where the page would stand on the net. */
  readonly url: string;
  readonly html: string;
  /** What a reader sees on it, in page order. */
  readonly papers: readonly { readonly id: string; readonly title: string }[];
}

/** All sample pages by name, in order of names: a page before its variants. */
export function readSamples(): ReadonlyMap<string, Sample> {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .sort();
  return new Map(
    names.map((name) => {
      const { url, papers } = JSON.parse(readFileSync(path.join(FOLDER, name + ENDING), 'utf8'));
      return [name, { url, papers, html: readFileSync(path.join(FOLDER, `${name}.html`), 'utf8') }];
    }),
  );
}

/** The sample page of that name. */
export function pickSample(samples: ReadonlyMap<string, Sample>, name: string): Sample {
  const sample = samples.get(name);
  if (!sample) throw new Error(`There is no sample page tests/fixtures/pages/${name}.html.`);
  return sample;
}

interface Answer {
  readonly body: string;
  readonly contentType: string;
}

const HTML = 'text/html; charset=utf-8';

/** An address as it is asked for. */
function withoutHash(url: string): string {
  const { href, hash } = new URL(url);
  return href.slice(0, href.length - hash.length);
}

/** A net that holds nothing but what was put into it, and remembers what else was asked for. */
export class FakeNet {
  readonly #answers = new Map<string, Answer>();
  readonly #servers = new Map<string, string>();
  /** Addresses that were asked for in vain, in order. */
  readonly unserved: string[] = [];

  /** Where several samples stand at one address, the first is served. */
  constructor(samples: ReadonlyMap<string, Sample>) {
    for (const { url, html } of [...samples.values()].reverse()) this.serve(url, html);
  }

  /** From now on this very address (its query included) answers with `body`. */
  serve(url: string, body: string, contentType = HTML): void {
    this.#answers.set(withoutHash(url), { body, contentType });
  }

  /** From now on `to`, the origin of a server of the test, answers in the place of `origin`. */
  forward(origin: string, to: string): void {
    this.#servers.set(origin, to);
  }

  /** Cuts a browser off from the real net. */
  async attach(context: BrowserContext): Promise<void> {
    await context.route(/^https?:/, (route) => this.#answer(route));
  }

  async #answer(route: Route): Promise<void> {
    const url = withoutHash(route.request().url());
    const answer = this.#answers.get(url);
    if (answer) return route.fulfill(answer);
    const { origin } = new URL(url);
    const server = this.#servers.get(origin);
    if (server) {
      const response = await route
        .fetch({ url: url.replace(origin, server), maxRedirects: 0 })
        .catch(() => null); // as where nobody listens
      return response ? route.fulfill({ response }) : route.abort('connectionrefused');
    }
    this.unserved.push(url);
    return route.abort();
  }
}
