import { openDatabase } from './open-database';

/** A page's own connection to the library. */
export const db = openDatabase();
