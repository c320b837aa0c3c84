import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { Day, Money, Reference } from '../ui/values.tsx';
import { isDecided, PlaceBadge } from './claim-place.tsx';

type Summary = components['schemas']['MyClaimSummary'];

/** A claim in a list: all of it is one big link. */
export function ClaimCard({ claim }: { readonly claim: Summary }) {
  const { t } = useTranslation('portal');
  const { claimId, receipt, depositDate, place, billedCentimes, paidCentimes, toEstablishmentCentimes } =
    claim;
  return (
    <Link to="/portal/claims/$claimId" params={{ claimId }} className="portal-card-link">
      <span className="portal-card-main">
        <strong>
          {t('claims.depositedOn')} <Day iso={depositDate} />
        </strong>
        <span className="portal-soft">
          {t('claims.receipt')} <Reference>{receipt}</Reference>
        </span>
        <span>
          <PlaceBadge place={place} />
        </span>
      </span>
      <span className="portal-card-amount">
        {paidCentimes !== undefined && isDecided(place) ? (
          <span>
            <strong>
              <Money centimes={paidCentimes} />
            </strong>
            {toEstablishmentCentimes !== undefined && (
              <span className="portal-soft"> {t('claims.toEstablishment')}</span>
            )}
          </span>
        ) : (
          billedCentimes !== undefined && (
            <span className="portal-soft">
              {t('claims.billed')} <Money centimes={billedCentimes} />
            </span>
          )
        )}
        <ChevronRight aria-hidden size={22} className="turns" />
      </span>
    </Link>
  );
}
