/** The import that this page is at: it goes on while other sections are shown. */

import { create } from 'zustand';
import { triageActions } from '@/components/triage/use-triage';
import { openImportSession } from '@/lib/connections/import-session';
import { type CopiedPage, readSavedPage } from '@/lib/exchange/import/pasted/copied-page';
import type { Table } from '@/lib/exchange/import/recognise';
import type {
  ImportChoice,
  ImportFailure,
  ImportSession,
  ImportSummary,
  LibrarySummary,
} from '@/lib/exchange/import/session';
import { t } from '@/lib/i18n';
import { hear } from '@/lib/protocol/hear';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import { sendCancel, sendImportPart, sendTask } from '@/lib/protocol/send-command';
import { readSettings } from '@/lib/settings/saved-settings';
import { savedFilters } from '@/lib/settings/settings';
import { errorMessage } from '@/lib/util/error-message';

export type ImportStage =
  | { readonly kind: 'choose'; readonly failure: string | null }
  /** `name` is the file's; `null`: a text was pasted. `share` is from 0 to 1. */
  | {
      readonly kind: 'reading';
      readonly name: string | null;
      readonly share: number;
      readonly papers: number;
    }
  | {
      readonly kind: 'preview';
      readonly name: string | null;
      readonly summary: ImportSummary;
      readonly isBackup: boolean;
      /** Why it could not be written. */
      readonly failure: string | null;
    }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'done';
      readonly op: OperationId;
      readonly text: string;
      readonly tag: string;
      readonly incomplete: number;
    };

interface Import {
  readonly stage: ImportStage;
  /** Grows with each that is read, so that a preview begins anew. */
  readonly turn: number;
  /** Reads a file, a text, a copied page or a backup, in place of what was read before. */
  readonly read: (
    source: Blob | string | CopiedPage,
    name: string | null,
    isBackup?: boolean,
  ) => Promise<void>;
  /** Reads a table again, with columns as the user says. */
  readonly readAgain: (fields: Table['fields']) => Promise<void>;
  /** Imports what is chosen, so many papers. */
  readonly write: (choice: ImportChoice, papers: number, library?: LibraryChoice) => Promise<void>;
  /** Stops reading or writing; what was read is let go of, and nothing is written. */
  readonly cancel: () => void;
  /** Tells why something that was dropped or pasted is not read. */
  readonly refuse: (failure: string) => void;
}

/** What is chosen of a file of ours beside papers. */
export interface LibraryChoice {
  readonly bringsBack: boolean;
  readonly withSettings: boolean;
}

const START: ImportStage = { kind: 'choose', failure: null };

let reading: ImportSession | null = null;
let writing: OperationId | null = null;

export const useImport = create<Import>((set, get) => {
  /** Whether `one` is still what the user is at. */
  const isCurrent = (one: ImportSession) => reading === one;

  function close(): void {
    reading?.close();
    reading = null;
  }

  async function follow(
    name: string | null,
    isBackup: boolean,
    one: ImportSession,
    work: (
      tell: (progress: { share: number; papers: number }) => void,
    ) => Promise<ImportSummary | ImportFailure>,
  ): Promise<void> {
    set({ stage: { kind: 'reading', name, share: 0, papers: 0 } });
    try {
      const summary = await work((progress) => {
        if (isCurrent(one)) set({ stage: { kind: 'reading', name, ...progress } });
      });
      if (!isCurrent(one)) return;
      if (typeof summary === 'string') {
        close();
        set({ stage: { kind: 'choose', failure: t(`importFailure_${summary}`) } });
      } else {
        set(({ turn }) => ({
          stage: { kind: 'preview', name, summary, isBackup, failure: null },
          turn: turn + 1,
        }));
      }
    } catch (error) {
      if (!isCurrent(one)) return;
      close();
      const reason = errorMessage(error);
      set({ stage: { kind: 'choose', failure: t('importFailure', reason) } });
    }
  }

  return {
    stage: START,
    turn: 0,
    async read(source, name, isBackup = false) {
      if (get().stage.kind === 'writing') return;
      close();
      const one = openImportSession();
      reading = one;
      await follow(name, isBackup, one, async (tell) => {
        const page = source instanceof File ? await readSavedPage(source) : null;
        return one.read(page ?? source, tell);
      });
    },
    async readAgain(fields) {
      const { stage } = get();
      const one = reading;
      if (!one || stage.kind !== 'preview') return;
      await follow(stage.name, false, one, (tell) => one.readWithColumns(fields, tell));
    },
    async write(choice, papers, chosen) {
      const { stage } = get();
      const one = reading;
      if (!one || stage.kind !== 'preview') return;
      const op = crypto.randomUUID();
      writing = op;
      // Sending and writing take about as long.
      const show = (done: number) => set({ stage: { kind: 'writing', done, total: 2 * papers } });
      const isOn = () => writing === op;
      const stop = hear('progress', (progress) => {
        if (progress.op === op && isOn()) show(papers + Math.min(progress.done, papers));
      });
      try {
        show(0);
        const { library } = stage.summary;
        const answer = library
          ? await sendLibrary(one, op, choice, library, chosen, isOn, show)
          : await send(one, op, choice, isOn, show);
        if (!isOn() || answer === null) return;
        if (!answer.ok) {
          set({ stage: { ...stage, failure: t('notSaved', answer.message) } });
          return;
        }
        close();
        const { incomplete } = stage.summary;
        const tag = choice.tag.trim();
        set({ stage: { kind: 'done', op, text: answer.text, tag, incomplete } });
        triageActions.sayDone(answer.text, op);
      } finally {
        stop();
        if (isOn()) writing = null;
      }
    },
    cancel() {
      if (writing) void sendCancel(writing);
      writing = null;
      close();
      set({ stage: START });
    },
    refuse: (failure) => set({ stage: { kind: 'choose', failure } }),
  };
});

/** Sends all parts and has them written; `null` where it was cancelled in between. */
async function send(
  from: ImportSession,
  op: OperationId,
  choice: ImportChoice,
  isOn: () => boolean,
  show: (done: number) => void,
) {
  for (let part = 0; ; part += 1) {
    const papers = await from.part(choice, part);
    if (!isOn()) return null;
    if (papers.length === 0) {
      return sendTask({ op, task: { kind: 'importPapers', parts: part } });
    }
    const kept = await sendImportPart({ op, part, papers: [...papers] });
    if (!isOn()) return null;
    if (!kept.ok) {
      void sendCancel(op);
      return kept;
    }
    show(part * LIMITS.papersPerPart + papers.length);
  }
}

/** The same for a file of ours: what it holds beside papers goes first. */
async function sendLibrary(
  from: ImportSession,
  op: OperationId,
  choice: ImportChoice,
  { rest, settings }: LibrarySummary,
  chosen: LibraryChoice | undefined,
  isOn: () => boolean,
  show: (done: number) => void,
) {
  const known = new Set((await savedFilters.getValue()).map(({ id }) => id));
  const filters = rest.filters.filter(({ id }) => !known.has(id));
  const turned = chosen?.withSettings &&
    settings && { settings: { before: await readSettings(), after: { ...settings } } };
  let kept = await sendImportPart({
    kind: 'rest',
    op,
    part: 0,
    rest: { ...rest, filters, ...turned },
  });
  let [parts, done] = [1, 0];
  for (let part = 0; kept.ok; part += 1) {
    const papers = await from.savedPart(choice, part);
    if (!isOn()) return null;
    if (papers.length === 0) {
      const bringsBack = chosen?.bringsBack ?? false;
      return sendTask({ op, task: { kind: 'importLibrary', parts, bringsBack } });
    }
    for (const saved of inMessages(papers)) {
      kept = await sendImportPart({ kind: 'saved', op, part: parts, saved });
      if (!isOn()) return null;
      if (!kept.ok) break;
      parts += 1;
      done += saved.length;
      show(done);
    }
  }
  void sendCancel(op);
  return kept;
}

/** A message to the background holds 64 MB: https://developer.chrome.com/docs/extensions/develop/concepts/messaging */
const MESSAGE_CHARACTERS = 8_000_000;

/** Papers with long notes go in smaller parts. */
function* inMessages(papers: readonly SavedPaper[]): Generator<SavedPaper[]> {
  let [some, size]: [SavedPaper[], number] = [[], 0];
  for (const paper of papers) {
    some.push(paper);
    size += lengthOf(paper);
    if (size < MESSAGE_CHARACTERS) continue;
    yield some;
    [some, size] = [[], 0];
  }
  if (some.length > 0) yield some;
}

/** About how many characters can be long of it. */
function lengthOf({ meta, triage, earlierNotes = [] }: SavedPaper): number {
  const notes = earlierNotes.reduce((sum, { note }) => sum + note.length, triage.note.length);
  return notes + (meta.abstract?.length ?? 0);
}

/** Some of the papers that were read, for the preview. */
export const rowsOf: ImportSession['previewPapers'] = async (...args) =>
  (await reading?.previewPapers(...args)) ?? [];

/** Some of what could not be read. */
export const unreadableOf: ImportSession['unreadable'] = async (...args) =>
  (await reading?.unreadable(...args)) ?? [];
