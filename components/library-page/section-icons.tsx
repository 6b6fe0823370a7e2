import { Icon, ImportIcon, RemoveIcon, TagIcon } from '@/components/design/icons';
import type { SectionName } from '@/components/shell/route';

const PATHS = {
  papers: 'M2.5 2.5h3v11h-3zM5.5 4.5h3v9h-3zM9 4.3l2.8-.8 2.4 9.2-2.9.8z',
  duplicates: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  backups: 'M2.5 2.5h11v3.5h-11zM3.5 6v7.5h9V6M6.5 8.5h3',
  rules: 'M9.5 2.5l4 4-6.3 6.3H3.2v-4zM8 4l4 4M2.5 14.5h11',
  statistics: 'M2.5 13.5h11M4 13.5v-4M8 13.5v-10M12 13.5v-6.5',
  releases: 'M8 1.8l1.5 4.7 4.7 1.5-4.7 1.5L8 14.2 6.5 9.5 1.8 8l4.7-1.5z',
  settings: 'M2.5 4.5h6M11.5 4.5h2M10 3v3M2.5 8h2M7.5 8h6M6 6.5v3M2.5 11.5h6M11.5 11.5h2M10 10v3',
} as const;

/** The icon of a section in the navigation. */
export function SectionIcon({ section }: { readonly section: Exclude<SectionName, 'welcome'> }) {
  if (section === 'tags') return <TagIcon />;
  if (section === 'import') return <ImportIcon />;
  if (section === 'trash') return <RemoveIcon />;
  return <Icon path={PATHS[section]} />;
}
