/** An option on the settings page. */
import type { MessageKey } from '@/lib/i18n';
import type { Setting } from '@/lib/settings/setting';

interface Named {
  readonly label: MessageKey;
  /** One sentence on what it does, if the label does not say it all. */
  readonly help?: MessageKey;
}

/** On or off. */
export interface SwitchOption extends Named {
  readonly kind: 'switch';
  readonly setting: Setting<boolean>;
}

/** One of a few values. */
export interface ChoiceOption extends Named {
  readonly kind: 'choice';
  readonly setting: Setting<string>;
  /** The name of each value, in display order. */
  readonly values: Readonly<Record<string, MessageKey>>;
}

export type Option = SwitchOption | ChoiceOption;
