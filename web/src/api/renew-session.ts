/** Sessions of staff and of the insured are apart: one person may have both. */
export type SessionKind = 'staff' | 'insured';

const renewals = { staff: '/api/session/refresh', insured: '/api/portal-session/refresh' } as const;

const underWay = new Map<SessionKind, Promise<boolean>>();

/** Which session a request needs; none for those that begin or end one. */
export function sessionOf(url: string): SessionKind | undefined {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/api/console/')) return 'staff';
  return pathname.startsWith('/api/portal/') ? 'insured' : undefined;
}

/** Renews a session, once for all requests that found it ended. @returns whether there is a session now */
export function renewSession(kind: SessionKind): Promise<boolean> {
  const running = underWay.get(kind);
  if (running !== undefined) return running;
  const renewal = fetch(renewals[kind], { method: 'POST', headers: { 'x-milaf': '1' } })
    .then((response) => response.ok)
    .catch(() => false)
    .finally(() => underWay.delete(kind));
  underWay.set(kind, renewal);
  return renewal;
}
