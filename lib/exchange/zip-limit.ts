/** Beyond this, client-zip writes a wrong count of files: the format has 16 bits for it. */
export const MAX_ZIP_FILES = 65_000;
