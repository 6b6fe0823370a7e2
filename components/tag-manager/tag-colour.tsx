import { t } from '@/lib/i18n';
import { COLOURS, type Colour } from '@/lib/protocol/colours';

interface TagColourProps {
  readonly tag: string;
  readonly colour: Colour | null;
  readonly onChange: (colour: Colour | null) => void;
}

/** Selects the colour of a tag by name; `null` is none. */
export function TagColour({ tag, colour, onChange }: TagColourProps) {
  return (
    <span className="tag-colour" data-colour={colour ?? undefined}>
      <select
        aria-label={t('tagColour', tag)}
        value={colour ?? ''}
        onChange={({ target }) => onChange((Number(target.value) || null) as Colour | null)}
      >
        <option value="">{t('tagNoColour')}</option>
        {COLOURS.map((name, index) => (
          <option key={name} value={index + 1}>
            {t(`colour_${name}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
