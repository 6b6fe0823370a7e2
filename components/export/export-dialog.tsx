import { useId, useState } from 'react';
import { Sheet } from '@/components/design/sheet';
import { useSetting } from '@/components/design/use-setting';
import { FORMAT_NAMES, type FormatName, formatOf, isArchive } from '@/lib/exchange/formats';
import { MAX_ZIP_FILES } from '@/lib/exchange/zip-limit';
import { plural, t } from '@/lib/i18n';
import { exportFormat } from '@/lib/settings/settings';
import { ExportActions } from './export-actions';
import './export.css';
import { useExport } from './use-export';

/** Papers that can be exported together, as numbers in display order. */
export interface ExportScope {
  readonly name: 'selection' | 'shown' | 'all';
  readonly nums: ArrayLike<number>;
  /** In the Winnow format, exports the whole library: these papers and everything that is not a paper. */
  readonly library?: ArrayLike<number>;
}

interface ExportDialogProps {
  /** At least one; the first is preselected. */
  readonly scopes: readonly ExportScope[];
  readonly onClose: () => void;
}

/** A dialog that asks which papers to export, and in which format. */
export function ExportDialog({ scopes, onClose }: ExportDialogProps) {
  const [stored, setStored] = useSetting(exportFormat);
  const format = validFormat(stored);
  const [scopeName, setScopeName] = useState(scopes[0]?.name);
  const scope = scopes.find(({ name }) => name === scopeName) ?? scopes[0];
  const exporter = useExport();
  if (!scope) return null;

  const isBusy = exporter.status.kind === 'busy';
  const isWinnowFormat = format === 'winnow';
  const isWhole = isWinnowFormat && scope.library !== undefined;
  return (
    <Sheet
      title={t('exportTitle')}
      name="export"
      isBusy={isBusy}
      onClose={onClose}
      onEscape={isBusy ? exporter.cancel : onClose}
    >
      <div className="sheet-body">
        <Choices
          legend={t('exportWhich')}
          options={scopes.map(({ name, nums, library }) => ({
            value: name,
            name: t(`exportScope_${isWinnowFormat && library ? 'library' : name}`),
            hint: plural('papers', (isWinnowFormat && library ? library : nums).length),
          }))}
          chosen={scope.name}
          isDisabled={isBusy}
          onChoose={(name) => {
            setScopeName(name);
            exporter.reset();
          }}
        />
        <Choices
          legend={t('exportFormat')}
          options={FORMAT_NAMES.map((value) => ({
            value,
            name: t(`exportFormat_${value}`),
            hint: t(`exportFor_${value}`),
          }))}
          chosen={format}
          isDisabled={isBusy}
          onChoose={(value) => {
            setStored(value);
            exporter.reset();
          }}
        />
        <p className="export-losses">{isWinnowFormat ? t('exportOwn') : lossesOf(format)}</p>
        {isArchive(format) && scope.nums.length > MAX_ZIP_FILES && (
          <p className="problem">{plural('exportTooMany', MAX_ZIP_FILES)}</p>
        )}
      </div>
      <ExportActions
        format={format}
        nums={isWhole ? (scope.library ?? scope.nums) : scope.nums}
        isWhole={isWhole}
        exporter={exporter}
      />
    </Sheet>
  );
}

/** Validates the stored name, which another version may have written. */
function validFormat(stored: string | undefined): FormatName {
  return FORMAT_NAMES.find((name) => name === stored) ?? 'bibtex';
}

function lossesOf(format: FormatName): string {
  const { losses } = formatOf(format);
  if (losses.length === 0) return t('exportLosesNothing', t(`exportFormat_${format}`));
  const parts = losses.map((part) => t(`exportPart_${part}`));
  return t(
    'exportLoses',
    t(`exportFormat_${format}`),
    new Intl.ListFormat(t('language')).format(parts),
  );
}

interface ChoicesProps<V extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: V; readonly name: string; readonly hint: string }[];
  readonly chosen: V;
  readonly isDisabled: boolean;
  readonly onChoose: (value: V) => void;
}

function Choices<V extends string>(props: ChoicesProps<V>) {
  const group = useId();
  return (
    <fieldset className="export-choices" disabled={props.isDisabled}>
      <legend>{props.legend}</legend>
      {props.options.map(({ value, name, hint }) => (
        <label key={value}>
          <input
            type="radio"
            name={group}
            checked={value === props.chosen}
            onChange={() => props.onChoose(value)}
          />
          <span className="export-name">{name}</span> <span className="quiet">{hint}</span>
        </label>
      ))}
    </fieldset>
  );
}
