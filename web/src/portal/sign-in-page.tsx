import '../session/session.css';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberSignIn } from '../session/portal-visit.ts';
import { Masthead } from '../app/masthead.tsx';
import { Page } from '../ui/page.tsx';
import { CodeForm } from './code-form.tsx';
import { NumberForm, type SentCode } from './number-form.tsx';

/** Signs an insured person in: their number, then the code that their phone gets. */
export function SignInPage() {
  const { t } = useTranslation('portal');
  const router = useRouter();
  const queries = useQueryClient();
  const { next = '/portal' } = useSearch({ from: '/portal/sign-in' });
  const [sent, setSent] = useState<SentCode>();
  const [hasAsked, setHasAsked] = useState(false);
  const enter = (): void => {
    rememberSignIn();
    queries.clear();
    void router.invalidate().then(() => router.navigate({ href: next, replace: true }));
  };
  return (
    <>
      <Masthead home="/" />
      <Page title={t('signIn.title')} intro={t('signIn.intro')} width="narrow">
        {sent === undefined ? (
          <NumberForm
            asksForCin={hasAsked}
            onSent={(code) => {
              setSent(code);
              setHasAsked(true);
            }}
          />
        ) : (
          <CodeForm sent={sent} onSignedIn={enter} onBack={() => setSent(undefined)} />
        )}
      </Page>
    </>
  );
}
