import { useTranslation } from 'react-i18next';
import type { ExplainedLine as Line } from '../../../contexts/follow-up/api/follow-up.ts';
import { useFormats } from '../i18n/formats.ts';
import type { Tone } from '../ui/states.tsx';
import { Badge, Day, Facts, Money, Reference } from '../ui/values.tsx';
import { Findings } from './findings.tsx';
import { UsedRules } from './used-rules.tsx';

const tones: Readonly<Record<Line['outcome'], Tone>> = {
  paid: 'success',
  rejected: 'danger',
  referred: 'warning',
};

const money = (centimes: number | undefined) =>
  centimes === undefined ? undefined : <Money centimes={centimes} />;

/** One act: the steps from what was billed to what is paid, and the rules of each. */
export function ExplainedLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation('follow-up');
  const { number, percent } = useFormats();
  const { coefficientHundredths, rateBasisPoints, keyLetter, dateOfCare } = line;
  return (
    <li className="explained-line">
      <div className="explained-head">
        <h3>
          {t('act', { number: line.line })} <Reference>{keyLetter ?? '?'}</Reference>{' '}
          {dateOfCare !== undefined && <Day iso={dateOfCare} />}
        </h3>
        <Badge tone={tones[line.outcome]}>{t(`lineOutcome.${line.outcome}`)}</Badge>
      </div>
      <Facts
        facts={[
          [t('billed'), money(line.billedCentimes)],
          [t('unitTariff'), money(line.unitTariffCentimes)],
          [
            t('coefficient'),
            coefficientHundredths === undefined ? undefined : number(coefficientHundredths / 100),
          ],
          [t('reference'), money(line.referenceCentimes)],
          [line.basisIs === undefined ? t('basis') : t(`basisIs.${line.basisIs}`), money(line.basisCentimes)],
          [t('rate'), rateBasisPoints === undefined ? undefined : percent(rateBasisPoints / 10_000)],
          [t('paid'), money(line.paidCentimes)],
        ]}
      />
      {line.isCapped && <p>{t('capped')}</p>}
      <Findings findings={line.findings} />
      {line.rules.length > 0 && <UsedRules rules={line.rules} />}
    </li>
  );
}
