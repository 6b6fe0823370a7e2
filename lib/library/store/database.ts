import Dexie, { type PromiseExtended, type Table } from 'dexie';
import { t } from '@/lib/i18n';
import type { Metadata, PaperId } from '@/lib/paper';
import type { Colour } from '@/lib/protocol/colours';
import type { Chunk } from './chunk';
import type { Stamp } from './clock';
import { DATABASE_NAME } from './database-name';
import { MIGRATIONS } from './migrations';
import type { Operation } from './operation';
import type { PaperRecord } from './record';
import type { RuleRecord } from './rule-record';
import type { Block, BlockKey, Segment, Vocabulary } from './segment';
import type { TitleChunk } from './titles';
import type { WritesRecord } from './writes';

/**
 * Single values: the name of this device, the last stamp, the number for the next paper, the version of
 * the indexes, and the parts of imports in progress.
 */
export interface LibraryState {
  readonly key: 'device' | 'clock' | 'next-number' | 'indexes' | `import:${string}`;
  readonly value: string;
}

/** Properties of a tag. Tags without a record have none. */
export interface TagRecord {
  readonly tag: string;
  readonly colour: Colour | null;
  readonly stamp: Stamp;
}

/** A paper that has been on a listing the user visited. */
export interface SeenRecord {
  readonly id: PaperId;
  /** When it was first seen, in milliseconds. */
  readonly at: number;
}

/** A listing that the user visited. */
export interface VisitRecord {
  readonly listing: string;
  /** The last visit, in milliseconds. */
  readonly at: number;
}

/** What arXiv's API returned for a paper. */
export interface AbstractRecord {
  readonly id: PaperId;
  /** `null`: it does not know the paper. */
  readonly abstract: string | null;
  /** The rest. Earlier versions did not keep it. */
  readonly meta?: Omit<Metadata, 'abstract'>;
  /** When it answered, in milliseconds. */
  readonly at: number;
}

/** A paper that was sent to Zotero. */
export interface SentRecord {
  readonly id: PaperId;
  /** The last time, in milliseconds. */
  readonly at: number;
}

/** Papers whose newest texts are not in the index; one record for each write. */
export interface UnindexedRecord {
  /** Assigned by the database, ascending. */
  readonly seq?: number;
  readonly nums: Uint32Array<ArrayBuffer>;
}

/** The browser's version number of a database is this many times Dexie's. */
export const DEXIE_FACTOR = 10;

/** The newest version of the stored form, counted as Dexie does. */
export const NEWEST_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));

/** What higher layers do when the database is opened. */
export interface DatabaseHooks {
  /** Runs before the database of this name is opened, and so before any upgrade. */
  readonly beforeOpen: (name: string) => Promise<void>;
  /** Runs once the database is open, before any queries that wait for it. */
  readonly afterOpen: (db: LibraryDatabase) => Promise<void>;
}

/** The library's database. Opened in `lib/connections/`, only in extension pages and workers. */
export class LibraryDatabase extends Dexie {
  declare readonly papers: Table<PaperRecord, PaperId>;
  declare readonly operations: Table<Operation, number>;
  declare readonly writes: Table<WritesRecord, WritesRecord['op']>;
  declare readonly state: Table<LibraryState, LibraryState['key']>;
  declare readonly tags: Table<TagRecord, string>;
  declare readonly catalogue: Table<Chunk, number>;
  declare readonly titles: Table<TitleChunk, number>;
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
  #opening: PromiseExtended<Dexie> | undefined;

  constructor({ beforeOpen, afterOpen }: DatabaseHooks, name: string = DATABASE_NAME) {
    super(name);
    this.#beforeOpen = beforeOpen;
    for (const { version, stores, upgrade } of MIGRATIONS) {
      const step = this.version(version).stores(stores);
      if (upgrade) step.upgrade(upgrade);
    }
    this.on(
      'ready',
      async () => {
        refuseLaterVersion(this);
        await afterOpen(this);
      },
      true,
    );
  }

  /**
   * Dexie calls this too, when a table is used: also to open the database again after something else
   * closed it, to delete or replace it. It may be of an earlier version then.
   */
  override open(): PromiseExtended<Dexie> {
    if (this.isOpen()) return super.open();
    this.#opening ??= Dexie.Promise.resolve(this.#beforeOpen(this.name))
      .then(() => super.open())
      .finally(() => {
        this.#opening = undefined;
        setTimeout(() => this.#forgetFailure()); // after what waits for this opening was told of it
      });
    return this.#opening;
  }

  /** Dexie never opens again what failed to open once; but a full disk, say, does not stay full. */
  #forgetFailure(): void {
    if (this.hasFailed() && !this.hasBeenClosed()) this.close({ disableAutoOpen: false });
  }
}

/** Dexie opens databases of later versions too, but this Winnow would damage what it does not know. */
function refuseLaterVersion(db: Dexie): void {
  if (db.backendDB().version / DEXIE_FACTOR < NEWEST_VERSION + 1) return;
  throw new Error(t('storageLater'));
}
