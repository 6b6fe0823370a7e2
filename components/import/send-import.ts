/** Sends an import to the background in parts, to be written as one command. */
import type { ImportChoice, ImportSession, LibrarySummary } from '@/lib/exchange/import/session';
import { LIMITS } from '@/lib/protocol/limits';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedPaper } from '@/lib/protocol/saved-library';
import { sendCancel, sendImportPart, sendTask } from '@/lib/protocol/send-command';
import { readSettings } from '@/lib/settings/saved-settings';
import { savedFilters } from '@/lib/settings/settings';

/** The options for importing a Winnow file. */
export interface LibraryChoice {
  readonly bringsBack: boolean;
  readonly withSettings: boolean;
}

/** Sends and writes all papers; `null` if cancelled meanwhile. */
export async function sendPapers(
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

/** The same for a Winnow file, whose other content is sent before its papers. */
export async function sendLibrary(
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

/** Messages to the background are limited to 64 MB: https://developer.chrome.com/docs/extensions/develop/concepts/messaging */
const MESSAGE_CHARACTERS = 8_000_000;

/** Splits papers with long notes into smaller messages. */
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

/** The approximate length of a paper, in characters. */
function lengthOf({ meta, triage, earlierNotes = [] }: SavedPaper): number {
  const notes = earlierNotes.reduce((sum, { note }) => sum + note.length, triage.note.length);
  return notes + (meta.abstract?.length ?? 0);
}
