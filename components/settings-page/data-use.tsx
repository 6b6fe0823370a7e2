import { useEffect, useState } from 'react';
import { SettingGroup } from '@/components/design/setting-group';
import { hrefOf } from '@/components/shell/route';
import { ZoteroOption } from '@/components/zotero/zotero-option';
import { formatNumber, language, t } from '@/lib/i18n';

/** Where the library is stored, how much space it takes, and where it may be sent. */
export function DataUse() {
  const used = useStorage();
  return (
    <SettingGroup title={t('settingsData')}>
      <div className="option">
        <span>{t('settingsStorage')}</span>
        <p className="quiet">{t('settingsStorageHelp')}</p>
        <div className="option-control">
          <span className="figure">{used === null ? '' : formatBytes(used)}</span>
        </div>
      </div>
      <div className="option">
        <span>{t('settingsTrash')}</span>
        <p className="quiet">{t('settingsTrashHelp')}</p>
        <a className="button" href={hrefOf('trash')}>
          {t('settingsTrashOpen')}
        </a>
      </div>
      <ZoteroOption />
    </SettingGroup>
  );
}

/** Used storage in bytes; `null` until known, or if the browser does not report it. */
function useStorage(): number | null {
  const [used, setUsed] = useState<number | null>(null);
  useEffect(() => {
    let isGone = false;
    void navigator.storage?.estimate().then(({ usage }) => {
      if (!isGone) setUsed(usage ?? null);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return used;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the largest unit that keeps it readable. */
export function formatBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  const rounded = value < 10 && power > 0 ? Math.round(value * 10) / 10 : Math.round(value);
  const unit = UNITS[power];
  if (!unit) return formatNumber(bytes);
  return rounded.toLocaleString(language(), { style: 'unit', unit, unitDisplay: 'short' });
}
