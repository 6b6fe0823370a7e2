/** The name of the library's database; that of its backups is made from it. */
export const LIBRARY_NAME = 'winnow';
