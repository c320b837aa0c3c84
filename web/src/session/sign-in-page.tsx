import './session.css';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Masthead } from '../app/masthead.tsx';
import type { components } from '../api/schema.d.ts';
import { Page } from '../ui/page.tsx';
import { ChallengeForm, type Challenge } from './challenge-form.tsx';
import { PasswordForm } from './password-form.tsx';

type SignInAnswer = components['schemas']['SignInAnswer'];

/** Signs a member of the staff in: user and password, then whatever else the account asks for. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const router = useRouter();
  const queries = useQueryClient();
  const { next = '/console' } = useSearch({ from: '/sign-in' });
  const [challenge, setChallenge] = useState<Challenge>();
  const proceed = (userName: string) => (answer: SignInAnswer) => {
    if (answer.status === 'challenged') {
      setChallenge({ ...answer, userName });
      return;
    }
    queries.clear();
    void router.invalidate().then(() => router.navigate({ href: next, replace: true }));
  };
  return (
    <>
      <Masthead home="/" />
      <Page title={t('staff.title')} width="narrow">
        {challenge === undefined ? (
          <PasswordForm onAnswer={proceed} />
        ) : (
          <ChallengeForm
            key={challenge.continuation}
            challenge={challenge}
            onAnswer={proceed(challenge.userName)}
            onCancel={() => setChallenge(undefined)}
          />
        )}
      </Page>
    </>
  );
}
