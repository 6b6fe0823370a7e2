import { createLinkedPaperQuery } from '@/lib/library/queries/linked-papers';
import { db } from './page-database';

/** What is known of papers that some page links to, for the extension's own pages. */
export const linkedPapers = createLinkedPaperQuery(db);
