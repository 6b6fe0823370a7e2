/** Icons of 16 px, in the colour of the surrounding text. */
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

/** A tick: that is done. */
export function DoneIcon() {
  return <Icon path="M3 8.6l3.2 3.2L13 4.6" />;
}

export function RemoveIcon() {
  return <Icon path="M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.7 6.7v4M9.3 6.7v4" />;
}

export function SendIcon() {
  return <Icon path="M2.2 7.6L13.8 2.4 10.6 13.6 7.4 9z M7.4 9L13.8 2.4" />;
}

export function LocateIcon() {
  return <Icon path="M8 2v3M8 11v3M2 8h3M11 8h3M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 0 1 0-5" />;
}

export function NoteIcon() {
  return <Icon path="M9.8 3.2l3 3L6 13H3v-3zM8.2 4.8l3 3" />;
}

export function SearchIcon() {
  return <Icon path="M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9M10.4 10.4L13.5 13.5" />;
}

/** Points down; rotated while what it opens is open. */
export function ChevronIcon() {
  return <Icon path="M4.5 6.2L8 9.8l3.5-3.6" />;
}

export function HelpIcon() {
  return (
    <Icon path="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.6-.8 1.1M8 11.3v.1" />
  );
}

/** Books on a shelf. */
export function LibraryIcon() {
  return <Icon path="M2.5 2.5h3v11h-3zM5.5 4.5h3v9h-3zM9 4.3l2.8-.8 2.4 9.2-2.9.8z" />;
}

export function SaveFilterIcon() {
  return <Icon path="M4 2.5h8v11.3L8 10.9l-4 2.9zM8 4.8v3.4M6.3 6.5h3.4" />;
}

export function MoreIcon() {
  return <Icon path="M3.5 8v.1M8 8v.1M12.5 8v.1" />;
}

export function UpIcon() {
  return <Icon path="M8 13V3.5M4 7.2l4-4 4 4" />;
}

export function DownIcon() {
  return <Icon path="M8 3v9.5M4 8.8l4 4 4-4" />;
}

/** Out of a tray: leaves the library. */
export function ExportIcon() {
  return <Icon path="M8 10V2.5M5 5.3l3-3 3 3M2.8 9.5v4h10.4v-4" />;
}

/** An arrow in a circle. */
export function RefreshIcon() {
  return <Icon path="M13 8a5 5 0 1 1-1.5-3.5M13.2 1.9v3.2H10" />;
}

/** A sheet with lines: stands for papers. */
export function PapersIcon() {
  return <Icon path="M3.5 1.8h6l3 3v9.4h-9zM9.3 2v3h3M5.7 7.7h4.6M5.7 9.7h4.6M5.7 11.7h2.6" />;
}

/** An arrow into a tray. */
export function ImportIcon() {
  return <Icon path="M8 1.8v8M4.8 6.8L8 10l3.2-3.2M2.5 10.5v3.5h11v-3.5" />;
}
