import { LibraryDatabase } from '@/lib/library/store/database';

/** A page's own connection to the library. */
export const db = new LibraryDatabase();
