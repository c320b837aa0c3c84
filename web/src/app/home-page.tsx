import './home.css';
import { Link } from '@tanstack/react-router';
import { BriefcaseBusiness, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { Masthead } from './masthead.tsx';

/** Two doors: the insured, and the staff. */
export function HomePage() {
  const { t } = useTranslation('app');
  return (
    <>
      <Masthead home="/" />
      <Page title={t('home.title')} intro={t('home.intro')}>
        <ul className="home-cards">
          <li>
            <Link to="/portal" className="home-card">
              <UserRound aria-hidden size={28} />
              <strong>{t('home.portal')}</strong>
              <span>{t('home.portalHint')}</span>
            </Link>
          </li>
          <li>
            <Link to="/console" className="home-card">
              <BriefcaseBusiness aria-hidden size={28} />
              <strong>{t('home.staff')}</strong>
              <span>{t('home.staffHint')}</span>
            </Link>
          </li>
        </ul>
      </Page>
    </>
  );
}
