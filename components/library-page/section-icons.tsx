import { Icon } from '@/components/design/icons';
import type { SectionName } from './route';

const PATHS: Record<SectionName, string> = {
  papers: 'M2.5 2.5h3v11h-3zM5.5 4.5h3v9h-3zM9 4.3l2.8-.8 2.4 9.2-2.9.8z',
  rules: 'M9.5 2.5l4 4-6.3 6.3H3.2v-4zM8 4l4 4M2.5 14.5h11',
  settings: 'M2.5 4.5h6M11.5 4.5h2M10 3v3M2.5 8h2M7.5 8h6M6 6.5v3M2.5 11.5h6M11.5 11.5h2M10 10v3',
};

/** The mark of a section in the navigation. */
export function SectionIcon({ section }: { readonly section: SectionName }) {
  return <Icon path={PATHS[section]} />;
}
