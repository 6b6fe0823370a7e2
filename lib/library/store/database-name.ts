/** Name of the library's database; the name of the database of backups is derived from it. */
export const DATABASE_NAME = 'winnow';
