import { ChevronIcon } from '@/components/design/icons';
import { later } from '@/components/design/later';
import { usePopoverButton } from '@/components/design/use-popover-button';
import { t } from '@/lib/i18n';
import type { FacetChipProps, FacetOption } from './facet-option';

const FacetMenu = later(() => import('./facet-menu').then((module) => module.FacetMenu));

/** A chip that narrows the list by one facet and shows the chosen values. */
export function FacetChip<T extends string | number>(props: FacetChipProps<T>) {
  const { name, options, chosen, onChange } = props;
  const { anchor, close, button } = usePopoverButton();
  const names = chosen.map((one) => options.find(({ value }) => value === one)?.name ?? `${one}`);
  const said = names.length > 1 ? t('chipMany', names[0] ?? '', names.length - 1) : names[0];

  return (
    <>
      <button
        type="button"
        className="filter-chip"
        aria-label={said === undefined ? name : t('chipChosen', name, names.join(', '))}
        title={names.join(', ') || undefined}
        data-active={chosen.length > 0 || undefined}
        {...button}
      >
        <span>{said ?? name}</span>
        <ChevronIcon />
      </button>
      {anchor && (
        <FacetMenu
          name={name}
          options={withChosen(options, chosen)}
          chosen={chosen}
          anchor={anchor}
          onChange={onChange}
          onClose={close}
        />
      )}
    </>
  );
}

/** Chosen values can be unchosen even if no paper has them any more. */
function withChosen<T>(options: readonly FacetOption<T>[], chosen: readonly T[]) {
  const missing = chosen.filter((one) => !options.some(({ value }) => value === one));
  return [
    ...missing.map((value) => ({ value, name: `${value}`, count: 0, colour: null })),
    ...options,
  ];
}
