import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useMe } from '../app/use-me.ts';
import { client } from '../api/client.ts';

/** Who is signed in, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation('app');
  const { userId, roles } = useMe();
  const queries = useQueryClient();
  const router = useRouter();
  const signOut = async (): Promise<void> => {
    await client.DELETE('/api/session');
    queries.clear();
    await router.invalidate();
  };
  return (
    <MenuTrigger>
      <Button className="person-button" aria-label={t('person.menu', { userId })}>
        <bdi>{userId}</bdi>
        <ChevronDown aria-hidden size={16} />
      </Button>
      <Popover className="popover" placement="bottom end">
        <p className="person-roles">{roles.map((role) => t(`role.${role}`)).join(t('listSeparator'))}</p>
        <Menu className="menu" onAction={() => void signOut()} aria-label={t('person.menu', { userId })}>
          <MenuItem className="menu-item" id="sign-out">
            <Text slot="label">{t('person.signOut')}</Text>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
