import type { Rule } from '@/lib/protocol/rule';
import type { LibraryDatabase } from './database';
import { activeRules } from './rule-record';

/** All keyword rules, in order. */
export async function readRules(db: LibraryDatabase): Promise<Rule[]> {
  return activeRules(await db.rules.orderBy('order').toArray());
}
