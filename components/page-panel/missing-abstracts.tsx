import { t } from '@/lib/i18n';
import { FetchAbstracts } from './fetch-abstracts';
import type { PanelView } from './panel-view';
import { Part } from './part';

/** Fetching the abstracts that the listing does not show. */
export function MissingAbstracts({ bridge, state }: PanelView) {
  const { lacking, fetchesAbstracts } = state;
  return (
    <Part name={t('panelAbstracts')} remark={fetchesAbstracts && t('panelAbstractsLack', lacking)}>
      <FetchAbstracts bridge={bridge} state={state} />
    </Part>
  );
}
