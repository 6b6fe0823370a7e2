import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Section } from '@/components/shell/section';
import { manage } from '@/components/triage/use-triage';
import { library } from '@/lib/connections/library';
import { plural, t } from '@/lib/i18n';
import { fold } from '@/lib/text/fold';
import { TagRow } from './tag-row';

/** So many tags are shown before the user asks for more. */
const TAGS_SHOWN = 200;

/** All tags in use: renamed, merged, coloured and deleted here. */
export function TagManager() {
  const tags = useLiveQuery(() => library.tagList(), []);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(TAGS_SHOWN);
  if (!tags) return null;

  const names = new Set(tags.map(({ tag }) => tag));
  const found = tags.filter(({ tag }) => fold(tag).includes(fold(search)));
  // Merged or deleted elsewhere, a tag is no longer chosen.
  const merging = tags.filter(({ tag }) => chosen.has(tag));

  async function merge(into: string): Promise<void> {
    const from = merging.map(({ tag }) => tag).filter((tag) => tag !== into);
    await manage({ kind: 'mergeTags', from, into });
    setChosen(new Set());
  }
  function choose(tag: string, isChosen: boolean): void {
    setChosen((before) => {
      const after = new Set(before);
      if (isChosen) after.add(tag);
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
        {merging.length > 1 ? (
          <select
            className="button"
            aria-label={plural('tagsMerge', merging.length)}
            value=""
            onChange={({ target }) => void merge(target.value)}
          >
            <option value="" disabled hidden>
              {plural('tagsMerge', merging.length)}
            </option>
            {merging.map(({ tag }) => (
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
        {found.slice(0, shown).map((one) => (
          <TagRow
            key={one.tag}
            {...one}
            names={names}
            isChosen={chosen.has(one.tag)}
            onChoose={(isChosen) => choose(one.tag, isChosen)}
            onTask={(task) => void manage(task)}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{t('emptyMatches')}</p>}
      {found.length > shown && (
        <button
          type="button"
          className="button tags-more"
          onClick={() => setShown(shown + TAGS_SHOWN)}
        >
          {t('tagsMore')}
        </button>
      )}
    </Section>
  );
}
