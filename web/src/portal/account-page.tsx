import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { replaceAnswer } from '../api/replace-answer.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Loaded, Notice, ProblemNotice } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';
import { Day, Facts, Reference } from '../ui/values.tsx';
import { ChangeAccountForm } from './change-account-form.tsx';
import { LanguageSection } from './language-section.tsx';
import { useNames, useProfile } from './use-profile.ts';

type Account = components['schemas']['MyAccount'];

const accountQuery = api.queryOptions('get', '/api/portal/account');

/** Who I am in the registry, the account that I am paid to, and the language of messages. */
export function AccountPage() {
  const { t } = useTranslation('portal');
  const profile = useProfile();
  const nameOf = useNames();
  const query = api.useQuery('get', '/api/portal/account');
  return (
    <Page title={t('profile.title')}>
      <Section title={t('profile.me')}>
        <Facts
          facts={[
            [t('profile.name'), <bdi key="name">{nameOf(profile.name)}</bdi>],
            [t('home.number'), <Reference key="number">{profile.registrationNumber}</Reference>],
            [t('profile.birthDate'), <Day key="birth" iso={profile.birthDate} />],
            [
              t('profile.phone'),
              profile.phoneEnding === undefined ? (
                t('profile.noPhone')
              ) : (
                <Reference key="phone">{`•• •• •• •• ${profile.phoneEnding}`}</Reference>
              ),
            ],
          ]}
        />
        <p className="portal-soft">{t('profile.wrong')}</p>
      </Section>
      <Section title={t('account.title')}>
        <Loaded query={query} area="portal">
          {(account) => <AccountOfMine account={account} />}
        </Loaded>
      </Section>
      <LanguageSection />
    </Page>
  );
}

function AccountOfMine({ account }: { readonly account: Account }) {
  const { t } = useTranslation('portal');
  const [isAsking, setIsAsking] = useState(false);
  const { account: current, change, phoneEnding } = account;
  return (
    <>
      {current === undefined ? (
        <Notice tone="warning">{t('account.none')}</Notice>
      ) : (
        <Facts
          facts={[
            [t('account.current'), <Reference key="rib">{`•••• ${current.ending}`}</Reference>],
            [t('account.since'), <Day key="since" iso={current.from} />],
          ]}
        />
      )}
      {change !== undefined && <Change change={change} />}
      {change === undefined && phoneEnding === undefined && (
        <Notice tone="info">{t('account.noPhone')}</Notice>
      )}
      {change === undefined && phoneEnding !== undefined && !isAsking && (
        <p>
          <Button onPress={() => setIsAsking(true)}>{t('account.ask')}</Button>
        </p>
      )}
      {isAsking && change === undefined && (
        <ChangeAccountForm account={account} onDone={() => setIsAsking(false)} />
      )}
    </>
  );
}

/** A change that is under way, and how to stop it. */
function Change({ change }: { readonly change: NonNullable<Account['change']> }) {
  const { t } = useTranslation('portal');
  const queries = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const cancel = api.useMutation('post', '/api/portal/account/change/cancel', {
    onSuccess: async (account) => {
      await replaceAnswer(queries, accountQuery.queryKey, account);
      announce(t('account.cancelled'));
    },
    onSettled: () => setIsAsked(false),
  });
  return (
    <div className="stack">
      <Notice tone="info" title={t('account.changingTitle')}>
        <p>{t('account.changing')}</p>
      </Notice>
      <Facts
        facts={[
          [t('account.next'), <Reference key="rib">{`•••• ${change.ending}`}</Reference>],
          [t('account.requestedAt'), <Day key="asked" iso={change.requestedAt} />],
          [t('account.effectiveFrom'), <Day key="from" iso={change.effectiveFrom} />],
          [t('account.paymentsFrom'), <Day key="payments" iso={change.paymentsFrom} />],
        ]}
      />
      {cancel.error && <ProblemNotice problem={cancel.error} area="portal" />}
      {change.canBeCancelled && (
        <p>
          <Button variant="danger" onPress={() => setIsAsked(true)}>
            {t('account.cancel')}
          </Button>
        </p>
      )}
      <ConfirmDialog
        title={t('account.cancel')}
        confirmLabel={t('account.cancelYes')}
        variant="danger"
        isOpen={isAsked}
        isPending={cancel.isPending}
        onClose={() => setIsAsked(false)}
        onConfirm={() => cancel.mutate({ body: { changeId: change.changeId } })}
      >
        <p>{t('account.cancelText')}</p>
      </ConfirmDialog>
    </div>
  );
}
