import { useTranslation } from 'react-i18next';
import { normaliseKeyLetter } from '../../../contexts/shared/identifiers/key-letter.ts';
import type { components } from '../api/schema.d.ts';
import { useFormats } from '../i18n/formats.ts';
import { Section } from '../ui/page.tsx';
import { Badge, Day, Money } from '../ui/values.tsx';

type Claim = components['schemas']['MyClaim'];
type Line = Claim['lines'][number];
type Reason = Claim['refused'][number];

const tones = { paid: 'success', rejected: 'danger', referred: 'info' } as const;

interface ClaimLinesProps {
  readonly lines: readonly Line[];
  /** Why lines were not accepted. */
  readonly refused: readonly Reason[];
}

/** Each line with how its amount came about; acts and medicines apart where there are both. */
export function ClaimLines({ lines, refused }: ClaimLinesProps) {
  const { t } = useTranslation('portal');
  const { money } = useFormats();
  const numbered = lines.map((line, index) => ({
    line,
    reasons: refused.filter((reason) => reason.line === index),
  }));
  const groups = (['acts', 'medicines'] as const).flatMap((name) => {
    const ofGroup = numbered.filter(({ line }) => (line.kind === 'medicine') === (name === 'medicines'));
    return ofGroup.length === 0 ? [] : [{ name, ofGroup }];
  });
  return (
    <Section title={t('claim.lines')}>
      {groups.map(({ name, ofGroup }) => (
        <div key={name} className="portal-line-group">
          {(groups.length > 1 || name === 'medicines') && (
            <h3>
              {t(`claim.${name}`)}
              <span className="portal-soft">
                {t('claim.groupPaid', {
                  paid: money(ofGroup.reduce((sum, { line }) => sum + (line.paidCentimes ?? 0), 0)),
                })}
              </span>
            </h3>
          )}
          <ul className="portal-lines">
            {ofGroup.map(({ line, reasons }, index) => (
              // Lines have no name of their own but their place on the form.
              <li key={index}>
                <ClaimLine line={line} reasons={reasons} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function ClaimLine({ line, reasons }: { readonly line: Line; readonly reasons: readonly Reason[] }) {
  const { t } = useTranslation('portal');
  const { dateOfCare, outcome, billedCentimes, paidCentimes } = line;
  const texts = new Set(reasons.map(({ plain }) => t([`reason.${plain}.why`, 'reason.ask-agency.why'])));
  return (
    <>
      <div className="portal-line-head">
        <LineName line={line} />
        {dateOfCare !== undefined && (
          <span className="portal-soft">
            {line.kind === 'medicine' && `${t('claim.dispensedOn')} `}
            <Day iso={dateOfCare} />
          </span>
        )}
        <Badge tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Badge>
      </div>
      {[...texts].map((reason) => (
        <p key={reason}>{t('claim.why', { reason })}</p>
      ))}
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
            <dt>{t(line.isPaidToEstablishment ? 'claim.toEstablishment' : 'claim.paid')}</dt>
            <dd>
              <Money centimes={paidCentimes} />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** What was done, or sold, as people call it. */
function LineName({ line: { kind, keyLetter, medicineName, quantity } }: { readonly line: Line }) {
  const { t } = useTranslation('portal');
  if (kind === 'medicine')
    return (
      <>
        <strong>
          <bdi>{medicineName ?? t('claim.medicine')}</bdi>
        </strong>
        {quantity !== undefined && <span>{t('claim.boxes', { count: quantity })}</span>}
      </>
    );
  const letter = keyLetter === undefined ? undefined : normaliseKeyLetter(keyLetter);
  const act = letter === undefined ? t('claim.act') : t([`letter.${letter}`, 'claim.letter'], { letter });
  return (
    <strong>
      {quantity === undefined || quantity === 1 ? act : t('claim.times', { name: act, count: quantity })}
    </strong>
  );
}

/** How the amount came about, in a sentence with this line's numbers. */
function Calculation({ line }: { readonly line: Line }) {
  const { t } = useTranslation('portal');
  const { money, number, percent } = useFormats();
  const {
    kind,
    outcome,
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
    paidCentimes === undefined ||
    // Why nothing is paid is said in words.
    outcome === 'rejected'
  )
    return null;
  const sums = { basis: money(basisCentimes), rate: percent(rateBasisPoints / 10_000) };
  return (
    <p className="portal-soft">
      {kind === 'medicine'
        ? t('claim.medicineCalculation', { ...sums, base: money(unitTariffCentimes) })
        : t('claim.calculation', {
            ...sums,
            tariff: money(unitTariffCentimes),
            coefficient: number(coefficientHundredths / 100),
          })}
    </p>
  );
}
