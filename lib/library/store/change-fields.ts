/** Changes as fields of a record. */

import type { Change } from '@/lib/protocol/change';
import type { PaperRecord } from './record';
import type { Fields } from './record-fields';

/** The fields that a change writes. */
export function fieldsOfChange(change: Change): Fields {
  switch (change.kind) {
    case 'star':
      return { starred: change.value };
    case 'dismiss':
      return { dismissed: change.value };
    case 'status':
      return { status: change.value };
    case 'note':
      return { note: change.value };
    case 'tag':
      return { [`tag:${change.tag}`]: change.value };
    case 'editTexts': {
      const { title, authors, abstract } = change;
      return {
        ...(title !== undefined && { ownTitle: title }),
        ...(authors !== undefined && { ownAuthors: authors }),
        ...(abstract !== undefined && { ownAbstract: abstract }),
      };
    }
    case 'acknowledgeVersion':
      return {}; // depends on the record: see `acknowledgedFields`
    case 'remove':
      return { deleted: true };
    case 'restore':
      return { deleted: false };
  }
}

/** The fields by which the user knows all versions that pages have reported. */
export function acknowledgedFields({ met, knownVersion, knownReplaced }: PaperRecord): Fields {
  return {
    knownVersion: met?.version ?? knownVersion ?? null,
    knownReplaced: met?.replacedOn ?? knownReplaced ?? null,
  };
}
