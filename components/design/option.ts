/** An option of the settings, as it is shown. */
import type { MessageKey } from '@/lib/i18n';
import type { Setting } from '@/lib/settings/setting';

interface Named {
  readonly label: MessageKey;
  /** What it does, in a sentence, where the label does not say it all. */
  readonly help?: MessageKey;
}

/** On or off. */
export interface SwitchOption extends Named {
  readonly kind: 'switch';
  readonly setting: Setting<boolean>;
}

/** One of a few. */
export interface ChoiceOption extends Named {
  readonly kind: 'choice';
  readonly setting: Setting<string>;
  /** What each value is called, in order. */
  readonly values: Readonly<Record<string, MessageKey>>;
}

export type Option = SwitchOption | ChoiceOption;
