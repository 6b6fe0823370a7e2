/** Reads our own format: docs/winnow-format.schema.json. What cannot be read loses nothing else. */
import * as v from 'valibot';
import { excerptOf } from '@/lib/exchange/formats/fields';
import { jsonElements, jsonMembers } from '@/lib/exchange/formats/json-elements';
import { t } from '@/lib/i18n';
import { SavedFilterSchema } from '@/lib/protocol/saved-filter';
import {
  FORMAT_VERSION,
  type SavedPaper,
  SavedPaperSchema,
  type SavedRest,
  SavedRuleSchema,
  SavedTagSchema,
} from '@/lib/protocol/saved-library';
import type { Unreadable } from '../formats/found-paper';

type FoundSaved =
  | { readonly saved: SavedPaper; readonly place: number }
  | { readonly unreadable: Unreadable };

export interface SavedLibrary {
  /** A later version of Winnow wrote it, in a form that is not known here. */
  readonly isLater: boolean;
  readonly rest: SavedRest;
  /** As the file has them, unchecked; `null`: it has none. */
  readonly settings: object | null;
  /** What of all but the papers cannot be read. */
  readonly problems: readonly Unreadable[];
  readonly papers: () => Iterable<FoundSaved>;
}

/** Whether a text is a file of ours, by its beginning. */
export function isSavedLibrary(head: string): boolean {
  for (const { name, text } of jsonMembers(head)) {
    if (name === 'format') return text.trim() === '"winnow"';
  }
  return false;
}

/** Reads what `isSavedLibrary` recognised; the papers as they are asked for. */
export function readSavedLibrary(file: string): SavedLibrary {
  const problems: Unreadable[] = [];
  const parts = new Map<string, string>();
  let isCutOff = !/\}\s*$/.test(file);
  for (const member of jsonMembers(file)) {
    parts.set(member.name, member.text);
    isCutOff ||= member.isCutOff;
  }
  const version = Number(parseJson(parts.get('version') ?? ''));
  if (!(version >= 1)) problems.push(problem(1, parts.get('version') ?? '', 'version'));

  function entries<S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S>[] {
    return [...jsonElements(parts.get(name) ?? '')].flatMap(({ place, text }) => {
      const checked = check(schema, text);
      if ('output' in checked) return [checked.output];
      problems.push(problem(place, text, [name, checked.field].filter(Boolean).join('.')));
      return [];
    });
  }

  const settings = parseJson(parts.get('settings') ?? '');
  return {
    isLater: version > FORMAT_VERSION,
    rest: {
      tags: entries('tags', SavedTagSchema),
      rules: entries('rules', SavedRuleSchema),
      filters: entries('savedFilters', SavedFilterSchema),
    },
    settings: typeof settings === 'object' ? settings : null,
    problems,
    *papers() {
      let last = 0;
      for (const element of jsonElements(parts.get('papers') ?? '')) {
        const { place, text } = element;
        last = place;
        const checked = check(SavedPaperSchema, text);
        if ('output' in checked) yield { saved: checked.output, place };
        else if (checked.field !== null) yield { unreadable: problem(place, text, checked.field) };
        else if (!element.isCutOff)
          yield { unreadable: { ...at(place, text), why: t('readNoJson') } };
      }
      if (isCutOff) {
        yield { unreadable: { ...at(last, file.slice(-200)), why: t('readLibraryCutOff') } };
      }
    },
  };
}

type Checked<S extends v.GenericSchema> =
  | { readonly output: v.InferOutput<S> }
  /** What is wrong: `meta.title`; empty: all of it; `null`: it is no JSON. */
  | { readonly field: string | null };

function check<S extends v.GenericSchema>(schema: S, text: string): Checked<S> {
  const json = parseJson(text);
  if (json === undefined) return { field: null };
  const { success, output, issues } = v.safeParse(schema, json, { abortEarly: true });
  return success ? { output } : { field: v.getDotPath(issues[0]) ?? '' };
}

function problem(place: number, text: string, field: string): Unreadable {
  return { ...at(place, text), why: t(field === '' ? 'readNoRecord' : 'readWrongField', field) };
}

function at(place: number, text: string): Pick<Unreadable, 'place' | 'excerpt'> {
  return { place, excerpt: excerptOf(text) };
}

/** `undefined` for what is no JSON, or nests too deep for the browser. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
