import type { ComponentProps } from 'react';
import { t } from '@/lib/i18n';
import { STATUSES, type Status } from '@/lib/paper';

interface StatusSelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  readonly status: Status;
  readonly onChoose: (status: Status) => void;
}

/** A select for the reading status of a paper. */
export function StatusSelect({ status, onChoose, ...attributes }: StatusSelectProps) {
  return (
    <select
      {...attributes}
      value={status}
      onChange={({ target }) => onChoose(target.value as Status)}
    >
      {STATUSES.map((one) => (
        <option key={one} value={one}>
          {t(`status_${one}`)}
        </option>
      ))}
    </select>
  );
}
