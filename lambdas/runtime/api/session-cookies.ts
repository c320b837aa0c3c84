import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { SessionTokens } from '../../../contexts/staff/ports/sign-in.ts';

/** The cookies of one kind of session; a page cannot read them, and no other site can send them. */
export interface SessionCookies {
  /** Shown to the API; CloudFront makes the Authorization header of it. */
  readonly session: string;
  /** Renews the session; sent to the address of sessions only. */
  readonly refresh: string;
  readonly refreshPath: string;
  readonly refreshSeconds: number;
}

const common = { httpOnly: true, secure: true, sameSite: 'Strict' } as const;

export function setSession(context: Context, cookies: SessionCookies, tokens: SessionTokens): void {
  setCookie(context, cookies.session, tokens.idToken, {
    ...common,
    path: '/',
    maxAge: tokens.expiresInSeconds,
  });
  if (tokens.refreshToken === undefined) return;
  setCookie(context, cookies.refresh, tokens.refreshToken, {
    ...common,
    path: cookies.refreshPath,
    maxAge: cookies.refreshSeconds,
  });
}

export const refreshTokenOf = (context: Context, cookies: SessionCookies): string | undefined =>
  getCookie(context, cookies.refresh);

export function endSession(context: Context, cookies: SessionCookies): void {
  deleteCookie(context, cookies.session, { ...common, path: '/' });
  deleteCookie(context, cookies.refresh, { ...common, path: cookies.refreshPath });
}
