import { useSetting } from '@/components/design/use-setting';
import { plural, t } from '@/lib/i18n';
import { lookUpImports } from '@/lib/settings/settings';
import { LookupStatus } from './lookup-status';

interface LookupOfferProps {
  /** How many papers lack metadata. */
  readonly incomplete: number;
}

/** After an import: offers to look up missing metadata, or shows the progress. */
export function LookupOffer({ incomplete }: LookupOfferProps) {
  const [isOn, setOn] = useSetting(lookUpImports);
  if (isOn === undefined || incomplete === 0) return null;
  if (isOn) return <LookupStatus />;
  return (
    <p className="quiet">
      {plural('lookUpOffer', incomplete)} {t('importLookUpHelp')}{' '}
      <button type="button" className="text-button" onClick={() => setOn(true)}>
        {t('lookUpBegin')}
      </button>
    </p>
  );
}
