import type { Rule } from '@/lib/protocol/rule';
import type { LibraryDatabase } from './database';
import { rulesOf } from './rule-record';

/** All keyword rules, in their order. */
export async function readRules(db: LibraryDatabase): Promise<Rule[]> {
  return rulesOf(await db.rules.orderBy('order').toArray());
}
