import './values.css';
import type { ReactNode } from 'react';
import { useFormats } from '../i18n/formats.ts';
import type { Tone } from './states.tsx';

/** @param centimes a whole number */
export function Money({ centimes }: { readonly centimes: number }) {
  const { money } = useFormats();
  return <bdi className="money">{money(centimes)}</bdi>;
}

/** A day, from an ISO date or moment. */
export function Day({ iso }: { readonly iso: string }) {
  const { date } = useFormats();
  return <time dateTime={iso}>{date(iso)}</time>;
}

/** A day with its time, from an ISO moment. */
export function Moment({ iso }: { readonly iso: string }) {
  const { dateTime } = useFormats();
  return <time dateTime={iso}>{dateTime(iso)}</time>;
}

/** A number or code that is read from left to right in every language. */
export function Reference({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className="reference">
      {children}
    </bdi>
  );
}

/** A state in a word or two. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

/** Names with their values. Entries without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
