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

/** One line: the steps from what was billed to what is paid, and the rules of each. */
export function ExplainedLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation('follow-up');
  return (
    <li className="explained-line">
      <div className="explained-head">
        <h3>
          <LineName line={line} />
        </h3>
        <Badge tone={tones[line.outcome]}>{t(`lineOutcome.${line.outcome}`)}</Badge>
      </div>
      {line.kind === 'medicine' ? <MedicineFacts line={line} /> : <ActFacts line={line} />}
      {line.isCapped && <p>{t('capped')}</p>}
      <Findings findings={line.findings} />
      {line.rules.length > 0 && <UsedRules rules={line.rules} />}
    </li>
  );
}

function LineName({ line }: { readonly line: Line }) {
  const { t } = useTranslation('follow-up');
  const { kind, line: number, keyLetter, medicineCode, medicineName, dateOfCare } = line;
  if (kind !== 'medicine')
    return (
      <>
        {t('act', { number })} <Reference>{keyLetter ?? '?'}</Reference>{' '}
        {dateOfCare !== undefined && <Day iso={dateOfCare} />}
      </>
    );
  return (
    <>
      {t('medicine', { number })} ·{' '}
      <bdi>{medicineName ?? (medicineCode === undefined ? t('codeUnread') : t('notListed'))}</bdi>
    </>
  );
}

function ActFacts({ line }: { readonly line: Line }) {
  const { t } = useTranslation('follow-up');
  const { number, percent } = useFormats();
  const { coefficientHundredths, rateBasisPoints, quantity, inpe } = line;
  return (
    <Facts
      facts={[
        [t('provider'), inpe && <Reference>{inpe}</Reference>],
        [t('billed'), money(line.billedCentimes)],
        [t('quantity'), quantity === 1 ? undefined : quantity],
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
  );
}

/** Boxes: what each cost, what of it is the base, and what comes of it. */
function MedicineFacts({ line }: { readonly line: Line }) {
  const { t } = useTranslation('follow-up');
  const { money: inWords, percent } = useFormats();
  const { medicineCode, dateOfCare, billedCentimes, quantity, rateBasisPoints } = line;
  return (
    <Facts
      facts={[
        [t('medicineCode'), medicineCode && <Reference>{medicineCode}</Reference>],
        [t('dispensedOn'), dateOfCare && <Day iso={dateOfCare} />],
        [
          t('boxes'),
          billedCentimes !== undefined &&
            quantity !== undefined &&
            t('boxesOf', { boxes: quantity, price: inWords(billedCentimes / quantity) }),
        ],
        [t('billed'), money(billedCentimes)],
        [t('boxBase'), money(line.unitTariffCentimes)],
        [t('boxReference'), money(line.referenceCentimes)],
        [
          line.basisIs === undefined
            ? t('basis')
            : t(line.basisIs === 'tariff' ? 'basisIs.base' : 'basisIs.billed'),
          money(line.basisCentimes),
        ],
        [t('rate'), rateBasisPoints === undefined ? undefined : percent(rateBasisPoints / 10_000)],
        [t('paid'), money(line.paidCentimes)],
      ]}
    />
  );
}
