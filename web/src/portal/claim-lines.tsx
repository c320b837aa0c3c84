import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useFormats } from '../i18n/formats.ts';
import { Section } from '../ui/page.tsx';
import { Badge, Day, Money } from '../ui/values.tsx';

type Line = components['schemas']['MyClaim']['lines'][number];

const tones = { paid: 'success', rejected: 'danger', referred: 'info' } as const;

/** Each act with how its amount came about. */
export function ClaimLines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation('portal');
  return (
    <Section title={t('claim.lines')}>
      <ul className="portal-lines">
        {lines.map((line, index) => (
          // Lines have no name of their own but their place on the form.
          <li key={index}>
            <ClaimLine line={line} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ClaimLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation('portal');
  const { keyLetter, dateOfCare, outcome, billedCentimes, paidCentimes } = line;
  const act =
    keyLetter === undefined
      ? t('claim.act')
      : t([`letter.${keyLetter}`, 'claim.letter'], { letter: keyLetter });
  return (
    <>
      <div className="portal-line-head">
        <strong>{act}</strong>
        {dateOfCare !== undefined && (
          <span className="portal-soft">
            <Day iso={dateOfCare} />
          </span>
        )}
        <Badge tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Badge>
      </div>
      <Calculation line={line} />
      <dl className="portal-line-sums">
        {billedCentimes !== undefined && (
          <div>
            <dt>{t('claim.billed')}</dt>
            <dd>
              <Money centimes={billedCentimes} />
            </dd>
          </div>
        )}
        {paidCentimes !== undefined && (
          <div>
            <dt>{t('claim.paid')}</dt>
            <dd>
              <Money centimes={paidCentimes} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** `min(billed, tariff × coefficient) × rate`, in a sentence with this act's numbers. */
function Calculation({ line }: { readonly line: Line }) {
  const { t } = useTranslation('portal');
  const { money, number, percent } = useFormats();
  const {
    unitTariffCentimes,
    coefficientHundredths = 100,
    basisCentimes,
    rateBasisPoints,
    paidCentimes,
  } = line;
  if (
    unitTariffCentimes === undefined ||
    basisCentimes === undefined ||
    rateBasisPoints === undefined ||
    paidCentimes === undefined
  )
    return null;
  return (
    <p className="portal-soft">
      {t('claim.calculation', {
        tariff: money(unitTariffCentimes),
        coefficient: number(coefficientHundredths / 100),
        basis: money(basisCentimes),
        rate: percent(rateBasisPoints / 10_000),
      })}
    </p>
  );
}
