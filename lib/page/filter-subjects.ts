import { flagsOf, type Subject, yearOf } from '@/lib/filter/filter';
import type { Paper, TriageState } from '@/lib/paper';
import type { Row } from '@/lib/sites/site';
import { isNew, isSeen, type PageState, paperOf, shownState } from './store';

interface Known {
  readonly subject: Subject;
  readonly state: TriageState;
  readonly isSeen: boolean;
  readonly isNew: boolean;
  /** As the page has it. */
  readonly paper: Paper;
  readonly abstract: string | null;
}

const known = new WeakMap<Row, Known>();

/** A row as filters and rules look at it. The same object as long as nothing about it changes. */
export function filterSubjectOf(page: PageState, row: Row): Subject {
  const before = known.get(row);
  const state = shownState(page, row.id);
  const visit = { isSeen: isSeen(page, row.id), isNew: isNew(page, row.id) };
  const paper = row.read();
  const { title, abstract, authors, categories, date } = paperOf(page, row);
  if (
    before?.state === state &&
    before.paper === paper &&
    before.isSeen === visit.isSeen &&
    before.isNew === visit.isNew &&
    before.abstract === abstract
  ) {
    return before.subject;
  }
  const { tags } = state;
  const shown = { title, abstract, authors, categories, tags, year: yearOf(date) };
  const subject = { ...shown, flags: flagsOf(state, visit) };
  known.set(row, { subject, state, paper, abstract, ...visit });
  return subject;
}
