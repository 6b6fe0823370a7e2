import Dexie, { type PromiseExtended, type Table } from 'dexie';
import { t } from '@/lib/i18n';
import type { PaperId } from '@/lib/paper';
import type { Colour } from '@/lib/protocol/colours';
import type { Chunk } from './chunk';
import type { Stamp } from './clock';
import { LIBRARY_NAME } from './library-name';
import { MIGRATIONS } from './migrations';
import type { Operation, WritesRecord } from './operation';
import type { PaperRecord } from './record';
import type { RuleRecord } from './rule-record';
import type { Block, BlockKey, Segment, Vocabulary } from './segment';
import type { ChunkOfTitles } from './titles';

/** Single values: clock, name of this device, number of the next paper, form of the indexes; and the parts of an import that is on its way. */
export interface LibraryState {
  readonly key: 'device' | 'clock' | 'next-number' | 'indexes' | `import:${string}`;
  readonly value: string;
}

/** What the user made of a tag; tags without a record are as good. */
export interface TagRecord {
  readonly tag: string;
  readonly colour: Colour | null;
  readonly stamp: Stamp;
}

/** A paper that was on a listing while the user was there. */
export interface SeenRecord {
  readonly id: PaperId;
  /** When that was for the first time, in milliseconds. */
  readonly at: number;
}

export interface VisitRecord {
  readonly listing: string;
  /** When the user was last there, in milliseconds. */
  readonly at: number;
}

/** What arXiv's API gave of a paper. */
export interface AbstractRecord {
  readonly id: PaperId;
  /** `null`: it does not know this paper. */
  readonly abstract: string | null;
  /** When it said so, in milliseconds. */
  readonly at: number;
}

/** A paper that was sent to Zotero. */
export interface SentRecord {
  readonly id: PaperId;
  /** When it was sent last, in milliseconds. */
  readonly at: number;
}

/** Papers whose texts are not in the index as they are now. */
export interface UnindexedRecord {
  /** Order of writes; given by the database. */
  readonly seq?: number;
  readonly nums: Uint32Array<ArrayBuffer>;
}

/** The browser's version number is ten times Dexie's. */
export const DEXIE_FACTOR = 10;

/** The version, in Dexie's count, of the form that this Winnow keeps. */
export const NEWEST_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));

/** What is done around opening the database by layers above this one. */
export interface DatabaseHooks {
  /** Runs once before the database of this name is first opened, and so before any upgrade. */
  readonly beforeOpen: (name: string) => Promise<void>;
  /** Runs in the open database, before any query that waits for it. */
  readonly afterOpen: (db: LibraryDatabase) => Promise<void>;
}

/** The library's database. `lib/connections/` opens it, in the extension's own pages and workers alone. */
export class LibraryDatabase extends Dexie {
  declare readonly papers: Table<PaperRecord, PaperId>;
  declare readonly operations: Table<Operation, number>;
  declare readonly writes: Table<WritesRecord, WritesRecord['op']>;
  declare readonly state: Table<LibraryState, LibraryState['key']>;
  declare readonly tags: Table<TagRecord, string>;
  declare readonly catalogue: Table<Chunk, number>;
  declare readonly titles: Table<ChunkOfTitles, number>;
  declare readonly unindexed: Table<UnindexedRecord, number>;
  declare readonly segments: Table<Segment, number>;
  declare readonly postings: Table<Block, BlockKey>;
  declare readonly vocabularies: Table<Vocabulary, number>;
  declare readonly rules: Table<RuleRecord, RuleRecord['id']>;
  declare readonly seen: Table<SeenRecord, PaperId>;
  declare readonly visits: Table<VisitRecord, string>;
  declare readonly abstracts: Table<AbstractRecord, PaperId>;
  declare readonly zotero: Table<SentRecord, PaperId>;

  readonly #beforeOpen: DatabaseHooks['beforeOpen'];
  #isPrepared: Promise<void> | undefined;

  constructor({ beforeOpen, afterOpen }: DatabaseHooks, name: string = LIBRARY_NAME) {
    super(name);
    this.#beforeOpen = beforeOpen;
    for (const { version, stores, upgrade } of MIGRATIONS) {
      const step = this.version(version).stores(stores);
      if (upgrade) step.upgrade(upgrade);
    }
    this.on(
      'ready',
      async () => {
        refuseLater(this);
        await afterOpen(this);
      },
      true,
    );
  }

  /** Also what Dexie calls when a table is first used. */
  override open(): PromiseExtended<Dexie> {
    this.#isPrepared ??= this.#beforeOpen(this.name);
    return Dexie.Promise.resolve(this.#isPrepared).then(() => super.open());
  }
}

/** Dexie opens databases of a later version too; an older Winnow would harm what it does not know. */
function refuseLater(db: Dexie): void {
  if (db.backendDB().version / DEXIE_FACTOR < NEWEST_VERSION + 1) return;
  throw new Error(t('storageLater'));
}
