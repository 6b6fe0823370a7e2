/** The parts of an import, stored until all have arrived and one command imports them. */

import { t } from '@/lib/i18n';
import type { Imported } from '@/lib/protocol/imported';
import type { OperationId } from '@/lib/protocol/operation-id';
import type { SavedPaper, SavedRest } from '@/lib/protocol/saved-library';
import type { LibraryDatabase } from '../store/database';
import { Refusal } from '../store/refusal';

/** Stores a part; the same part sent again replaces itself. */
export async function savePart(
  db: LibraryDatabase,
  op: OperationId,
  part: number,
  content: readonly Imported[] | readonly SavedPaper[] | SavedRest,
): Promise<void> {
  await db.state.put({ key: keyOf(op, part), value: JSON.stringify(content) });
}

/** Deletes the parts of an import; `null`: of all imports, when none can be in progress. */
export async function deleteParts(db: LibraryDatabase, op: OperationId | null): Promise<void> {
  const prefix = op === null ? 'import:' : `import:${op}:`;
  await db.state.where('key').startsWith(prefix).delete();
}

/** The content given to `savePart`. @throws {Refusal} if the part is missing. */
export async function readPart<T>(db: LibraryDatabase, op: OperationId, part: number): Promise<T> {
  const stored = await db.state.get(keyOf(op, part));
  if (!stored) throw new Refusal('invalid', t('refusedImportPart'));
  return JSON.parse(stored.value) as T; // validated before it was stored
}

function keyOf(op: OperationId, part: number): `import:${string}` {
  return `import:${op}:${part}`;
}
