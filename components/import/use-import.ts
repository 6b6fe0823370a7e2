/** The import in progress on this page. It continues while other sections are shown. */

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
} from '@/lib/exchange/import/session';
import { t } from '@/lib/i18n';
import { hear } from '@/lib/protocol/hear';
import type { OperationId } from '@/lib/protocol/operation-id';
import { sendCancel } from '@/lib/protocol/send-command';
import { errorMessage } from '@/lib/util/error-message';
import type { ImportStage } from './import-stage';
import { type LibraryChoice, sendLibrary, sendPapers } from './send-import';

interface Import {
  readonly stage: ImportStage;
  /** Changes with every source read, to reset the preview. */
  readonly turn: number;
  /** Reads a file, a text, a copied page or a backup, replacing what was read before. */
  readonly read: (
    source: Blob | string | CopiedPage,
    name: string | null,
    isBackup?: boolean,
  ) => Promise<void>;
  /** Reads a table again with corrected columns. */
  readonly readAgain: (fields: Table['fields']) => Promise<void>;
  /** Imports the chosen papers; `papers` is their number. */
  readonly write: (choice: ImportChoice, papers: number, library?: LibraryChoice) => Promise<void>;
  /** Stops reading or writing. Nothing is written. */
  readonly cancel: () => void;
  /** Shows why something dropped is not read. */
  readonly refuse: (failure: string) => void;
}

const START: ImportStage = { kind: 'choose', failure: null };

let reading: ImportSession | null = null;
let writing: OperationId | null = null;

export const useImport = create<Import>((set, get) => {
  /** Whether a session has not been replaced or closed. */
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
      // Sending and writing take about equally long.
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
          : await sendPapers(one, op, choice, isOn, show);
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

/** Some of the papers read, for the preview. */
export const rowsOf: ImportSession['previewPapers'] = async (...args) =>
  (await reading?.previewPapers(...args)) ?? [];

/** Some of what could not be read. */
export const unreadableOf: ImportSession['unreadable'] = async (...args) =>
  (await reading?.unreadable(...args)) ?? [];
