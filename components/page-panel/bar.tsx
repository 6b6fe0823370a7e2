import { type ReactNode, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton } from '@/components/design/icon-button';
import { HelpIcon, Icon } from '@/components/design/icons';
import { withKey } from '@/components/keys/key-name';
import { progressText } from '@/components/paper-parts/progress-text';
import { t } from '@/lib/i18n';
import type { PageBridge } from '@/lib/page/bridge';
import { All, AskAll, type Asking } from './all';
import { Facts, factsOf } from './facts';
import { Filter } from './filter';
import { HideRest } from './hide-rest';
import { MissingAbstracts } from './missing-abstracts';
import { More } from './more';
import type { PanelView } from './panel-view';
import { Progress, ProgressLine } from './progress';
import { Rules } from './rules';
import { choicesOf, Show } from './show';
import { useRoom } from './use-room';

/**
 * From which width of the window, in px, a part is in the bar rather than behind "More": where it and
 * those before it fit, however long the texts are.
 */
const ROOM_FROM = {
  decided: 560,
  help: 620,
  all: 780,
  hideRest: 900,
  rules: 1000,
  show: 1160,
  abstracts: 1270,
  facts: 1680,
} as const;
type PartName = Exclude<keyof typeof ROOM_FROM, 'decided'>;

interface BarProps {
  readonly view: PanelView;
  readonly takesFocus: boolean;
  readonly onFold: () => void;
}

/** One line: progress, filter, rules, what is shown, what can be done with all that match, help. */
export function Bar({ view, takesFocus, onFold }: BarProps) {
  const { bridge, state, summary } = view;
  const room = useRoom(Object.values(ROOM_FROM));
  const end = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const isFiltered = summary.matching !== null;
  // In a narrow window, how many match is what counts while there is a filter.
  const showsProgress = !isFiltered || room >= ROOM_FROM.decided;
  const facts = [...(showsProgress ? [] : [progressText(summary)]), ...factsOf(state, summary)];
  const choices = choicesOf(state, summary);
  const hasChoices = choices.kinds.length + choices.mutes.length > 0;

  /** In the order in which "More" has them; `null` where there is nothing of the kind. */
  const parts: Readonly<Record<PartName, ReactNode>> = {
    facts: facts.length > 0 && <Facts facts={facts} />,
    hideRest: isFiltered && <HideRest {...view} />,
    rules: <Rules {...view} />,
    show: hasChoices && <Show view={view} choices={choices} />,
    abstracts: state.lacking > 0 && <MissingAbstracts {...view} />,
    all: <All view={view} onAsk={setAsking} />,
    help: <Help bridge={bridge} isInBar={room >= ROOM_FROM.help} />,
  };
  const inBar = (name: PartName) => room >= ROOM_FROM[name] && parts[name];
  const behindMore = (Object.keys(parts) as PartName[]).filter(
    (name) => parts[name] && room < ROOM_FROM[name],
  );

  const anchor = end.current?.querySelector('button'); // the menu, or "More" with the menu in it
  return (
    <>
      <div className="bar">
        <ProgressLine summary={summary} />
        {showsProgress && <Progress summary={summary} />}
        {inBar('facts')}
        <Filter {...view} />
        {inBar('hideRest')}
        {inBar('rules')}
        {inBar('show')}
        {inBar('abstracts')}
        <div className="bar-end" ref={end}>
          {inBar('all')}
          {behindMore.length > 0 && (
            <More>
              {behindMore.map((name) => (
                <div key={name}>{parts[name]}</div>
              ))}
            </More>
          )}
          {inBar('help')}
          <IconButton name={t('panelFold')} autoFocus={takesFocus} onClick={onFold}>
            <Icon path="M3.5 6l4.5 4.5L12.5 6" />
          </IconButton>
        </div>
      </div>
      {state.filter.problems.length > 0 && (
        <div className="notes">
          {state.filter.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {asking && anchor && (
        <AskAll view={view} asking={asking} anchor={anchor} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

interface HelpProps {
  readonly bridge: PageBridge;
  readonly isInBar: boolean;
}

function Help({ bridge, isInBar }: HelpProps) {
  const hint = withKey(t('panelKeys'), useStore(bridge.keys), 'page', 'help');
  const open = () => bridge.ui.setState({ isHelpOpen: true });
  return isInBar ? (
    <IconButton name={t('panelKeys')} hint={hint} onClick={open}>
      <HelpIcon />
    </IconButton>
  ) : (
    <button type="button" title={hint} onClick={open}>
      {t('panelKeys')}
    </button>
  );
}
