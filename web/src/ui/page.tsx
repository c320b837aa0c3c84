import './page.css';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PageProps {
  /** Heading of the page, and name of the window. Nothing personal: windows' names are kept by browsers. */
  readonly title: string;
  readonly intro?: ReactNode;
  /** Beside the heading. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'usual' | 'full';
  readonly children: ReactNode;
}

let isFirstPage = true;

/** The part of the window that changes. Its heading takes the focus, so that a screen reader says where one is. */
export function Page({ title, intro, actions, width = 'usual', children }: PageProps) {
  const { t } = useTranslation('app');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <main id="page" className={`page ${width}`} tabIndex={-1}>
      <title>{`${title} · ${t('name')}`}</title>
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions !== undefined && <div className="button-row">{actions}</div>}
      </div>
      {intro !== undefined && <p className="page-intro">{intro}</p>}
      {children}
    </main>
  );
}

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page, on a card. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className="card">
      <div className="section-head">
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
