import { createQueries } from '@/lib/library/queries/queries';
import { db } from './page-database';

/** Read access to the library for the extension's own pages. They write by sending commands. */
export const library = createQueries(db);
