import { useState } from 'react';
import { browser } from 'wxt/browser';
import { usePermission } from '@/components/design/use-permission';
import { t } from '@/lib/i18n';

/**
 * If Winnow may not run on its sites by itself, says so and lets the user grant it: permissions that
 * come with the installation can be revoked.
 */
export function SiteAccess() {
  const [sites] = useState(sitesOfOurs);
  const isAllowed = usePermission(sites);
  if (isAllowed !== false) return null;
  return (
    <div className="site-access">
      <p>{t('popupNoAccess')}</p>
      <button
        type="button"
        className="button"
        onClick={() => void browser.permissions.request(sites)}
      >
        {t('allow')}
      </button>
    </div>
  );
}

function sitesOfOurs() {
  return { origins: browser.runtime.getManifest().host_permissions ?? [] };
}
