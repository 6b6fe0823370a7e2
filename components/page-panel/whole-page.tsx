import { useState } from 'react';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import type { PageState } from '@/lib/page/store';
import type { PaperId } from '@/lib/paper';
import { LIMITS } from '@/lib/protocol/limits';
import { Menu } from './menu';
import { OpenDialog } from './open-dialog';
import { TagAllForm } from './tag-all-form';
import { useDeferredStore } from './use-deferred-store';
import { wholePageItems } from './whole-page-items';

/** Opening more tabs than this needs confirmation. */
const MAX_TABS_UNCONFIRMED = 15;

interface WholePageProps {
  readonly bridge: PageBridge;
  readonly state: PageState;
}

/** Actions on all papers of the page. Each is undone in one step. */
export function WholePage({ bridge, state }: WholePageProps) {
  const [tagging, setTagging] = useState<readonly PaperId[] | null>(null);
  const [opening, setOpening] = useState<readonly PaperId[] | null>(null);
  const ui = useDeferredStore(bridge.ui);

  function open(papers: readonly PaperId[]): void {
    if (papers.length > MAX_TABS_UNCONFIRMED) setOpening(papers);
    else bridge.openPapers(papers);
  }

  return (
    <>
      <div className="line">
        <Menu
          label={t('menuWholePage')}
          items={() => wholePageItems({ bridge, state, ui, onTag: setTagging, onOpen: open })}
        />
      </div>
      {tagging && (
        <TagAllForm
          count={tagging.length}
          onTag={(tag) => bridge.changeAll(tagging, { kind: 'tag', tag, value: true })}
          onClose={() => setTagging(null)}
        />
      )}
      {opening && (
        <OpenDialog
          count={opening.length}
          onOpen={() => bridge.openPapers(opening.slice(0, LIMITS.tabsAtOnce))}
          onClose={() => setOpening(null)}
        />
      )}
    </>
  );
}
