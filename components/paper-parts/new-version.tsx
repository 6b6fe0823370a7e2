import { t } from '@/lib/i18n';

/** Names a new version; 0 if its number is unknown. */
export function VersionMark({ version }: { readonly version: number }) {
  return (
    <strong className="version-mark">
      {version > 0 ? t('rowNewVersion', version) : t('rowNewVersionSome')}
    </strong>
  );
}

interface NewVersionProps {
  readonly title: string;
  /** 0 if its number is unknown. */
  readonly version: number;
  readonly tabIndex?: number;
  readonly onAcknowledge: () => void;
}

/** Says that a saved paper has a version that is new to the user, until acknowledged. */
export function NewVersion({ title, version, tabIndex, onAcknowledge }: NewVersionProps) {
  return (
    <p className="new-version">
      <VersionMark version={version} />
      <button
        type="button"
        className="text-button"
        aria-label={t('rowNamed_acknowledge', title)}
        tabIndex={tabIndex}
        onClick={onAcknowledge}
      >
        {t('row_acknowledge')}
      </button>
    </p>
  );
}
