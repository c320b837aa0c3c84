import * as z from 'zod';
import type { Page } from 'playwright-core';

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const bodySchema = z.record(z.string(), z.unknown());

/** What the API says to whoever is signed in on a page, asked past the page. */
export async function callApi(
  page: Page,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<Answer> {
  const { status, body: answered } = await page.evaluate(
    async (request) => {
      const answer = await fetch(request.path, {
        method: request.method,
        headers: { 'content-type': 'application/json', 'x-milaf': '1' },
        ...(request.body === undefined ? {} : { body: request.body }),
      });
      const answered: unknown = await answer.json();
      return { status: answer.status, body: answered };
    },
    { method, path, body: body === undefined ? undefined : JSON.stringify(body) },
  );
  return { status, body: bodySchema.parse(answered) };
}
