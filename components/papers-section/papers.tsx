import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { later } from '@/components/design/later';
import { useActionKeys } from '@/components/keys/use-action-keys';
import { useList, usePapers } from '@/components/live-lists/use-list';
import { useTags } from '@/components/live-lists/use-tags';
import { PaperDetail } from '@/components/paper-detail/paper-detail';
import { paramsOf, queryOf } from '@/components/shell/query-params';
import { hrefOf, replaceRoute } from '@/components/shell/route';
import { TagDialog } from '@/components/tag-dialog/tag-dialog';
import { stateToCome, triageActions, useFailure } from '@/components/triage/use-triage';
import { library } from '@/lib/connections/library';
import { t } from '@/lib/i18n';
import type { PaperRecord } from '@/lib/library/store/record';
import { nextStatus, urlOf } from '@/lib/paper';
import type { Change } from '@/lib/protocol/change';
import { type ListQuery, READING_LIST } from '@/lib/protocol/list-query';
import { changeNumbered } from './bulk';
import { BulkBar } from './bulk-bar';
import { type Choices, FacetList } from './facets';
import { ListBar } from './list-bar';
import { NoPapers } from './no-papers';
import { PaperRows } from './paper-rows';
import { chooseAll, extendTo, goTo, NOTHING, neighbour, toggle } from './selection';
import { type ListKeys, useListKeys } from './use-list-keys';
import { useSelection } from './use-selection';

const NONE = new Uint32Array();

const LibraryExport = later(() =>
  import('@/components/export/library-export').then((module) => module.LibraryExport),
);

/** A paper whose tags are edited, and the button beside which that happens. */
interface Tagging {
  readonly num: number;
  readonly anchor: HTMLElement;
}

/** The library's papers: what they can be narrowed to, the list, and the details of one. */
export function Papers({ params }: { readonly params: string }) {
  const query = useMemo(() => queryOf(params), [params]);
  const answer = useList(query);
  const nums = answer?.nums ?? NONE;
  const { knownTags, tagColours } = useTags(answer !== undefined && !answer.isPartial);
  const [{ cursor, anchor, chosen }, select] = useSelection(nums, params);
  const [keyMoves, setKeyMoves] = useState(0);
  const [isOpen, open] = useState<'facets' | 'detail' | null>(null);
  const [tagging, setTagging] = useState<Tagging | null>(null);
  /** The paper whose note is edited. */
  const [noting, setNoting] = useState<number | null>(null);
  const [isExporting, setExporting] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const marked = answer?.corrected ?? answer?.search ?? '';
  const records = usePapers([cursor, tagging?.num ?? null].filter((num) => num !== null));
  const current = cursor === null ? undefined : records.get(cursor);
  const tagged = tagging && records.get(tagging.num);
  const failure = useFailure(tagged?.id);

  const choices = useChoices(query);
  const facets = useDeferredValue(answer?.isPartial ? undefined : answer?.facets); // papers come first

  function ask(part: Partial<ListQuery>): void {
    replaceRoute(hrefOf('papers', paramsOf({ ...query, ...part })));
  }
  function changeOne({ id, meta }: PaperRecord, wanted: Change): void {
    void triageActions.change([{ id, title: meta.title, paper: null }], wanted);
  }
  /** Changes the papers that are chosen, else the one that the keyboard is at. */
  async function changeChosen(wanted: (record: PaperRecord) => Change): Promise<void> {
    if (cursor === null) return;
    const record = current ?? (await library.byNums([cursor])).get(cursor); // keys can be quick
    if (!record) return;
    if (chosen.size > 0) void changeNumbered(chosen, wanted(record));
    else changeOne(record, wanted(toCome(record)));
  }
  /** The paper goes from the list in a moment, and the next key is about the next one. */
  function moveOn(): void {
    if (chosen.size === 0) keys.move(1, false);
  }

  // The same from one drawing to the next: thousands of rows compare them.
  const latest = useRef({ nums, changeOne, ask });
  latest.current = { nums, changeOne, ask };
  const askPart = useCallback((part: Partial<ListQuery>) => latest.current.ask(part), []);
  const rowActions = useMemo(
    () => ({
      onPick(num: number, keys: { readonly adds: boolean; readonly extends: boolean }) {
        select((now) =>
          keys.extends
            ? extendTo(latest.current.nums, now, num)
            : keys.adds
              ? toggle(now, num, true)
              : goTo(num),
        );
        if (!keys.adds && !keys.extends) open('detail');
      },
      onCheck: (num: number, isRange: boolean) =>
        select((now) =>
          isRange ? extendTo(latest.current.nums, now, num) : toggle(now, num, false),
        ),
      onStar: (record: PaperRecord) =>
        latest.current.changeOne(record, { kind: 'star', value: !toCome(record).triage.starred }),
      onDismiss: (record: PaperRecord) =>
        latest.current.changeOne(record, { kind: 'dismiss', value: !record.triage.dismissed }),
      onTags: ({ num }: PaperRecord, button: HTMLElement) => setTagging({ num, anchor: button }),
    }),
    [select],
  );

  const keys: ListKeys = {
    move(step: number, extendsRange: boolean) {
      const next = neighbour(nums, { cursor, anchor, chosen }, step);
      if (next === null) return;
      select((now) => (extendsRange ? extendTo(nums, now, next) : goTo(next)));
      setKeyMoves((moves) => moves + 1);
    },
    acts: {
      select() {
        if (cursor !== null) select((now) => toggle(now, cursor, false));
      },
      selectAll,
      star: () => void changeChosen(({ triage }) => ({ kind: 'star', value: !triage.starred })),
      tag() {
        const where = chosen.size > 0 ? '.bulk-bar [data-tags]' : '[aria-current] [data-tags]';
        list.current?.querySelector<HTMLElement>(where)?.click();
      },
      dismiss() {
        void changeChosen(({ triage }) => ({ kind: 'dismiss', value: !triage.dismissed }));
        moveOn();
      },
      note() {
        if (cursor !== null) open('detail');
        setNoting(cursor);
      },
      status: () =>
        void changeChosen(({ triage }) => ({ kind: 'status', value: nextStatus(triage.status) })),
      open() {
        const url = current && urlOf(current.id);
        if (url) window.open(url, '_blank', 'noreferrer');
      },
      unfold: () => open(isOpen === 'detail' || cursor === null ? null : 'detail'),
      remove() {
        void changeChosen(() => ({ kind: 'remove' }));
        moveOn();
      },
      leave,
    },
  };
  const onKeyDown = useListKeys(keys);
  useActionKeys('library', {
    filter() {
      box.current?.focus();
      box.current?.select();
    },
    export: () => setExporting(true),
  });

  function selectAll(): void {
    select((now) => chooseAll(nums, now));
  }
  /** Gives up what is chosen, else what is open, else what is searched for. */
  function leave(): void {
    if (chosen.size > 0) select((now) => ({ ...now, chosen: NOTHING.chosen }));
    else if (isOpen) open(null);
    else ask({ search: '' });
  }
  function closeNote(): void {
    setNoting(null);
    setKeyMoves((moves) => moves + 1); // the keyboard is back at the paper
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for the list within
    <div className="papers" data-open={isOpen ?? undefined} onKeyDown={onKeyDown}>
      <h1 className="unseen">{t('section_papers')}</h1>
      <aside className="facets" aria-label={t('facetsLabel')}>
        <button type="button" className="button facets-close" onClick={() => open(null)}>
          {t('facetsClose')}
        </button>
        {answer && !answer.isPartial && (
          <FacetList
            choices={choices}
            facets={facets ?? answer.facets}
            tagColours={tagColours}
            onAsk={askPart}
          />
        )}
      </aside>
      <div ref={list} className="papers-main">
        <div className="papers-head">
          <button
            type="button"
            className="button facets-open"
            aria-expanded={isOpen === 'facets'}
            onClick={() => open('facets')}
          >
            {t('facetsOpen')}
          </button>
          <input
            ref={box}
            type="search"
            aria-label={t('papersSearch')}
            placeholder={t('searchPlaceholder')}
            value={query.search}
            autoFocus
            spellCheck={false}
            onChange={({ target }) => ask(searchFor(query, target.value))}
            onKeyDown={(event) => {
              if (event.key === 'Escape') ask(searchFor(query, ''));
              else if (event.key === 'ArrowDown') keys.move(cursor === null ? 0 : 1, false);
              else return;
              event.preventDefault();
            }}
          />
          {chosen.size > 0 ? (
            <BulkBar
              chosen={chosen}
              total={nums.length}
              isDismissed={query.shelf === 'dismissed'}
              knownTags={knownTags}
              onChooseAll={selectAll}
              onClear={() => select((now) => ({ ...now, chosen: NOTHING.chosen }))}
              onExport={() => setExporting(true)}
            />
          ) : (
            <ListBar
              query={query}
              answer={answer}
              onAsk={ask}
              onExport={() => setExporting(true)}
            />
          )}
        </div>
        {nums.length > 0 && (
          <PaperRows
            {...rowActions}
            label={t(`shelf_${query.shelf === 'trash' ? 'list' : query.shelf}`)}
            nums={nums}
            cursor={cursor}
            chosen={chosen}
            search={marked}
            tagColours={tagColours}
            keyMoves={keyMoves}
          />
        )}
        {answer && nums.length === 0 && (
          <NoPapers query={query} onShowAll={() => ask({ ...READING_LIST, sort: query.sort })} />
        )}
      </div>
      {current && (
        <PaperDetail
          key={current.id}
          record={current}
          search={marked}
          tagColours={tagColours}
          knownTags={knownTags}
          isNoting={noting === cursor}
          onNote={(isNoting) => (isNoting ? setNoting(cursor) : closeNote())}
          onClose={() => open(null)}
        />
      )}
      {isExporting && (
        <LibraryExport
          query={query}
          nums={nums}
          chosen={chosen}
          onClose={() => setExporting(false)}
        />
      )}
      {tagging && tagged && (
        <TagDialog
          title={tagged.meta.title}
          tags={tagged.triage.tags}
          suggestions={knownTags}
          failure={failure}
          anchor={tagging.anchor}
          onChange={(tag, value) => changeOne(tagged, { kind: 'tag', tag, value })}
          onClose={() => setTagging(null)}
        />
      )}
    </div>
  );
}

/** The paper as it will be when all that was asked for is done. */
function toCome(record: PaperRecord): PaperRecord {
  return { ...record, triage: stateToCome(record.id, record.triage) };
}

/** The same from one drawing to the next as long as they are. */
function useChoices({ search: _, sort: __, ...choices }: ListQuery): Choices {
  const chosen = JSON.stringify(choices);
  return useMemo(() => JSON.parse(chosen), [chosen]);
}

/** A search is sorted by relevance, until it is given up. */
function searchFor({ search, sort }: ListQuery, wanted: string): Partial<ListQuery> {
  if (search === '' && wanted !== '' && sort === 'added')
    return { search: wanted, sort: 'relevance' };
  if (wanted === '' && sort === 'relevance') return { search: wanted, sort: 'added' };
  return { search: wanted };
}
