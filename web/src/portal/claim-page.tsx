import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded, Notice } from '../ui/states.tsx';
import { Day, Facts, Money, Reference } from '../ui/values.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { isDecided, toneOf } from './claim-place.tsx';
import { ClaimMessages, ClaimSteps } from './claim-steps.tsx';
import { Reasons } from './reasons.tsx';
import { areAllSent, WantedDocuments } from './wanted-documents.tsx';

type Claim = components['schemas']['MyClaim'];

/** What was sent is put beside the claim within some seconds. */
const ASK_AGAIN_MILLISECONDS = 5_000;

/** One claim: where it is, what is missing, what is paid and why, what happened. */
export function ClaimPage() {
  const { t } = useTranslation('portal');
  const { claimId } = useParams({ from: '/insured/portal/claims/$claimId' });
  const query = api.useQuery(
    'get',
    '/api/portal/claims/{claimId}',
    { params: { path: { claimId } } },
    { refetchInterval: ({ state }) => (areAllSent(state.data?.documents) ? ASK_AGAIN_MILLISECONDS : false) },
  );
  return (
    <Page title={t('claim.title')} actions={<ButtonLink href="/portal/claims">{t('claim.all')}</ButtonLink>}>
      <Loaded query={query} area="portal">
        {(claim) => (
          <>
            <Where claim={claim} />
            <Section title={t('claim.summary')}>
              <Facts
                facts={[
                  [t('claims.receipt'), <Reference key="receipt">{claim.receipt}</Reference>],
                  [t('claim.depositDate'), <Day key="day" iso={claim.depositDate} />],
                  [t('claim.billed'), moneyOf(claim.billedCentimes)],
                  [t('claim.paid'), isDecided(claim.place) ? moneyOf(claim.paidCentimes) : undefined],
                  [t('claim.toEstablishment'), moneyOf(claim.toEstablishmentCentimes)],
                  [t('claim.remaining'), moneyOf(claim.remainingCentimes)],
                ]}
              />
            </Section>
            {claim.lines.length > 0 && <ClaimLines lines={claim.lines} refused={claim.refused} />}
            <ClaimSteps steps={claim.steps} />
            {claim.messages.length > 0 && <ClaimMessages messages={claim.messages} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const moneyOf = (centimes: number | undefined) =>
  centimes === undefined ? undefined : <Money key={centimes} centimes={centimes} />;

/** Where the claim is in a sentence, with what the person can do about it. */
function Where({ claim }: { readonly claim: Claim }) {
  const { claimId, place, held, missing, documents, refused, waiting, isPartlyAccepted } = claim;
  const { toEstablishmentCentimes, paidCentimes } = claim;
  const isAllTheirs = toEstablishmentCentimes !== undefined && toEstablishmentCentimes === paidCentimes;
  const { t } = useTranslation('portal');
  return (
    <>
      <Notice tone={toneOf(place)} title={t(`place.${place}.word`)}>
        <p>{isAllTheirs ? t('claim.allToEstablishment') : t(`place.${place}.text`)}</p>
        {!isAllTheirs && toEstablishmentCentimes !== undefined && <p>{t('claim.partToEstablishment')}</p>}
        {held !== undefined && <p>{t(`held.${held}`)}</p>}
        {held !== undefined && (
          <ButtonLink href="/portal/account" size="small">
            {t('account.see')}
          </ButtonLink>
        )}
      </Notice>
      {waiting !== undefined && (
        <Section title={t('claim.waiting')}>
          <p>{t(`claim.waitingWhat.${waiting.part}`, { why: t(`claim.waitingWhy.${waiting.because}`) })}</p>
        </Section>
      )}
      {missing.length + documents.length > 0 && (
        <Section title={t(documents.length > 0 ? 'claim.missingOrSend' : 'claim.missing')}>
          {missing.length > 0 && <Reasons reasons={missing} say="bring" />}
          {documents.length > 0 ? (
            <WantedDocuments claimId={claimId} documents={documents} />
          ) : (
            <p className="portal-soft">{t('claim.missingHow')}</p>
          )}
        </Section>
      )}
      {refused.length > 0 && (
        <Section title={isPartlyAccepted ? t('claim.partlyRefused') : t('claim.refused')}>
          <Reasons reasons={refused} say="why" />
          <p className="portal-soft">{t('claim.disagree')}</p>
        </Section>
      )}
    </>
  );
}
