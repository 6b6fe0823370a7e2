import { t } from '@/lib/i18n';

/** Names a version that came out; 0: it is not known which. */
export function VersionMark({ version }: { readonly version: number }) {
  return (
    <strong className="version-mark">
      {version > 0 ? t('rowNewVersion', version) : t('rowNewVersionSome')}
    </strong>
  );
}

interface NewVersionProps {
  readonly title: string;
  /** 0: it is not known which. */
  readonly version: number;
  readonly tabIndex?: number;
  readonly onAcknowledge: () => void;
}

/** Says that a saved paper has a version that the user does not know, until they took note. */
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
