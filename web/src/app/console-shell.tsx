import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Person } from '../session/person.tsx';
import { Loading } from '../ui/states.tsx';
import { Masthead } from './masthead.tsx';
import { linksFor } from './navigation.ts';
import { useMe } from './use-me.ts';

/** Around the pages of the staff: navigation by role. */
export function ConsoleShell() {
  const { t } = useTranslation('app');
  const { roles } = useMe();
  return (
    <>
      <Masthead home="/console" person={<Person />}>
        <nav className="masthead-links" aria-label={t('nav.label')}>
          {linksFor(roles).map(({ to, name, icon: Icon }) => (
            <Link key={to} to={to} className="masthead-link">
              <Icon aria-hidden size={18} />
              {t(`nav.${name}`)}
            </Link>
          ))}
        </nav>
      </Masthead>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </>
  );
}
