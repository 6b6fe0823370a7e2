/** The made-up pages in tests/fixtures/pages, served as arxiv.org and huggingface.co. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import { ROOT } from './launch';

const FOLDER = path.join(ROOT, 'tests', 'fixtures', 'pages');
const SUFFIX = '.expected.json';

export interface Sample {
  /** The URL that the page stands for. */
  readonly url: string;
  readonly html: string;
  /** What a reader sees on it, in page order. */
  readonly papers: readonly { readonly id: string; readonly title: string }[];
}

/** All sample pages by name, sorted so that a page precedes its variants. */
export function readSamples(): ReadonlyMap<string, Sample> {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
  return new Map(
    names.map((name) => {
      const { url, papers } = JSON.parse(readFileSync(path.join(FOLDER, name + SUFFIX), 'utf8'));
      return [name, { url, papers, html: readFileSync(path.join(FOLDER, `${name}.html`), 'utf8') }];
    }),
  );
}

/** The sample page with this name. @throws if there is none. */
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

/** The URL as it is requested. */
function withoutHash(url: string): string {
  const { href, hash } = new URL(url);
  return href.slice(0, href.length - hash.length);
}

/** A network that serves only what was added to it, and records other requests. */
export class FakeNetwork {
  readonly #answers = new Map<string, Answer>();
  readonly #servers = new Map<string, string>();
  /** The URLs of failed requests, in order. */
  readonly unserved: string[] = [];

  /** If several samples have the same URL, the first is served. */
  constructor(samples: ReadonlyMap<string, Sample>) {
    for (const { url, html } of [...samples.values()].reverse()) this.serve(url, html);
  }

  /** From now on responds to this exact URL, including its query, with `body`. */
  serve(url: string, body: string, contentType = HTML): void {
    this.#answers.set(withoutHash(url), { body, contentType });
  }

  /** From now on forwards requests for `origin` to `to`, the origin of a test server. */
  forward(origin: string, to: string): void {
    this.#servers.set(origin, to);
  }

  /** Cuts a browser off from the real network. */
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
        .catch(() => null); // as if nothing listened there
      return response ? route.fulfill({ response }) : route.abort('connectionrefused');
    }
    this.unserved.push(url);
    return route.abort();
  }
}
