import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { inRepository } from '../../../local/cloud/folders.ts';

const answerSchema = z.object({
  findings: z.array(
    z.object({ name: z.string(), state: z.string(), message: z.string(), whatToDo: z.string().optional() }),
  ),
});

it('tells of wrong credentials, a wrong clock and a stage out of reach at once, and ends with 1', async () => {
  const refusing = createServer((_request, response) => {
    response.sendDate = false;
    response
      .writeHead(403, { Date: new Date(Date.now() - 3_600_000).toUTCString() })
      .end(
        '<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>The token is not valid.</Message></Error></ErrorResponse>',
      );
  });
  refusing.listen(0, '127.0.0.1');
  await once(refusing, 'listening');
  try {
    const { stdout, stderr, exitCode } = await execa(
      process.execPath,
      [inRepository('bin', 'milaf.ts'), '--json', 'doctor'],
      {
        reject: false,
        env: {
          AWS_ENDPOINT_URL: `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`,
          AWS_REGION: 'eu-west-3',
          AWS_ACCESS_KEY_ID: 'wrong',
          AWS_SECRET_ACCESS_KEY: 'wrong',
        },
      },
    );
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    const { findings } = answerSchema.parse(JSON.parse(stdout));
    const states = Object.fromEntries(findings.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({
      ...{ Node: 'ok', Credentials: 'problem', Clock: 'problem', Stage: 'problem' },
      ...{ 'Quotas of textract': 'warning', 'Quotas of lambda': 'warning', SMS: 'warning' },
    });
    expect(findings.filter(({ state, whatToDo }) => state !== 'ok' && !whatToDo)).toEqual([]);
  } finally {
    refusing.close();
  }
});
