/**
 * Sources of regular expressions (flag `v`) for letters. Scripts without spaces between words are
 * searched letter by letter, all others by words.
 */

const UNSPACED_SCRIPTS = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}]';

/** A letter, digit or vowel sign of a script that puts spaces between words. */
export const SPACED_LETTER = `[[\\p{L}\\p{N}\\p{M}]--${UNSPACED_SCRIPTS}]`;

/** A letter of a script that does not. */
export const UNSPACED_LETTER = `[[\\p{L}\\p{N}]&&${UNSPACED_SCRIPTS}]`;

/** A vowel sign or tone mark, which belongs to such a letter before it. */
export const UNSPACED_MARK = `[\\p{M}&&${UNSPACED_SCRIPTS}]`;
