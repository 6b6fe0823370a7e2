import { openDatabase } from './open-database';

/** The page's connection to the library. */
export const db = openDatabase();
