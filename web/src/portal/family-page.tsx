import { UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page, Section } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import { Badge, Day } from '../ui/values.tsx';
import { CoverageBadge } from './coverage-answer.tsx';
import { Reasons } from './reasons.tsx';
import { useNames } from './use-profile.ts';

type Family = components['schemas']['MyFamily'];

const tones = { OPEN: 'info', ACCEPTED: 'success', REFUSED: 'danger' } as const;

/** Who is covered with me, and what I asked for. */
export function FamilyPage() {
  const { t } = useTranslation('portal');
  const query = api.useQuery('get', '/api/portal/family');
  return (
    <Page
      title={t('family.title')}
      actions={
        <ButtonLink href="/portal/family/declare" variant="primary">
          <UserPlus aria-hidden size={20} />
          {t('family.declare')}
        </ButtonLink>
      }
    >
      <Loaded query={query} area="portal">
        {({ members, requests }) => (
          <>
            <Section title={t('family.members')}>
              {members.length === 0 ? (
                <EmptyState title={t('family.none')} />
              ) : (
                <ul className="portal-list">
                  {members.map((member) => (
                    <li key={member.dependantId} className="portal-person">
                      <Member member={member} />
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            {requests.length > 0 && (
              <Section title={t('family.requests')}>
                <ul className="portal-list">
                  {requests.map((request) => (
                    <li key={request.requestId} className="portal-person">
                      <Request request={request} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Member({ member }: { readonly member: Family['members'][number] }) {
  const { t } = useTranslation('portal');
  const nameOf = useNames();
  return (
    <>
      <div className="portal-line-head">
        <strong>
          <bdi>{nameOf(member.name)}</bdi>
        </strong>
        <CoverageBadge answer={member.answer} />
      </div>
      <p className="portal-soft">
        {t(`link.${member.link}`)} · {t('family.born')} <Day iso={member.birthDate} />
      </p>
      {member.to !== undefined && (
        <p className="portal-soft">
          {t('family.until')} <Day iso={member.to} />
        </p>
      )}
      {member.because.length > 0 && <Reasons reasons={member.because} say="why" />}
    </>
  );
}

function Request({ request }: { readonly request: Family['requests'][number] }) {
  const { t } = useTranslation('portal');
  const nameOf = useNames();
  return (
    <>
      <div className="portal-line-head">
        <strong>
          <bdi>{nameOf(request.name)}</bdi>
        </strong>
        <Badge tone={tones[request.state]}>{t(`requestState.${request.state}`)}</Badge>
      </div>
      <p className="portal-soft">
        {t(`link.${request.link}`)} · {t('family.requestedOn')} <Day iso={request.requestedAt} />
      </p>
      {request.refusal !== undefined && <p>{t(`refusal.${request.refusal}`)}</p>}
    </>
  );
}
