/** A small library with every kind of record, written the same way each time. */

import { createCommands } from '@/lib/library/commands/commands';
import type { LibraryDatabase } from '@/lib/library/store/database';
import { EMPTY_METADATA, type Paper } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import type { OperationId } from '@/lib/protocol/operation-id';

const FULL: Paper = {
  id: 'arxiv:2611.04242',
  title: 'Bounds on $\\ell_2$ for Schrödinger operators',
  abstract: 'We bound $\\|x\\|_2$ & show that "a < b".',
  authors: ['Ada Čapek', 'B. Dürer', '李 四'],
  authorsTotal: 5,
  categories: ['math.AP', 'cs.LG'],
  comments: '12 pages, 3 figures',
  journalRef: 'J. Made Up 3 (2026) 1–12',
  doi: '10.1000/bounds.1',
  date: '2026-11-02',
  version: 2,
  upvotes: 41,
  numComments: 3,
  organization: null,
  codeUrl: null,
  codeStars: null,
  projectUrl: null,
  aiSummary: null,
  textVersion: 2,
  textOrigin: 'paper',
  source: 'arxiv',
};
const FROM_HUGGING_FACE: Paper = {
  ...EMPTY_METADATA,
  id: 'arxiv:2611.00007',
  title: 'A model of models',
  organization: 'A lab',
  codeUrl: 'https://github.com/a-lab/model-of-models',
  codeStars: 1234,
  projectUrl: 'https://a-lab.example/models',
  aiSummary: 'A model learns from models.',
  upvotes: 0,
  source: 'huggingface',
};
const OLD: Paper = {
  ...EMPTY_METADATA,
  id: 'arxiv:hep-th/9901001',
  title: 'Old strings',
  source: 'arxiv',
};
const WITH_DOI: Paper = {
  ...EMPTY_METADATA,
  id: 'doi:10.1000/182',
  title: 'On handles',
  source: 'arxiv',
};
const UNNAMED: Paper = {
  ...EMPTY_METADATA,
  id: 'title:on nothing',
  title: 'On nothing',
  source: 'arxiv',
};
const LISTED: Paper = {
  ...{ ...FULL, abstract: null, authors: [], authorsTotal: null },
  ...{ version: 1, textVersion: 1, textOrigin: 'listing' },
};

const STEPS: readonly (readonly [Change, ...Paper[]])[] = [
  [{ kind: 'star', value: true }, LISTED],
  [{ kind: 'tag', tag: 'to read', value: true }, FULL, OLD],
  [{ kind: 'tag', tag: '__proto__', value: true }, FULL],
  [{ kind: 'note', value: 'See §3.\n\n<b>not</b> bold 🙂' }, FULL],
  [{ kind: 'status', value: 'reading' }, FULL],
  [{ kind: 'tag', tag: 'gone', value: true }, OLD],
  [{ kind: 'tag', tag: 'gone', value: false }, OLD],
  [{ kind: 'dismiss', value: true }, FROM_HUGGING_FACE],
  [{ kind: 'star', value: true }, WITH_DOI],
  [{ kind: 'remove' }, WITH_DOI],
  [{ kind: 'star', value: true }, UNNAMED],
  [{ kind: 'star', value: false }, UNNAMED],
  [{ kind: 'editTexts', title: 'Old strings, as I call them', authors: ['E. Euler'] }, OLD],
  [{ kind: 'editTexts', authors: null }, OLD],
];

/** Runs the same commands at the same times, under the same names; the last one undoes another. */
export async function writeSample(db: LibraryDatabase): Promise<void> {
  await db.state.put({ key: 'device', value: '0a1b2c3d' });
  const start = Date.UTC(2026, 10, 20, 9);
  let step = 0;
  const commands = createCommands(db, () => start + step * 60_000);
  for (const [change, ...papers] of STEPS) {
    step += 1;
    const entries = papers.map((paper) => ({ id: paper.id, paper }));
    await commands.run({ op: operationOf(step), change, papers: entries });
  }
  await commands.undo(operationOf(step + 1), operationOf(5));
}

/** The name of the sample's n-th operation, from 1. */
export function operationOf(step: number): OperationId {
  return `00000000-0000-4000-8000-${String(step).padStart(12, '0')}`;
}
