import type { ComponentProps, ReactNode } from 'react';
import { IconButton } from '@/components/design/icon-button';
import {
  ChevronIcon,
  DismissIcon,
  LocateIcon,
  NoteIcon,
  RemoveIcon,
  StarIcon,
  TagIcon,
} from '@/components/design/icons';
import { withKey } from '@/components/keys/key-name';
import { useKeys } from '@/components/keys/use-keys';
import { t } from '@/lib/i18n';
import {
  ACTIONS,
  type ActionIn,
  type ButtonAction,
  nameOf,
  type Place,
} from '@/lib/triage/actions';

const ICONS: Readonly<Record<ButtonAction, (icon: { readonly filled: boolean }) => ReactNode>> = {
  star: StarIcon,
  tag: TagIcon,
  dismiss: DismissIcon,
  note: NoteIcon,
  unfold: ChevronIcon,
  show: LocateIcon,
  remove: RemoveIcon,
};

type ButtonProps = Omit<ComponentProps<typeof IconButton>, 'name' | 'children'>;

interface ActionButtonProps<P extends Place> extends ButtonProps {
  readonly action: ButtonAction & ActionIn<P>;
  readonly place: P;
  /** The title of the paper that it acts on. */
  readonly paper: string;
  /** What it would do now, where the action's name does not say it. */
  readonly hint?: string;
}

/** The button of an action on a paper. Its tooltip names the key. */
export function ActionButton<P extends Place>(props: ActionButtonProps<P>) {
  const { action, place, paper, hint = nameOf(action, place), ...button } = props;
  const keys = useKeys();
  const Icon = ICONS[action as ButtonAction];
  return (
    <IconButton
      {...button}
      name={t(ACTIONS[action].button, paper)}
      hint={withKey(hint, keys, place, action)}
    >
      <Icon filled={button['aria-pressed'] === true} />
    </IconButton>
  );
}
