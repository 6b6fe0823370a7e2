/** The made-up pages in tests/fixtures/pages, served as arxiv.org and huggingface.co. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import { ROOT } from './launch';

const FOLDER = path.join(ROOT, 'tests', 'fixtures', 'pages');

export interface Sample {
  /** The file's name without its ending. */
  readonly name: string;
  /** Where the page would stand on the net. */
  readonly url: string;
  readonly html: string;
  /** How many papers a reader sees on it. */
  readonly papers: number;
}

/** All sample pages, by name. */
export function readSamples(): Map<string, Sample> {
  const ending = '.expected.json';
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  return new Map(
    names.map((name) => {
      const expected = JSON.parse(readFileSync(path.join(FOLDER, name + ending), 'utf8'));
      const html = readFileSync(path.join(FOLDER, `${name}.html`), 'utf8');
      return [name, { name, url: expected.url, html, papers: expected.papers.length }];
    }),
  );
}

interface Answer {
  readonly body: string;
  readonly contentType: string;
}

const withoutHash = (url: string) => url.split('#', 1)[0] as string;

/** A net that holds nothing but what was put into it, and remembers what else was asked for. */
export class FakeNet {
  readonly #answers = new Map<string, Answer>();
  /** Addresses that were asked for in vain, in order. */
  readonly unserved: string[] = [];

  constructor(samples: Iterable<Sample>) {
    for (const { url, html } of samples) this.serve(url, html);
  }

  /** From now on this very address (its query included) answers with `body`. */
  serve(url: string, body: string, contentType = 'text/html; charset=utf-8'): void {
    this.#answers.set(withoutHash(url), { body, contentType });
  }

  /** Cuts a browser off from the real net. */
  async attach(context: BrowserContext): Promise<void> {
    await context.route(/^https?:/, (route) => this.#answer(route));
  }

  async #answer(route: Route): Promise<void> {
    const url = route.request().url();
    const answer = this.#answers.get(withoutHash(url));
    if (answer) return route.fulfill(answer);
    this.unserved.push(url);
    return route.abort();
  }
}
