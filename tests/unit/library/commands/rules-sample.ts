/** Made-up rules, and what version 2 keeps beside papers, written the same way each time. */
import fc from 'fast-check';
import { createCommands } from '@/lib/library/commands/commands';
import { createAbstractCache } from '@/lib/library/observations/abstracts';
import { createVisits } from '@/lib/library/observations/visits';
import { createSentToZotero } from '@/lib/library/queries/sent-to-zotero';
import type { LibraryDatabase } from '@/lib/library/store/database';
import type { Rule } from '@/lib/protocol/rule';
import type { RuleEdit } from '@/lib/protocol/rule-edit';
import { operationOf } from '../../../helpers/library-sample';
import { idOf, makePaper } from '../../../helpers/papers';

/** The n-th made-up rule, always with the same id. */
export function makeRule(n: number, overrides: Partial<Rule> = {}): Rule {
  return {
    id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    terms: [`term ${n}`],
    fields: ['title', 'abstract'],
    mode: 'word',
    matchCase: false,
    action: 'highlight',
    colour: 1,
    enabled: true,
    where: 'everywhere',
    ...overrides,
  };
}

const anyRuleId = fc.nat({ max: 5 }).map((n) => makeRule(n).id);

/** A few rules in some order, of few enough to meet again, changed or not. */
export const anyRules: fc.Arbitrary<Rule[]> = fc.uniqueArray(
  fc
    .record({ n: fc.nat({ max: 5 }), enabled: fc.boolean(), colour: fc.constantFrom(1, 2) })
    .map(({ n, enabled, colour }) => makeRule(n, { enabled, colour: colour as 1 | 2 })),
  { selector: ({ id }) => id, maxLength: 6 },
);

/** Any change to such rules. */
export const anyEdit: fc.Arbitrary<RuleEdit> = fc.oneof(
  anyRules.map((rules): RuleEdit => ({ kind: 'replace', rules })),
  anyRules.map((rules): RuleEdit => ({ kind: 'add', rules })),
  anyRuleId.map((id): RuleEdit => ({ kind: 'remove', id })),
  fc.record({ kind: fc.constant('move' as const), id: anyRuleId, to: fc.nat({ max: 7 }) }),
  fc.record({
    kind: fc.constant('patch' as const),
    id: anyRuleId,
    patch: fc.record({ enabled: fc.boolean(), matchCase: fc.boolean() }, { requiredKeys: [] }),
  }),
);

const START = Date.UTC(2026, 10, 20, 12);

/** To be called after `writeSample`: what came with version 2. The last save is undone. */
export async function writeRulesSample(db: LibraryDatabase): Promise<void> {
  let step = 100;
  const now = () => START + step * 60_000;
  const commands = createCommands(db, now);
  const [first, muted, gone] = [makeRule(1), makeRule(2, { action: 'mute' }), makeRule(3)];
  const stem = makeRule(4, { mode: 'stem', terms: ['attent', '図'], where: 'arxiv', colour: 8 });
  await commands.editRules({
    op: operationOf(step),
    edit: { kind: 'replace', rules: [gone, muted, first] },
  });
  step += 1;
  await commands.editRules({
    op: operationOf(step),
    edit: { kind: 'replace', rules: [first, { ...muted, enabled: false }] },
  });
  step += 1;
  await commands.addRule({ op: operationOf(step), rule: stem });
  step += 1;
  await commands.editRules({ op: operationOf(step), edit: { kind: 'replace', rules: [] } });
  step += 1;
  await commands.undo(operationOf(step), operationOf(step - 1));

  const visits = createVisits(db, now);
  await visits.visited({ listing: 'arxiv-list:cs.LG/new', ids: [idOf(1), 'doi:10.1000/182'] });
  const cache = createAbstractCache(db, now);
  await cache.save([makePaper({ id: idOf(8), abstract: 'We show $x$.' })], [idOf(9)]);

  const sent = createSentToZotero(db, now);
  await sent.save(await sent.records([{ id: 'arxiv:2611.04242', paper: null }]));
}
