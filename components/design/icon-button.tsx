import type { ComponentProps } from 'react';

type IconButtonProps = Omit<ComponentProps<'button'>, 'type' | 'title' | 'aria-label'> & {
  /** The accessible name, including what it acts on: "Dismiss: A title". */
  readonly name: string;
  /** The tooltip; by default the name. */
  readonly hint?: string;
};

/** A button that shows only an icon. */
export function IconButton({ name, hint = name, className, ...button }: IconButtonProps) {
  return (
    <button
      type="button"
      className={className ? `icon-button ${className}` : 'icon-button'}
      aria-label={name}
      title={hint}
      {...button}
    />
  );
}
