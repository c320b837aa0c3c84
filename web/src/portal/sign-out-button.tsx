import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.ts';
import { forgetSignIn } from '../session/portal-visit.ts';

/** The way out: phones are lent and sold. */
export function SignOutButton() {
  const { t } = useTranslation('portal');
  const queries = useQueryClient();
  const router = useRouter();
  const signOut = async (): Promise<void> => {
    await client.DELETE('/api/portal-session');
    forgetSignIn();
    queries.clear();
    await router.navigate({ to: '/portal/sign-in' });
  };
  return (
    <Button className="person-button" onPress={() => void signOut()}>
      <LogOut aria-hidden size={18} className="turns" />
      {t('signOut')}
    </Button>
  );
}
