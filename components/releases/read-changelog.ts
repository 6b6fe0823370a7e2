/** Reads what `CHANGELOG.md` uses of Markdown. */

export interface Version {
  /** `null` while it is not released. */
  readonly name: string | null;
  /** What it adds, changes and mends, as in the file. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly title: string;
  readonly points: readonly string[];
}

interface Reading {
  name: string | null;
  readonly parts: { title: string; points: string[] }[];
}

/** The versions in a changelog, the newest first. */
export function readChangelog(text: string): readonly Version[] {
  const versions: Reading[] = [];
  for (const line of text.split(/\r?\n/)) {
    const version = versions.at(-1);
    const part = version?.parts.at(-1);
    const heading = /^(##+) (.*)$/.exec(line);
    const point = /^[-*] (.*)$/.exec(line);
    const more = /^ +(\S.*)$/.exec(line);
    if (heading) {
      const [, signs = '', title = ''] = heading;
      if (signs.length > 2) version?.parts.push({ title, points: [] });
      else versions.push({ name: title === 'Unreleased' ? null : unbracketed(title), parts: [] });
    } else if (point) part?.points.push(point[1] ?? '');
    else if (more && part && part.points.length > 0) {
      part.points.push(`${part.points.pop()} ${more[1]}`);
    }
  }
  return versions;
}

/** "[1.2.0] - 2026-12-01", where the brackets are a link. */
function unbracketed(title: string): string {
  return title.replace(/[[\]]/g, '');
}

/** A text in pieces: as it is, and what is marked as code. */
export function codeIn(
  text: string,
): readonly { readonly text: string; readonly isCode: boolean }[] {
  return text
    .split('`')
    .map((piece, index) => ({ text: piece, isCode: index % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '');
}
