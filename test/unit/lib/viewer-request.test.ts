import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../../local/cloud/folders.ts';

type Headers = Record<string, { value: string }>;
interface Answer {
  readonly statusCode?: number;
  readonly headers: Headers;
}

const code = readFileSync(inRepository('lib/web/viewer-request.js'), 'utf8');

/** What CloudFront would send on, or answer itself. */
function viewed(request: { method?: string; uri?: string; headers?: Headers; cookies?: Headers }): Answer {
  const event = {
    viewer: { ip: '196.200.1.1' },
    request: { method: 'POST', uri: '/api/portal-session', headers: {}, cookies: {}, ...request },
  };
  return runInNewContext(`${code}; handler(event)`, { event }) as Answer;
}

describe('a request as CloudFront hands it on', () => {
  it('names the other end of the connection, whatever the client says it is', () => {
    const said: Headers = {
      'x-milaf': { value: '1' },
      'x-milaf-viewer': { value: '1.2.3.4' },
      'x-forwarded-for': { value: '1.2.3.4' },
    };
    for (const uri of [
      '/api/portal-session',
      '/api/portal-session/code',
      '/api/session',
      '/api/portal/claims',
    ])
      for (const method of ['GET', 'POST', 'DELETE'])
        expect(viewed({ method, uri, headers: { ...said } }).headers['x-milaf-viewer']).toEqual({
          value: '196.200.1.1',
        });
  });

  it('shows the session of its own part, unless the client shows a token itself', () => {
    const cookies = { '__Host-milaf-insured': { value: 'i' }, '__Host-milaf-staff': { value: 's' } };
    const get = (uri: string, headers: Headers = {}) =>
      viewed({ method: 'GET', uri, headers, cookies }).headers['authorization']?.value;
    expect(get('/api/portal/claims')).toBe('Bearer i');
    expect(get('/api/console/me')).toBe('Bearer s');
    expect(get('/api/console/me', { authorization: { value: 'Bearer own' } })).toBe('Bearer own');
  });

  it('is refused where it changes something and comes from another site', () => {
    expect(viewed({}).statusCode).toBe(403);
    expect(viewed({ headers: { 'x-milaf': { value: '1' } } }).statusCode).toBeUndefined();
  });
});
