import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSchemeName } from '../i18n/use-scheme-name.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { EmptyState, Loaded, Notice } from '../ui/states.tsx';
import { Day, Reference } from '../ui/values.tsx';
import { ClaimCard } from './claim-card.tsx';
import { CoverageBadge } from './coverage-answer.tsx';
import { Reasons } from './reasons.tsx';
import { useNames, useProfile } from './use-profile.ts';

const NEWEST = 3;

/** What matters most today: what is missing, whether one is covered, the newest claims. */
export function HomePage() {
  const { t } = useTranslation('portal');
  const schemeName = useSchemeName();
  const profile = useProfile();
  const nameOf = useNames();
  const coverage = api.useQuery('get', '/api/portal/coverage');
  const claims = api.useQuery('get', '/api/portal/claims');
  const account = api.useQuery('get', '/api/portal/account');
  const waiting = claims.data?.claims.filter(({ place }) => place === 'waiting-for-you') ?? [];
  return (
    <Page
      title={t('home.title')}
      intro={
        <>
          <bdi>{nameOf(profile.name)}</bdi> · {t('home.number')}{' '}
          <Reference>{profile.registrationNumber}</Reference>
        </>
      }
    >
      {waiting.map(({ claimId, depositDate }) => (
        <Notice key={claimId} tone="warning" title={t('home.missingTitle')}>
          <p>
            {t('claims.depositedOn')} <Day iso={depositDate} />
          </p>
          <ButtonLink href={`/portal/claims/${claimId}`} size="small">
            {t('home.missingSee')}
          </ButtonLink>
        </Notice>
      ))}
      {account.data?.change !== undefined && (
        <Notice tone="info" title={t('account.changingTitle')}>
          <ButtonLink href="/portal/account" size="small">
            {t('account.see')}
          </ButtonLink>
        </Notice>
      )}
      <Section title={t('coverage.title')}>
        <Loaded query={coverage} area="portal">
          {({ answer, scheme, because }) => (
            <>
              <p className="portal-headline">
                <ShieldCheck aria-hidden size={28} />
                <CoverageBadge answer={answer} />
                {scheme !== undefined && <span>{schemeName(scheme)}</span>}
              </p>
              {because.length > 0 && <Reasons reasons={because} say="why" />}
              <p>
                <ButtonLink href="/portal/coverage">{t('coverage.more')}</ButtonLink>
              </p>
            </>
          )}
        </Loaded>
      </Section>
      <Section
        title={t('home.newest')}
        actions={<ButtonLink href="/portal/claims">{t('home.allClaims')}</ButtonLink>}
      >
        <Loaded query={claims} area="portal">
          {(page) =>
            page.claims.length === 0 ? (
              <EmptyState title={t('claims.none')}>
                <p>{t('claims.noneHint')}</p>
              </EmptyState>
            ) : (
              <ul className="portal-list">
                {page.claims.slice(0, NEWEST).map((claim) => (
                  <li key={claim.claimId}>
                    <ClaimCard claim={claim} />
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </Page>
  );
}
