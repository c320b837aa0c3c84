import './masthead.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';

interface MastheadProps {
  readonly home: '/' | '/console' | '/portal';
  /** Navigation, or none before signing in. */
  readonly children?: ReactNode;
  /** Who is signed in. */
  readonly person?: ReactNode;
}

/** The top of every page. */
export function Masthead({ home, children, person }: MastheadProps) {
  const { t } = useTranslation('app');
  return (
    <header className="masthead">
      <a className="skip-link" href="#page">
        {t('skip')}
      </a>
      <div className="masthead-bar">
        <Link to={home} className="masthead-name">
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>{t('name')}</span>
        </Link>
        <div className="masthead-tools">
          <LanguageSwitch />
          {person}
        </div>
      </div>
      {children}
    </header>
  );
}
