import './portal.css';
import { Link, Outlet } from '@tanstack/react-router';
import { FileText, House, Landmark, UsersRound, Wallet } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Masthead } from '../app/masthead.tsx';
import { Loading } from '../ui/states.tsx';
import { SignOutButton } from './sign-out-button.tsx';

const links = [
  { to: '/portal', name: 'home', icon: House },
  { to: '/portal/claims', name: 'claims', icon: FileText },
  { to: '/portal/payments', name: 'payments', icon: Wallet },
  { to: '/portal/family', name: 'family', icon: UsersRound },
  { to: '/portal/account', name: 'account', icon: Landmark },
] as const;

/** Around the pages of an insured person. The five links stand at the bottom of a phone, in reach of a thumb. */
export function PortalShell() {
  const { t } = useTranslation('portal');
  return (
    <>
      <Masthead home="/portal" person={<SignOutButton />} />
      <nav className="portal-links" aria-label={t('nav.label')}>
        {links.map(({ to, name, icon: Icon }) => (
          <Link key={to} to={to} className="portal-link" activeOptions={{ exact: to === '/portal' }}>
            <Icon aria-hidden size={22} />
            {t(`nav.${name}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </>
  );
}
