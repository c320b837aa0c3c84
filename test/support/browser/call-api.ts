import type { Page } from 'playwright-core';

/** What the API says to whoever is signed in on a page, asked past the page. */
export function callApi(
  page: Page,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  return page.evaluate(
    async (request) => {
      const answer = await fetch(request.path, {
        method: request.method,
        headers: { 'content-type': 'application/json', 'x-milaf': '1' },
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    { method, path, body: body === undefined ? undefined : JSON.stringify(body) },
  );
}
