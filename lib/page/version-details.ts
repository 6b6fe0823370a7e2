/** What a page tells of the versions of saved papers, and what is told of them in return. */

import { isDecided, type PaperId } from '@/lib/paper';
import { ask, type Meeting, NoAnswer } from '@/lib/protocol/messages';
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
    if (ids.size > 0) void meetPapers(store, ids);
  });
}

/**
 * Tells the library how those of these papers that are saved stand on the page, and takes in what it
 * knows of them: on a listing only where the page says anything of versions.
 */
async function meetPapers(store: PageStore, ids: ReadonlySet<PaperId>): Promise<void> {
  const state = store.getState();
  const meetings = new Map<PaperId, Meeting>();
  const gone = new Set<PaperId>();
  for (const row of state.rows) {
    if (!ids.has(row.id)) continue;
    const saved = state.saved[row.id];
    const isSaved = saved !== undefined && isDecided(saved);
    if (!isSaved || saved.dismissed) {
      if (row.id in state.details) gone.add(row.id);
      continue;
    }
    const meeting = withOther(meetingOf(state, row), meetings.get(row.id));
    const isTelling = meeting.version !== null || meeting.replacedOn !== null;
    if (isTelling || state.site?.kind === 'paper') meetings.set(row.id, meeting);
  }
  let told: PageState['details'] = {};
  try {
    if (meetings.size > 0) told = await ask('meet', [...meetings.values()]);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error; // at the next change, or the next visit
  }
  if (meetings.size + gone.size === 0) return;
  store.setState(({ details }) => {
    const others = Object.entries(details).filter(([id]) => !gone.has(id as PaperId));
    return { details: { ...Object.fromEntries(others), ...told } };
  });
}

function meetingOf({ site }: PageState, row: Row): Meeting {
  const { version, date } = row.read();
  const latest = site?.latestVersion?.(row.elements[0].ownerDocument) ?? null;
  return {
    id: row.id,
    version: Math.max(version ?? 0, latest ?? 0) || null,
    replacedOn: row.section === 'replaced' ? date : null,
  };
}

/** The same paper in two rows: as new, and as replaced. */
function withOther(meeting: Meeting, other: Meeting | undefined): Meeting {
  if (!other) return meeting;
  return {
    id: meeting.id,
    version: Math.max(meeting.version ?? 0, other.version ?? 0) || null,
    replacedOn: meeting.replacedOn ?? other.replacedOn,
  };
}
