import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.ts';
import { useMe } from '../app/use-me.ts';

/** Who is signed in with which roles, and the way out. */
export function Person() {
  const { t } = useTranslation('app');
  const { userId, roles } = useMe();
  const queries = useQueryClient();
  const router = useRouter();
  const signOut = async (): Promise<void> => {
    await client.DELETE('/api/session');
    queries.clear();
    await router.navigate({ to: '/sign-in' });
  };
  return (
    <>
      <p className="person">
        <bdi>{userId}</bdi>
        <span>{roles.map((role) => t(`role.${role}`)).join(t('listSeparator'))}</span>
      </p>
      <Button className="person-button" aria-label={t('person.signOut')} onPress={() => void signOut()}>
        <LogOut aria-hidden size={18} className="turns" />
        <span className="person-button-text">{t('person.signOut')}</span>
      </Button>
    </>
  );
}
