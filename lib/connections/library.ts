import { createQueries } from '@/lib/library/queries/queries';
import { db } from './database';

/** The library as the extension's own pages read it. They write by sending commands. */
export const library = createQueries(db);
