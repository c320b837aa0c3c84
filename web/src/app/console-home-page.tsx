import './home.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { linksFor } from './navigation.ts';
import { useMe } from './use-me.ts';

/** What the person's roles let them do. */
export function ConsoleHomePage() {
  const { t } = useTranslation('app');
  const { roles } = useMe();
  const links = linksFor(roles);
  return (
    <Page title={t('home.console')}>
      {links.length === 0 && <EmptyState title={t('home.nothing')} />}
      <ul className="home-cards">
        {links.map(({ to, name, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className="home-card">
              <Icon aria-hidden size={28} />
              <strong>{t(`nav.${name}`)}</strong>
              <span>{t(`navHint.${name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
