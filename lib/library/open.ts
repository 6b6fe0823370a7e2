import { createQueries } from './queries/queries';
import { db } from './store/connection';

/** The library as the extension's own pages read it. They write by sending commands. */
export const library = createQueries(db);
