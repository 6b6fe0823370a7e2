import { useId, useState } from 'react';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { type PaperId, urlOf, writtenId } from '@/lib/paper';
import { bestPaper, differencesOf, sharedDoi } from './likeness';

interface DuplicateGroupProps {
  /** Two or more. */
  readonly papers: readonly PaperRecord[];
  readonly onMerge: (into: PaperId) => void;
  readonly onKeepApart: () => void;
}

/** Papers that are probably the same, with their differences, to merge or keep apart. */
export function DuplicateGroup({ papers, onMerge, onKeepApart }: DuplicateGroupProps) {
  const [chosen, setChosen] = useState<PaperId>();
  const group = useId();
  const kept = papers.find(({ id }) => id === chosen) ?? bestPaper(papers);
  const { title } = kept.meta;
  const facts = differencesOf(papers);
  const doi = sharedDoi(papers);

  return (
    <li>
      <article className="duplicate-group panel" aria-labelledby={`${group}-title`}>
        <h2 id={`${group}-title`} dir="auto">
          {title}
        </h2>
        <p className="quiet">
          {doi === null ? t('duplicatesSameTitle') : t('duplicatesSameDoi', doi)}
        </p>
        <fieldset className="duplicate-papers">
          <legend className="unseen">{t('duplicatesKeep')}</legend>
          {papers.map((paper) => {
            const url = urlOf(paper.id);
            return (
              <div
                key={paper.id}
                className="duplicate-paper"
                data-kept={paper === kept || undefined}
              >
                <label>
                  <input
                    type="radio"
                    name={group}
                    checked={paper === kept}
                    onChange={() => setChosen(paper.id)}
                  />
                  {t('duplicatesKeepThis', writtenId(paper.id) ?? paper.meta.title)}
                </label>
                <dl className="fact-list">
                  {facts.map(([name, of]) => (
                    <div key={name}>
                      <dt>{t(name)}</dt>
                      <dd dir="auto">{of(paper) || '–'}</dd>
                    </div>
                  ))}
                </dl>
                {url && (
                  <a href={url} target="_blank" rel="noreferrer">
                    {t('duplicatesOpen')}
                  </a>
                )}
              </div>
            );
          })}
        </fieldset>
        <div className="duplicate-actions">
          <button
            type="button"
            className="button primary"
            aria-label={t('duplicatesMergeOne', title)}
            onClick={() => onMerge(kept.id)}
          >
            {t('duplicatesMerge')}
          </button>
          <button
            type="button"
            className="button"
            aria-label={t('duplicatesKeepApartOne', title)}
            onClick={onKeepApart}
          >
            {t('duplicatesKeepApart')}
          </button>
        </div>
      </article>
    </li>
  );
}
