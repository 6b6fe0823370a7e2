import { db } from './connection';
import { createQueries } from './queries';

/** The library as the extension's own pages read it. They write by sending commands. */
export const library = createQueries(db);
