import './surroundings.css';
import { useTranslation } from 'react-i18next';
import type { DecisionPreview, Review, Surroundings } from '../../../../contexts/review/api/review.ts';
import { api } from '../../api/client.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useSchemeName } from '../../i18n/use-scheme-name.ts';
import { Loaded } from '../../ui/states.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Badge, Day, Money, Reference } from '../../ui/values.tsx';
import { claimTones } from '../../follow-up/claim-tones.ts';
import { useReasonWords } from '../findings/reason-words.ts';

interface SurroundingsPaneProps {
  readonly review: Review;
  readonly lines: DecisionPreview['lines'];
}

/** What is on file around a claim, beside its scan. */
export function SurroundingsPane({ review, lines }: SurroundingsPaneProps) {
  const { t } = useTranslation('review');
  const query = api.useQuery('get', '/api/console/reviews/{claimId}/surroundings', {
    params: { path: { claimId: review.claimId } },
  });
  return (
    <section className="surroundings" aria-label={t('surroundings.title')} tabIndex={-1}>
      <Loaded query={query} area="review">
        {(found) => (
          <>
            <Rights found={found} />
            <Family found={found} />
            <Alike found={found} />
            <Claims found={found} />
            <Providers found={found} />
            {lines !== undefined && lines.length > 0 && <Pricing lines={lines} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

interface PartProps {
  readonly found: Surroundings;
}

/** From a day, until another one where there is one. */
function Period({ from, to }: { readonly from: string; readonly to?: string | undefined }) {
  const { t } = useTranslation('review');
  const { shortDate } = useFormats();
  return (
    <bdi>
      {to === undefined
        ? t('surroundings.since', { from: shortDate(from) })
        : t('surroundings.fromTo', { from: shortDate(from), to: shortDate(to) })}
    </bdi>
  );
}

function Rights({ found: { person, rights } }: PartProps) {
  const { t } = useTranslation('review');
  const schemeName = useSchemeName();
  return (
    <>
      <h2>{t('surroundings.rights')}</h2>
      {person === undefined ? (
        <p>{t('surroundings.nobody')}</p>
      ) : (
        <p>
          <strong>{person.name}</strong> ·{' '}
          {person.registrationNumber !== undefined && (
            <>
              <Reference>{person.registrationNumber}</Reference> ·{' '}
            </>
          )}
          <Day iso={person.birthDate} />
          {person.deceasedOn !== undefined && (
            <Badge tone="danger">
              {t('surroundings.deceased')} <Day iso={person.deceasedOn} />
            </Badge>
          )}
        </p>
      )}
      <ul>
        {rights.map(({ day, schemes }) => (
          <li key={day}>
            <Day iso={day} /> :{' '}
            {schemes.length === 0 ? (
              <Badge tone="danger">{t('surroundings.noRights')}</Badge>
            ) : (
              schemes.map(schemeName).join(', ')
            )}
          </li>
        ))}
        {person?.coverages.map(({ scheme, from, to }) => (
          <li key={`${scheme} ${from}`} className="surroundings-more">
            {schemeName(scheme)} · <Period from={from} to={to} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Family({ found: { person } }: PartProps) {
  const { t } = useTranslation(['review', 'words']);
  if (person === undefined || person.family.length === 0) return null;
  return (
    <>
      <h2>{t('surroundings.family')}</h2>
      <ul>
        {person.family.map(({ link, name, birthDate, from, to, deceasedOn }) => (
          <li key={`${name} ${birthDate}`}>
            {t(`words:choice.${link}`)} · <strong>{name}</strong> · <Day iso={birthDate} /> ·{' '}
            <Period from={from} to={to} />
            {deceasedOn !== undefined && (
              <Badge tone="danger">
                {t('surroundings.deceased')} <Day iso={deceasedOn} />
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A claim that opens beside this one. */
function ClaimLink({ claimId }: { readonly claimId: string }) {
  return (
    <ButtonLink href={`/console/claims/${claimId}`} size="small" variant="quiet" target="_blank">
      {claimId}
    </ButtonLink>
  );
}

function Alike({ found: { alike } }: PartProps) {
  const { t } = useTranslation(['review', 'words']);
  const words = useReasonWords();
  if (alike.length === 0) return null;
  return (
    <>
      <h2>{t('surroundings.alike')}</h2>
      <ul>
        {alike.map(({ claimId, code, line }) => (
          <li key={`${claimId} ${code} ${line ?? ''}`}>
            <ClaimLink claimId={claimId} /> {words.reason(code)} {words.place({ line })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Claims({ found: { claims, hasMoreClaims } }: PartProps) {
  const { t } = useTranslation(['review', 'follow-up']);
  if (claims.length === 0) return null;
  return (
    <>
      <h2>{t('surroundings.claims')}</h2>
      <ul>
        {claims.map(({ claimId, receivedOn, state, billedCentimes, paidCentimes }) => (
          <li key={claimId}>
            <Day iso={receivedOn} /> <ClaimLink claimId={claimId} />
            <Badge tone={claimTones[state]}>{t(`follow-up:claimState.${state}`)}</Badge>{' '}
            {billedCentimes !== undefined && <Money centimes={billedCentimes} />}
            {paidCentimes !== undefined && paidCentimes > 0 && (
              <>
                {' '}
                → <Money centimes={paidCentimes} />
              </>
            )}
          </li>
        ))}
      </ul>
      {hasMoreClaims && <p className="surroundings-more">{t('surroundings.moreClaims')}</p>}
    </>
  );
}

function Providers({ found: { providers } }: PartProps) {
  const { t } = useTranslation('review');
  if (providers.length === 0) return null;
  return (
    <>
      <h2>{t('surroundings.providers')}</h2>
      <ul>
        {providers.map(({ inpe, name, specialty, sector, place, from, to }) => (
          <li key={inpe}>
            <strong>{name}</strong> · <Reference>{inpe}</Reference> · {specialty} · {place} ·{' '}
            {t(`surroundings.sector.${sector}`)} · <Period from={from} to={to} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Tariff, base and rate of each line, as the rules take them now. */
function Pricing({ lines }: { readonly lines: NonNullable<DecisionPreview['lines']> }) {
  const { t } = useTranslation(['review', 'words']);
  const { percent } = useFormats();
  const money = (centimes: number | undefined) =>
    centimes === undefined ? '—' : <Money centimes={centimes} />;
  return (
    <>
      <h2>{t('surroundings.pricing')}</h2>
      <table>
        <thead>
          <tr>
            {(['line', 'billed', 'tariff', 'basis', 'rate', 'paid'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`surroundings.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>{money(line.billedCentimes)}</td>
              <td>{money(line.unitTariffCentimes)}</td>
              <td>{money(line.basisCentimes)}</td>
              <td>{line.rateBasisPoints === undefined ? '—' : percent(line.rateBasisPoints / 10_000)}</td>
              <td>{money(line.paidCentimes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
