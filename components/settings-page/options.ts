/** All options on the settings page. A new option is a new entry here. */

import type { ChoiceOption, Option } from '@/components/design/option';
import { fieldOf } from '@/components/design/use-setting';
import type { MessageKey } from '@/lib/i18n';
import { SITE_HOSTS, type SiteHost } from '@/lib/paper';
import type { Setting } from '@/lib/settings/setting';
import {
  backupReminder,
  badge,
  fetchAbstracts,
  panelFolds,
  showings,
  theme,
} from '@/lib/settings/settings';
import type { Showing } from '@/lib/settings/showing';

export interface OptionGroup {
  readonly id: string;
  readonly title: MessageKey;
  readonly lead?: MessageKey;
  readonly options: readonly Option[];
}

function choice<V extends string>(
  label: MessageKey,
  setting: Setting<V>,
  values: Readonly<Record<V, MessageKey>>,
  help?: MessageKey,
): ChoiceOption {
  // Only these values are offered, so no other can be set.
  return { kind: 'choice', label, setting: setting as unknown as Setting<string>, values, help };
}

const HOSTS: Readonly<
  Record<SiteHost, { readonly title: MessageKey; readonly hasSections: boolean }>
> = {
  arxiv: { title: 'settingsOnArxiv', hasSections: true },
  huggingface: { title: 'settingsOnHuggingFace', hasSections: false },
};

/** The options of each host: whether the panel is folded, and which rows are shown. */
function optionsOfHost(host: SiteHost): Option[] {
  const shown = (field: keyof Showing, label: MessageKey) =>
    ({ kind: 'switch', label, setting: fieldOf(showings[host], field) }) as const;
  const isCollapsed = fieldOf(panelFolds[host], 'isCollapsed');
  return [
    { kind: 'switch', label: 'settingsCollapsed', setting: isCollapsed },
    shown('dismissed', 'settingsShowDismissed'),
    shown('seen', 'settingsShowSeen'),
    ...(HOSTS[host].hasSections
      ? [shown('cross', 'settingsShowCross'), shown('replaced', 'settingsShowReplaced')]
      : []),
    { ...shown('hidesRest', 'settingsHidesRest'), help: 'settingsHidesRestHelp' },
  ];
}

export const OPTION_GROUPS: readonly OptionGroup[] = [
  {
    id: 'looks',
    title: 'settingsLooks',
    options: [
      choice(
        'settingsTheme',
        theme,
        { auto: 'settingsThemeAuto', light: 'settingsThemeLight', dark: 'settingsThemeDark' },
        'settingsThemeHelp',
      ),
      choice(
        'settingsBadge',
        badge,
        { page: 'settingsBadgePage', unread: 'settingsBadgeUnread', none: 'settingsBadgeNone' },
        'settingsBadgeHelp',
      ),
    ],
  },
  {
    id: 'listings',
    title: 'settingsListings',
    options: [
      {
        kind: 'switch',
        label: 'settingsFetchAbstracts',
        help: 'settingsFetchAbstractsHelp',
        setting: fetchAbstracts,
      },
    ],
  },
  ...SITE_HOSTS.map((host) => ({
    id: host,
    title: HOSTS[host].title,
    options: optionsOfHost(host),
  })),
  {
    id: 'backups',
    title: 'section_backups',
    options: [
      {
        kind: 'switch',
        label: 'settingsBackupReminder',
        help: 'settingsBackupReminderHelp',
        setting: backupReminder,
      },
    ],
  },
];
