/**
 * Reads Winnow's own format: docs/winnow-format.schema.json. Unreadable parts do not affect the
 * rest.
 */
import * as v from 'valibot';
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
import { parseJson } from '@/lib/text/parse-json';
import { toExcerpt } from '../formats/field-values';
import { jsonElements, jsonMembers } from '../formats/json-elements';
import type { UnreadableEntry } from '../formats/parsed-paper';

type FoundSaved =
  | { readonly saved: SavedPaper; readonly place: number }
  | { readonly unreadable: UnreadableEntry };

export interface SavedLibrary {
  /** Whether a later version of Winnow wrote it, in an unknown form. */
  readonly isLater: boolean;
  readonly rest: SavedRest;
  /** Unvalidated; `null` if there are none. */
  readonly settings: object | null;
  /** What could not be read, apart from papers. */
  readonly problems: readonly UnreadableEntry[];
  readonly papers: () => Iterable<FoundSaved>;
}

/** Whether a text is one of our own files, judging by its beginning. */
export function isSavedLibrary(head: string): boolean {
  for (const { name, text } of jsonMembers(head)) {
    if (name === 'format') return text.trim() === '"winnow"';
  }
  return false;
}

/** Reads what `isSavedLibrary` recognised; papers are read lazily. */
export function readSavedLibrary(file: string): SavedLibrary {
  const problems: UnreadableEntry[] = [];
  const parts = new Map<string, string>();
  let isCutOff = !/\}\s*$/.test(file);
  for (const member of jsonMembers(file)) {
    parts.set(member.name, member.text);
    isCutOff ||= member.isCutOff;
  }
  const version = Number(parseJson(parts.get('version') ?? ''));
  if (!(version >= 1)) problems.push(toProblem(1, parts.get('version') ?? '', 'version'));

  function entries<S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S>[] {
    return [...jsonElements(parts.get(name) ?? '')].flatMap(({ place, text }) => {
      const checked = parseWith(schema, text);
      if ('output' in checked) return [checked.output];
      problems.push(toProblem(place, text, [name, checked.field].filter(Boolean).join('.')));
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
        const checked = parseWith(SavedPaperSchema, text);
        if ('output' in checked) yield { saved: checked.output, place };
        else if (checked.field !== null)
          yield { unreadable: toProblem(place, text, checked.field) };
        else if (!element.isCutOff)
          yield { unreadable: { ...locate(place, text), reason: t('readNoJson') } };
      }
      if (isCutOff) {
        yield { unreadable: { ...locate(last, file.slice(-200)), reason: t('readLibraryCutOff') } };
      }
    },
  };
}

type Checked<S extends v.GenericSchema> =
  | { readonly output: v.InferOutput<S> }
  /** The invalid field, such as `meta.title`; empty if all of it is; `null` if it is not JSON. */
  | { readonly field: string | null };

function parseWith<S extends v.GenericSchema>(schema: S, text: string): Checked<S> {
  const json = parseJson(text);
  if (json === undefined) return { field: null };
  const { success, output, issues } = v.safeParse(schema, json, { abortEarly: true });
  return success ? { output } : { field: v.getDotPath(issues[0]) ?? '' };
}

function toProblem(place: number, text: string, field: string): UnreadableEntry {
  return {
    ...locate(place, text),
    reason: t(field === '' ? 'readNoRecord' : 'readWrongField', field),
  };
}

function locate(place: number, text: string): Pick<UnreadableEntry, 'place' | 'excerpt'> {
  return { place, excerpt: toExcerpt(text) };
}
