/**
 * `npm run extract -- FILE.html --url URL`: prints what Winnow reads in a saved page, as JSON. No
 * scripts are run, and nothing is fetched.
 */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { arxivIdOf } from '@/lib/paper';
import { SITES, siteFor } from '@/lib/sites';
import type { Row, Site } from '@/lib/sites/site';
import { errorMessage } from '@/lib/util/error-message';
import TEXTS from '@/public/_locales/en/messages.json';

const USAGE = `Usage: npm run --silent extract -- FILE.html --url URL

Prints the papers in a saved page as a JSON array, in page order.

  FILE.html    the saved page
  --url URL    the address it was saved from; tells what kind of page it is
  -h, --help   this text`;

/** A mistake that the user can correct. */
class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

function main(args: string[]): void {
  const { file, url, help } = readArguments(args);
  if (help) {
    console.log(USAGE);
    return;
  }
  if (!file) throw new Failure(`No file given.\n\n${USAGE}`, 2);
  if (!url) throw new Failure(`No --url given.\n\n${USAGE}`, 2);
  if (!URL.canParse(url)) throw new Failure(`Not an address: ${url}`, 1);
  const site = siteFor(url);
  if (!site) throw new Failure(`Not a page that Winnow runs on: ${url}\n\n${supported()}`, 1);
  print(site, parse(readPage(file), url));
}

function readArguments(args: string[]): { file?: string; url?: string; help?: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (positionals.length > 1) throw new Error(`One file at a time: ${positionals.join(', ')}`);
    return { ...values, file: positionals[0] };
  } catch (error) {
    throw new Failure(`${errorMessage(error)}\n\n${USAGE}`, 2);
  }
}

function supported(): string {
  const lines = SITES.map((site) => `  ${TEXTS[site.name].message}: ${site.examples[0]}`);
  return `Supported:\n${lines.join('\n')}`;
}

/** Both sites serve UTF-8. npm changes directory; `INIT_CWD` is where it was run. */
function readPage(file: string): string {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  } catch (error) {
    throw new Failure(`Cannot read ${file}: ${errorMessage(error)}`, 1);
  }
}

/** With a silent console: broken styles in the page do not matter here. */
function parse(html: string, url: string): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

function print(site: Site, document: Document): void {
  const papers: object[] = [];
  let unreadable = 0;
  for (const row of site.rows(document)) {
    if ('unreadable' in row) unreadable++;
    else papers.push(toJson(row));
  }
  console.log(JSON.stringify(papers, null, 2));
  if (unreadable > 0) console.error(`Entries that could not be read: ${unreadable}`);
}

function toJson(row: Row): object {
  const paper = row.read();
  return {
    id: arxivIdOf(paper.id) ?? paper.id,
    title: paper.title,
    abstract: paper.abstract,
    authors: paper.authors,
    authorsTotal: paper.authorsTotal,
    primaryCategory: paper.categories[0] ?? null,
    categories: paper.categories,
    comments: paper.comments,
    journalRef: paper.journalRef,
    section: row.section,
    date: paper.date,
    version: paper.version,
    upvotes: paper.upvotes,
    numComments: paper.numComments,
    organization: paper.organization,
  };
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = error instanceof Failure ? error.exitCode : 1;
}
