/**
 * What lists ask of every paper, packed into 16 bits. As they are stored, codes may be added but never
 * changed, even if the order of the values changes.
 */
import type { Source, Status } from '@/lib/paper';
import type { PaperRecord, Shelf } from './record';

const PRESENT = 0x1;
export const STARRED = 0x2;
export const DISMISSED = 0x4;

/** The bits reserved for each kind of code; sources have some to spare. */
const BITS = { status: 0x30, shelf: 0xc0, source: 0xf08 };

const STATUS_CODES = { unread: 0, reading: 0x10, read: 0x20 } satisfies Record<Status, number>;
const SHELF_CODES = {
  none: 0,
  list: 0x40,
  dismissed: 0x80,
  trash: 0xc0,
} satisfies Record<Shelf, number>;
const SOURCE_CODES = {
  arxiv: 0,
  huggingface: 0x8,
  elsewhere: 0x100,
} satisfies Record<Source, number>;

const STATUSES = valuesByCode(STATUS_CODES);
const SHELVES = valuesByCode(SHELF_CODES);
const SOURCES = valuesByCode(SOURCE_CODES);

/** The flags of a paper. Never 0, which means that there is no paper. */
export function flagsOf({ triage, meta, shelf }: PaperRecord): number {
  return (
    PRESENT |
    (triage.starred ? STARRED : 0) |
    (triage.dismissed ? DISMISSED : 0) |
    STATUS_CODES[triage.status] |
    SHELF_CODES[shelf] |
    SOURCE_CODES[meta.source]
  );
}

export function statusIn(flags: number): Status {
  return STATUSES.get(flags & BITS.status) ?? 'unread';
}

export function shelfIn(flags: number): Shelf {
  return SHELVES.get(flags & BITS.shelf) ?? 'none';
}

/** A source that only a later version knows reads as `elsewhere`. */
export function sourceIn(flags: number): Source {
  return SOURCES.get(flags & BITS.source) ?? 'elsewhere';
}

function valuesByCode<T extends string>(codes: Readonly<Record<T, number>>): Map<number, T> {
  return new Map((Object.entries(codes) as [T, number][]).map(([value, code]) => [code, value]));
}
