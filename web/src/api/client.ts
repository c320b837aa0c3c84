import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { Problem } from './problem.ts';
import { renewSession, sessionOf } from './renew-session.ts';
import type { paths } from './schema.d.ts';

/** Asks; when the session has run out, renews it and asks once more. */
async function fetchInSession(request: Request): Promise<Response> {
  const session = sessionOf(request.url);
  if (session === undefined) return fetch(request);
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401 || !(await renewSession(session))) return response;
  return fetch(again);
}

const asProblem = (problem: Problem): Response =>
  Response.json(problem, { status: problem.status, headers: { 'content-type': 'application/problem+json' } });

/** Whatever goes wrong is a problem with a code, also what the API never saw. */
const problems: Middleware = {
  onResponse: ({ response }) => {
    const isOurs = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    if (response.ok || isOurs) return undefined;
    const { status } = response;
    if (status === 401) return asProblem({ code: 'SIGNED_OUT', title: 'The session has ended.', status });
    // Of API Gateway, or of the web ACL in front of the site.
    if (status === 429) return asProblem({ code: 'SLOW_DOWN', title: 'Too many requests.', status });
    if (status === 403) return asProblem({ code: 'BLOCKED', title: 'The request was blocked.', status });
    return asProblem({ code: 'INTERNAL', title: 'The answer is not one of the API.', status });
  },
  onError: () => asProblem({ code: 'OFFLINE', title: 'The API cannot be reached.', status: 503 }),
};

/** The API, typed by its description. Changes carry the header that only our own pages can send. */
export const client = createFetchClient<paths>({
  baseUrl: location.origin,
  fetch: fetchInSession,
  headers: { 'x-milaf': '1' },
});
client.use(problems);

/** The API for React: `api.useQuery('get', '/api/console/me')`, `api.useMutation('post', ...)`. */
export const api = createQueryClient(client);
