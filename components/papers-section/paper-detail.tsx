import { useMemo, useState } from 'react';
import { DismissIcon, NoteIcon, RemoveIcon, StarIcon, TagIcon } from '@/components/design/icons';
import type { TagColours } from '@/components/live-lists/use-tags';
import { NoteEditor } from '@/components/note-editor/note-editor';
import { AllAuthors } from '@/components/paper-list/all-authors';
import { CopyBibtex } from '@/components/paper-list/copy-bibtex';
import { finderFor } from '@/components/paper-list/finder';
import { MarkedTex, MarkedText } from '@/components/paper-list/marked';
import { NewVersion } from '@/components/paper-list/new-version';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import { stateToCome, triageActions, useFailure } from '@/components/triage/use-triage';
import { SendToZotero } from '@/components/zotero/send-to-zotero';
import { formatDate, formatNumber, t } from '@/lib/i18n';
import { newVersionOf } from '@/lib/library/store/new-version';
import type { PaperRecord } from '@/lib/library/store/record';
import { arxivIdOf, STATUSES, type Status, urlOf } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { EarlierNotes } from './earlier-notes';

interface PaperDetailProps {
  readonly record: PaperRecord;
  readonly search: string;
  readonly tagColours: TagColours;
  /** All tags in use, the most used first. */
  readonly knownTags: readonly string[];
  /** Whether the note is edited. */
  readonly isNoting: boolean;
  readonly onNote: (isNoting: boolean) => void;
  /** Back to the list, where the details cover it. */
  readonly onClose: () => void;
}

/** Everything about one paper. */
export function PaperDetail(props: PaperDetailProps) {
  const { record, search, knownTags, tagColours, isNoting, onNote, onClose } = props;
  const { id, meta, triage } = record;
  const { title } = meta;
  const newVersion = newVersionOf(record);
  const find = useMemo(() => finderFor(search), [search]);
  const [tagButton, setTagButton] = useState<HTMLElement | null>(null);
  const failure = useFailure(id);
  const change = (wanted: Change) =>
    void triageActions.change([{ id, title, paper: null }], wanted);

  return (
    <aside className="paper-detail" aria-label={t('detailLabel')}>
      <button type="button" className="button detail-back" onClick={onClose}>
        {t('detailBack')}
      </button>
      <h2 className="detail-title" dir="auto">
        <MarkedTex text={title} find={find} field="title" />
      </h2>
      {newVersion !== null && (
        <NewVersion
          title={title}
          version={newVersion}
          onAcknowledge={() => change({ kind: 'acknowledgeVersion' })}
        />
      )}
      {meta.authors.length > 0 && (
        <p className="detail-authors" dir="auto">
          <AllAuthors meta={meta} find={find} />
        </p>
      )}
      <div className="detail-actions">
        <button
          type="button"
          className="button"
          aria-pressed={triage.starred}
          onClick={() => change({ kind: 'star', value: !stateToCome(id, triage).starred })}
        >
          <StarIcon filled={triage.starred} />
          {t(triage.starred ? 'detailStarred' : 'detailStar')}
        </button>
        <select
          className="select"
          aria-label={t('detailStatus')}
          value={triage.status}
          onChange={({ target }) => change({ kind: 'status', value: target.value as Status })}
        >
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`status_${status}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button"
          onClick={() => change({ kind: 'dismiss', value: !triage.dismissed })}
        >
          <DismissIcon />
          {t(triage.dismissed ? 'rowBringBack' : 'rowDismiss')}
        </button>
        <button type="button" className="button" onClick={() => change({ kind: 'remove' })}>
          <RemoveIcon />
          {t('detailRemove')}
        </button>
      </div>
      <section className="detail-tags" aria-label={t('rowTags')}>
        <ul className="row-tags">
          {triage.tags.map((tag) => (
            <li key={tag} className="tag" title={tag} data-tag-colour={tagColours.get(tag)}>
              {tag}
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="button small"
          aria-haspopup="dialog"
          aria-expanded={tagButton !== null}
          onClick={({ currentTarget }) => setTagButton(currentTarget)}
        >
          <TagIcon />
          {t('detailEditTags')}
        </button>
        {tagButton && (
          <TagDialog
            title={title}
            tags={triage.tags}
            suggestions={knownTags}
            failure={failure}
            anchor={tagButton}
            onChange={(tag, value) => change({ kind: 'tag', tag, value })}
            onClose={() => setTagButton(null)}
          />
        )}
      </section>
      <Links record={record} />
      <section className="detail-note" aria-label={t('factNote')}>
        {isNoting ? (
          <NoteEditor
            id={id}
            title={title}
            paper={null}
            note={triage.note}
            onClose={() => onNote(false)}
          />
        ) : (
          <>
            {triage.note !== '' && (
              <p dir="auto">
                <MarkedText text={triage.note} find={find} field="abstract" />
              </p>
            )}
            <button type="button" className="button" onClick={() => onNote(true)}>
              <NoteIcon />
              {t(triage.note === '' ? 'detailAddNote' : 'detailEditNote')}
            </button>
            <EarlierNotes
              key={id}
              record={record}
              onPutBack={(value) => change({ kind: 'note', value })}
            />
          </>
        )}
      </section>
      {meta.abstract && (
        <section aria-label={t('detailAbstract')}>
          <h3 className="detail-abstract-head">{t('detailAbstract')}</h3>
          <p className="detail-abstract" dir="auto">
            <MarkedTex text={meta.abstract} find={find} field="abstract" />
          </p>
        </section>
      )}
      <Facts record={record} />
    </aside>
  );
}

/** Where the paper goes. Addresses are made from its id alone: none comes from a page. */
function Links({ record }: { readonly record: PaperRecord }) {
  const { id } = record;
  const arxivId = arxivIdOf(id);
  const url = urlOf(id);
  const links = arxivId
    ? [
        [t('detailAbs'), `https://arxiv.org/abs/${arxivId}`],
        [t('detailPdf'), `https://arxiv.org/pdf/${arxivId}`],
        [t('site_huggingface'), `https://huggingface.co/papers/${arxivId}`],
      ]
    : url
      ? [[t('detailDoi'), url]]
      : [];
  return (
    <ul className="detail-links" aria-label={t('detailLinks')}>
      {links.map(([name, href]) => (
        <li key={href}>
          <a className="button" href={href} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
      <li>
        <CopyBibtex className="button" readRecord={async () => record} />
      </li>
      <li>
        <SendToZotero className="button" papers={async () => [{ id, paper: null }]} />
      </li>
    </ul>
  );
}

function Facts({ record }: { readonly record: PaperRecord }) {
  const { id, meta, added } = record;
  const facts: readonly (readonly [string, string | number | null])[] = [
    [t('factDate'), meta.date && formatDate(meta.date)],
    [t('factCategories'), meta.categories.join(', ')],
    [t('factComments'), meta.comments],
    [t('factJournal'), meta.journalRef],
    [t('factDoi'), meta.doi],
    [t('factOrganization'), meta.organization],
    [t('factUpvotes'), meta.upvotes === null ? null : formatNumber(meta.upvotes)],
    [t('factDiscussion'), meta.numComments === null ? null : formatNumber(meta.numComments)],
    [t('factVersion'), meta.version === null ? null : formatNumber(meta.version)],
    [t('factAdded'), added > 0 ? formatDate(added) : null],
    [t('factId'), id.startsWith('title:') ? null : id],
  ];
  return (
    <dl className="fact-list detail-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
