/** What a page says of the versions of saved papers, and the details it learns of them in return. */

import { isDecided, type PaperId } from '@/lib/paper';
import { ask, NoAnswer } from '@/lib/protocol/ask';
import type { VersionReport } from '@/lib/protocol/version-report';
import type { Row } from '@/lib/sites/site';
import type { PageState, PageStore } from './store';

/** Keeps the details of saved papers up to date, as rows come and states change. Returns what stops it. */
export function followVersionDetails(store: PageStore): () => void {
  return store.subscribe((state, before) => {
    if (state.saved === before.saved && state.rows === before.rows) return;
    const known = new Set(before.rows);
    const fresh = state.rows.filter(
      (row) => state.saved[row.id] !== before.saved[row.id] || !known.has(row),
    );
    const ids = new Set(fresh.map(({ id }) => id).filter((id) => id in state.saved));
    if (ids.size > 0) void exchangeDetails(store, ids);
  });
}

/**
 * Reports the versions of those of these papers that are saved, and takes in the library's details of
 * them: on a listing only where the page says anything of versions.
 */
async function exchangeDetails(store: PageStore, ids: ReadonlySet<PaperId>): Promise<void> {
  const state = store.getState();
  const reports = new Map<PaperId, VersionReport>();
  const gone = new Set<PaperId>();
  for (const row of state.rows) {
    if (!ids.has(row.id)) continue;
    const saved = state.saved[row.id];
    const isSaved = saved !== undefined && isDecided(saved);
    if (!isSaved || saved.dismissed) {
      if (row.id in state.details) gone.add(row.id);
      continue;
    }
    const report = combined(reportOf(state, row), reports.get(row.id));
    const saysAnything = report.version !== null || report.replacedOn !== null;
    if (saysAnything || state.site?.kind === 'paper') reports.set(row.id, report);
  }
  let fresh: PageState['details'] = {};
  try {
    if (reports.size > 0) fresh = await ask('reportVersions', [...reports.values()]);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error; // at the next change, or the next visit
  }
  if (reports.size + gone.size === 0) return;
  store.setState(({ details }) => {
    const others = Object.entries(details).filter(([id]) => !gone.has(id as PaperId));
    return { details: { ...Object.fromEntries(others), ...fresh } };
  });
}

function reportOf({ site }: PageState, row: Row): VersionReport {
  const { version, date } = row.read();
  const latest = site?.latestVersion?.(row.elements[0].ownerDocument) ?? null;
  return {
    id: row.id,
    version: Math.max(version ?? 0, latest ?? 0) || null,
    replacedOn: row.section === 'replaced' ? date : null,
  };
}

/** The same paper in two rows: as new, and as replaced. */
function combined(report: VersionReport, other: VersionReport | undefined): VersionReport {
  if (!other) return report;
  return {
    id: report.id,
    version: Math.max(report.version ?? 0, other.version ?? 0) || null,
    replacedOn: report.replacedOn ?? other.replacedOn,
  };
}
