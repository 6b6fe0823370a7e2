import { useId, useState } from 'react';
import type { CsvField } from '@/lib/exchange/formats/csv-columns';
import type { Table } from '@/lib/exchange/import/recognise';
import { t } from '@/lib/i18n';
import { useImport } from './use-import';

/** What a column can contain, starting with what identifies a paper. */
const FIELDS: readonly CsvField[] = [
  ...(['title', 'arxivId', 'doi', 'url', 'authors', 'abstract', 'date', 'year'] as const),
  ...(['journalRef', 'categories', 'comments', 'tags', 'note', 'status', 'starred'] as const),
  ...(['dismissed', 'added'] as const),
];

/** Lets the user correct what each column of a table contains. */
export function TableColumns({ table }: { readonly table: Table }) {
  const { readAgain } = useImport();
  const [fields, setFields] = useState(table.fields);
  const isKnown = table.fields.some((field) => field !== null);
  const isChanged = fields.some((field, index) => field !== table.fields[index]);
  const id = useId();
  return (
    <details className="import-columns panel" open={!isKnown || undefined}>
      <summary>{t('importColumns')}</summary>
      <p className="quiet">{t(isKnown ? 'importColumnsHelp' : 'importColumnsUnknown')}</p>
      <ul>
        {table.header.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same name
          <li key={index}>
            <label htmlFor={`${id}-${index}`} dir="auto">
              {name || t('importColumnUnnamed', index + 1)}
            </label>
            <select
              id={`${id}-${index}`}
              className="select"
              value={fields[index] ?? ''}
              onChange={({ target }) =>
                setFields(
                  fields.map((field, other) => {
                    if (other === index) return (target.value || null) as CsvField | null;
                    return field === target.value ? null : field; // at most one column each
                  }),
                )
              }
            >
              <option value="">{t('importColumnNone')}</option>
              {[...new Set([...FIELDS, ...fields.filter((field) => field !== null)])].map(
                (field) => (
                  <option key={field} value={field}>
                    {t(`importColumn_${field}`)}
                  </option>
                ),
              )}
            </select>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        disabled={!isChanged}
        onClick={() => void readAgain(fields)}
      >
        {t('importColumnsApply')}
      </button>
    </details>
  );
}
