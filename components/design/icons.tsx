/** Icons of 16 px, drawn in the colour of the text around them. */
interface IconProps {
  readonly path: string;
  readonly filled?: boolean;
}

export function Icon({ path, filled = false }: IconProps) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

export function StarIcon({ filled }: { readonly filled: boolean }) {
  return (
    <Icon
      filled={filled}
      path="M8 1.6l2 4.1 4.5.6-3.3 3.2.8 4.5L8 11.9 4 14l.8-4.5L1.5 6.3 6 5.7z"
    />
  );
}

export function TagIcon() {
  return <Icon path="M2 2.5h5.6l6.4 6.3-5.2 5.2L2.3 7.8zM5 5.2v.1" />;
}

export function DismissIcon() {
  return <Icon path="M4 4l8 8M12 4l-8 8" />;
}

export function RemoveIcon() {
  return <Icon path="M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.7 6.7v4M9.3 6.7v4" />;
}

export function LocateIcon() {
  return <Icon path="M8 2v3M8 11v3M2 8h3M11 8h3M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5" />;
}
