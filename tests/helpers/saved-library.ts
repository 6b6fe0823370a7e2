/** Writes a library into a file of ours, and imports such files, as the pages do. */

import { exportPapers } from '@/lib/exchange/export-papers';
import { gatherExtras } from '@/lib/exchange/gather-extras';
import { readSavedLibrary } from '@/lib/exchange/import/read-saved-library';
import { LIMITS } from '@/lib/protocol/limits';
import type { SettingsWrite } from '@/lib/protocol/saved-library';
import type { TestLibrary } from './library';

const options = () => ({ signal: new AbortController().signal, report: () => {} });

/** A file of the whole library, or of the papers of these numbers. */
export async function fileOf({ queries }: TestLibrary, nums?: readonly number[]): Promise<string> {
  const extras = await gatherExtras(queries, nums === undefined);
  const all = nums ?? (await queries.allNums());
  const file = await exportPapers('winnow', all, queries.byNums, { ...options(), extras });
  return file.text();
}

/** The file without the moment at which it was written: all else must come back. */
export function timeless(file: string): unknown {
  const { exported, ...others } = JSON.parse(file);
  return exported ? others : null;
}

/** Imports all of a file as one command. */
export async function bringFile(
  library: TestLibrary,
  file: string,
  bringsBack = false,
  settings?: SettingsWrite,
) {
  const { commands, clock } = library;
  const { rest, papers } = readSavedLibrary(file);
  const saved = [...papers()].flatMap((found) => ('saved' in found ? [found.saved] : []));
  const op = crypto.randomUUID();
  const keep = async (part: object) => {
    const kept = await commands.saveImportPart({ op, ...part });
    if (!kept.ok) throw new Error(kept.message);
  };
  await keep({ kind: 'rest', part: 0, rest: { ...rest, ...(settings && { settings }) } });
  const size = LIMITS.papersPerPart;
  let parts = 1;
  for (; (parts - 1) * size < saved.length; parts += 1) {
    const some = saved.slice((parts - 1) * size, parts * size);
    await keep({ kind: 'saved', part: parts, saved: some });
  }
  clock.now += 1;
  return commands.manage({ op, task: { kind: 'importLibrary', parts, bringsBack } });
}
