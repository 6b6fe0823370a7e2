/** From what the user chose or pasted to a text whose format is known. */
import type { Found } from '../formats/found-paper';
import { decode, type Encoding } from './decode';
import type { CopiedPage } from './pasted/copied-page';
import type { Failure } from './protocol';
import { type Recognised, recognise } from './recognise';

/** Larger files are not read: a browser has no texts of that length. */
const LARGEST_BYTES = 300_000_000;

/** A text, and what it is; `recognised` is `null` for no format of ours. */
interface Source {
  readonly text: string;
  /** `null`: it was pasted. */
  readonly encoding: Encoding | null;
  readonly recognised: Recognised | null;
}

/** Reads a file, a pasted text or a copied page; or says why it cannot be read. */
export async function readSource(
  source: Blob | string | CopiedPage,
): Promise<Source | Extract<Failure, 'tooLarge' | 'noText'>> {
  if (typeof source === 'string') return recognisedText(source, null);
  if ('found' in source) {
    const text = cleanText(source.text);
    return { text, encoding: null, recognised: recogniseCopied(source, text) };
  }
  if (source.size > LARGEST_BYTES) return 'tooLarge';
  const { text, encoding } = decode(new Uint8Array(await source.arrayBuffer()));
  return text === null ? 'noText' : recognisedText(text, encoding);
}

function recognisedText(raw: string, encoding: Encoding | null): Source {
  const text = cleanText(raw);
  return { text, encoding, recognised: recognise(text) };
}

/** The markup wins; where it is of no known page, its links still tell the ids of titles. */
function recogniseCopied({ found, host, ids }: CopiedPage, text: string): Recognised | null {
  if (found.length > 0) return { format: 'page', read: () => found, table: null, source: host };
  const recognised = recognise(text);
  if (recognised?.format !== 'page') return recognised;
  return { ...recognised, read: () => withIds(recognised.read(), ids) };
}

function* withIds(all: Iterable<Found>, ids: CopiedPage['ids']): Generator<Found> {
  for (const found of all) {
    const arxivId = 'paper' in found ? ids.get(found.paper.title ?? '') : undefined;
    yield 'paper' in found && arxivId ? { paper: { ...found.paper, arxivId } } : found;
  }
}

/** Without the mark of its encoding and zeros, which no text means, and with the lines of today. */
function cleanText(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  return plain.includes('\n') ? plain : plain.replaceAll('\r', '\n');
}
