import type { ComponentProps } from 'react';

type IconButtonProps = Omit<ComponentProps<'button'>, 'type' | 'title' | 'aria-label'> & {
  /** What it is called, with what it is about: "Dismiss: A title". */
  readonly name: string;
  /** What is shown when it is pointed at; the name without this. */
  readonly hint?: string;
};

/** A button that shows an icon alone. */
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
