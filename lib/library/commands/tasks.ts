/** Tasks on the library as a whole, and the labels they get. */

import { plural, t } from '@/lib/i18n';
import type { Manage } from '@/lib/protocol/task';
import type { ReportProgress } from '@/lib/util/in-batches';
import type { Stamp } from '../store/clock';
import type { LibraryDatabase } from '../store/database';
import { Refusal } from '../store/refusal';
import { deleteTag, renameTags, setTagColours } from './edit-tags';
import { emptyTrash } from './empty-trash';
import { identifyPapers } from './identify-papers';
import { type ImportedLibrary, importLibrary } from './import-library';
import { importPapers } from './import-papers';
import { mergePapers } from './merge-papers';
import { quoted } from './operation-labels';
import { refreshPapers } from './refresh-papers';

interface Outcome extends ImportedLibrary {
  readonly label: string;
}

/** Runs a task in the transaction of its command. @throws {Refusal} if it cannot be done. */
export async function runTask(
  db: LibraryDatabase,
  { op, task }: Manage,
  stamp: Stamp,
  report: ReportProgress,
): Promise<Outcome> {
  switch (task.kind) {
    case 'renameTag': {
      const names = { from: [task.from], to: task.to };
      const { papers, tags, isMerge } = await renameTags(db, names, stamp, report);
      const label = t(isMerge ? 'didMergeTag' : 'didRenameTag', task.from, task.to);
      return { label, papers, tags };
    }
    case 'mergeTags': {
      const from = [...new Set(task.from)];
      const { papers, tags } = await renameTags(db, { from, to: task.into }, stamp, report);
      return { label: plural('didMergeTags', from.length, task.into), papers, tags };
    }
    case 'deleteTag': {
      const { papers, tags } = await deleteTag(db, task.tag, stamp, report);
      return { label: t('didDeleteTag', task.tag), papers, tags };
    }
    case 'colourTag': {
      const tags = await setTagColours(db, [[task.tag, task.colour]], stamp);
      return { label: t('didColourTag', task.tag), papers: { writes: [], states: {} }, tags };
    }
    case 'mergePapers': {
      const { title, ...papers } = await mergePapers(db, task.merges, stamp, report);
      const merged = plural('papers', task.merges.flatMap(({ from }) => from).length);
      const { length } = task.merges;
      const into = length === 1 ? quoted(title) : plural('papers', length);
      return { label: t('didMerge', merged, into), papers };
    }
    case 'identifyPapers': {
      const papers = await identifyPapers(db, task.found, stamp, report);
      return { label: plural('didIdentify', task.found.length), papers };
    }
    case 'refreshPapers': {
      const { title, count, changed, ...papers } = await refreshPapers(
        db,
        task.papers,
        stamp,
        report,
      );
      const subject = count === 1 ? quoted(title) : plural('papers', changed || count);
      return { label: t(changed > 0 ? 'didRefresh' : 'didRefreshNothing', subject), papers };
    }
    case 'importPapers': {
      const papers = await importPapers(db, op, task.parts, stamp, report);
      return { label: t('didImport', plural('papers', papers.writes.length)), papers };
    }
    case 'importLibrary': {
      const { papers, ...rest } = await importLibrary(db, op, task, stamp, report);
      return { label: t('didImport', plural('papers', papers.writes.length)), papers, ...rest };
    }
    case 'emptyTrash': {
      const papers = await emptyTrash(db, stamp, report);
      if (papers.writes.length === 0) throw new Refusal('invalid', t('refusedEmptyTrash'));
      return { label: t('didEmptyTrash', plural('papers', papers.writes.length)), papers };
    }
  }
}
