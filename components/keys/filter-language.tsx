import { Fragment } from 'react';
import { type MessageKey, t } from '@/lib/i18n';

/** What can be typed into the boxes that filter and search. */
const WORDS: readonly (readonly [string, MessageKey])[] = [
  ['attention bias', 'languageWords'],
  ['"graph neural"', 'languagePhrase'],
  ['transform*', 'languageStem'],
  ['-survey', 'languageNot'],
  ['vision OR video', 'languageOr'],
  ['-(vision OR video)', 'languageGroup'],
  ['title:graph', 'languageTitle'],
  ['abs:graph', 'languageAbstract'],
  ['author:li', 'languageAuthor'],
  ['cat:cs.LG', 'languageCategory'],
  ['tag:later', 'languageTag'],
  ['is:starred', 'languageIs'],
  ['status:read', 'languageStatus'],
  ['year:2020-2024', 'languageYear'],
  ['/O\\(n\\)/', 'languageRegex'],
];

/** The filter language, whole: the same on pages, in the popup and in the library. */
export function FilterLanguage() {
  return (
    <section className="filter-language">
      <h2>{t('languageTitleOfAll')}</h2>
      <dl>
        {WORDS.map(([word, does]) => (
          <Fragment key={does}>
            <dt>
              <code>{word}</code>
            </dt>
            <dd>{t(does)}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
