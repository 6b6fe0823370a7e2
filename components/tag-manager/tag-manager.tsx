import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { TodayLinks } from '@/components/paper-parts/today-links';
import { Section } from '@/components/shell/section';
import { ToPapers } from '@/components/shell/to-papers';
import { manage } from '@/components/triage/use-triage';
import { library } from '@/lib/connections/library';
import { plural, t } from '@/lib/i18n';
import { fold } from '@/lib/text/fold';
import { TagRow } from './tag-row';

/** How many tags are shown at first, and added by "show more". */
const PAGE_SIZE = 200;

/** All tags in use, to rename, merge, colour and delete. */
export function TagManager() {
  const tags = useLiveQuery(() => library.tagList(), []);
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(PAGE_SIZE);
  if (!tags) return null;

  const names = new Set(tags.map(({ tag }) => tag));
  const found = tags.filter(({ tag }) => fold(tag).includes(fold(search)));
  // A tag that was merged or deleted elsewhere is no longer selected.
  const toMerge = tags.filter(({ tag }) => selected.has(tag));

  async function merge(into: string): Promise<void> {
    const from = toMerge.map(({ tag }) => tag).filter((tag) => tag !== into);
    await manage({ kind: 'mergeTags', from, into });
    setSelected(new Set());
  }
  function select(tag: string, isSelected: boolean): void {
    setSelected((before) => {
      const after = new Set(before);
      if (isSelected) after.add(tag);
      else after.delete(tag);
      return after;
    });
  }

  if (tags.length === 0) {
    return (
      <Section title={t('section_tags')}>
        <div className="empty panel">
          <h2>{t('tagsEmpty')}</h2>
          <p>{t('tagsEmptyHelp')}</p>
          <TodayLinks />
          <ToPapers />
        </div>
      </Section>
    );
  }
  return (
    <Section title={t('section_tags')} lead={t('tagsLead')}>
      <div className="tags-head">
        <input
          type="search"
          aria-label={t('tagsSearch')}
          placeholder={t('tagsSearch')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && setSearch('')}
        />
        {toMerge.length > 1 ? (
          <select
            className="button"
            aria-label={plural('tagsMerge', toMerge.length)}
            value=""
            onChange={({ target }) => void merge(target.value)}
          >
            <option value="" disabled hidden>
              {plural('tagsMerge', toMerge.length)}
            </option>
            {toMerge.map(({ tag }) => (
              <option key={tag} value={tag}>
                {t('tagsMergeInto', tag)}
              </option>
            ))}
          </select>
        ) : (
          <p className="quiet" role="status">
            {plural('tagsCount', found.length)}
          </p>
        )}
      </div>
      <ul className="tag-table panel" aria-label={t('section_tags')}>
        {found.slice(0, limit).map((one) => (
          <TagRow
            key={one.tag}
            {...one}
            names={names}
            isSelected={selected.has(one.tag)}
            onSelect={(isSelected) => select(one.tag, isSelected)}
            onTask={(task) => void manage(task)}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <div className="empty">
          <p>{t('tagsNotFound', search)}</p>
          <button type="button" className="button" onClick={() => setSearch('')}>
            {t('tagsShowAll')}
          </button>
        </div>
      )}
      {found.length > limit && (
        <button
          type="button"
          className="button tags-more"
          onClick={() => setLimit(limit + PAGE_SIZE)}
        >
          {t('tagsMore')}
        </button>
      )}
    </Section>
  );
}
