/** client-zip counts more files than this wrongly: the format counts in 16 bits. */
export const MOST_FILES = 65_000;
