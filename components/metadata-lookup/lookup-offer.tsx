import { useSetting } from '@/components/design/use-setting';
import { plural, t } from '@/lib/i18n';
import { lookUpImports } from '@/lib/settings/settings';
import { LookUpStanding } from './lookup-status';

interface LookUpOfferProps {
  /** Of how many papers something is missing. */
  readonly incomplete: number;
}

/** After an import: offers to look up what is missing, or says how far that has come. */
export function LookUpOffer({ incomplete }: LookUpOfferProps) {
  const [isOn, setOn] = useSetting(lookUpImports);
  if (isOn === undefined || incomplete === 0) return null;
  if (isOn) return <LookUpStanding />;
  return (
    <p className="quiet">
      {plural('lookUpOffer', incomplete)} {t('importLookUpHelp')}{' '}
      <button type="button" className="text-button" onClick={() => setOn(true)}>
        {t('lookUpBegin')}
      </button>
    </p>
  );
}
