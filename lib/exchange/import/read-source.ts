/** Turns what the user chose or pasted into a text of a known format. */
import type { ParseResult } from '../formats/parsed-paper';
import { decode, type Encoding } from './decode';
import type { CopiedPage } from './pasted/copied-page';
import { type Recognised, recognise } from './recognise';
import type { ImportFailure } from './session';

/** Larger files are rejected: browsers have no strings of that length. */
const MAX_BYTES = 300_000_000;

/** A text, and its format; `recognised` is `null` if it is unknown. */
interface SourceText {
  readonly text: string;
  /** `null` if it was pasted. */
  readonly encoding: Encoding | null;
  readonly recognised: Recognised | null;
}

/** Reads a file, a pasted text or a copied page; returns the reason if that fails. */
export async function readSource(
  source: Blob | string | CopiedPage,
): Promise<SourceText | Extract<ImportFailure, 'tooLarge' | 'noText'>> {
  if (typeof source === 'string') return recognisedText(source, null);
  if ('found' in source) {
    const text = cleanText(source.text);
    return { text, encoding: null, recognised: recogniseCopied(source, text) };
  }
  if (source.size > MAX_BYTES) return 'tooLarge';
  const { text, encoding } = decode(new Uint8Array(await source.arrayBuffer()));
  return text === null ? 'noText' : recognisedText(text, encoding);
}

function recognisedText(raw: string, encoding: Encoding | null): SourceText {
  const text = cleanText(raw);
  return { text, encoding, recognised: recognise(text) };
}

/**
 * Markup takes precedence; if it is not of a known page, its links still provide ids for titles.
 */
function recogniseCopied({ found, host, ids }: CopiedPage, text: string): Recognised | null {
  if (found.length > 0) return { format: 'page', read: () => found, table: null, source: host };
  const recognised = recognise(text);
  if (recognised?.format !== 'page') return recognised;
  return { ...recognised, read: () => addIds(recognised.read(), ids) };
}

function* addIds(all: Iterable<ParseResult>, ids: CopiedPage['ids']): Generator<ParseResult> {
  for (const found of all) {
    const arxivId = 'paper' in found ? ids.get(found.paper.title ?? '') : undefined;
    yield 'paper' in found && arxivId ? { paper: { ...found.paper, arxivId } } : found;
  }
}

/** Removes the byte order mark and stray zeros, and converts the line breaks of old Macs. */
function cleanText(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  return plain.includes('\n') ? plain : plain.replaceAll('\r', '\n');
}
