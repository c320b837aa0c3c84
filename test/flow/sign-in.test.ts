import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoSignInCounters } from '../../contexts/portal/aws/sign-in-counters.ts';
import { DynamoSignInDevices } from '../../contexts/portal/aws/sign-in-devices.ts';
import { DynamoSignInFlows } from '../../contexts/portal/aws/sign-in-flows.ts';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { answered, beginFlow, withCode } from '../../contexts/portal/domain/sign-in-flow.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { SiteVisitor } from '../support/flow/site-visitor.ts';

describe('the sign-in of the insured on the cloud', () => {
  let client: MilafClient;
  let table: string;
  const nowSeconds = () => Math.floor(Date.now() / 1000);
  const counterOf = (limit: number, key: string = randomUUID()) => ({
    key,
    limit,
    expiresAt: nowSeconds() + 60,
  });

  beforeAll(async () => {
    client = await connectToTestCloud();
    table = client.outputs.get('RegistryTableName') ?? '';
  });

  it('counts no more than a limit, however many ask at the same moment', async () => {
    const counters = new DynamoSignInCounters(createDocumentClient(), table);
    const counter = counterOf(7);
    const taken = await Promise.all(Array.from({ length: 40 }, () => counters.take([counter])));
    expect(taken.filter((result) => result === 'taken')).toHaveLength(7);
    expect(await counters.areFull([counter])).toBe(true);
    await counters.giveBack([counter]);
    expect(await counters.areFull([counter])).toBe(false);
    expect([await counters.take([counter]), await counters.take([counter])]).toEqual(['taken', 'full']);
  });

  it('takes nothing of one count where another is full', async () => {
    const counters = new DynamoSignInCounters(createDocumentClient(), table);
    const [own, shared] = [counterOf(5), counterOf(1)];
    expect(await counters.areFull([own, shared])).toBe(false);
    expect(await counters.take([own, shared])).toBe('taken');
    for (let times = 0; times < 10; times += 1) expect(await counters.take([own, shared])).toBe('full');
    const left = await Promise.all(Array.from({ length: 6 }, () => counters.take([own])));
    expect(left.filter((result) => result === 'taken')).toHaveLength(4);
  });

  it('keeps one of two answers that come at the same moment', async () => {
    const flows = new DynamoSignInFlows(createDocumentClient(), table);
    const begun = { flowId: randomUUID(), reference: '417', registrationNumber: '199999999' };
    const flow = beginFlow({ ...begun, cin: undefined, deviceId: undefined }, new Date());
    await flows.begin(flow);
    await expect(flows.begin(flow)).rejects.toThrow();
    const sent = withCode(flow, { hash: 'h', salt: 's' }, new Date())!;
    expect(await flows.replace(flow, sent)).toBe('applied');
    const results = await Promise.all(
      [1, 2, 3].map(() => flows.replace(sent, answered(sent, { isRight: false, passHash: '' }))),
    );
    expect(results.toSorted()).toEqual(['applied', 'refused', 'refused']);
    expect(await flows.find(flow.flowId)).toMatchObject({ triesLeft: 2, code: { hash: 'h', salt: 's' } });
  });

  it('knows whose device it is, until it is forgotten', async () => {
    const [deviceId, expiresAt] = [randomUUID(), nowSeconds() + 60];
    const at = (seconds: number) =>
      new DynamoSignInDevices(createDocumentClient(), table, () => new Date(seconds * 1000));
    for (const registrationNumber of ['199999998', '199999999', '199999998'])
      await at(nowSeconds()).remember({ deviceId, registrationNumber, expiresAt });
    expect(await at(nowSeconds()).numbersOf(deviceId)).toEqual(['199999998', '199999999']);
    expect(await at(expiresAt).numbersOf(deviceId)).toEqual([]);
    expect(await at(nowSeconds()).numbersOf(randomUUID())).toEqual([]);
  });

  it('cannot be asked beside the site, nor can anything else of the API', async () => {
    const gateway = inject('cloudVariables')['AWS_ENDPOINT_URL'] ?? '';
    const api = `${gateway}/_aws/execute-api/${client.outputs.get('ApiId')}/$default`;
    const ask = (path: string, headers: Record<string, string>) =>
      fetch(`${api}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-milaf': '1', ...headers },
        body: JSON.stringify({ registrationNumber: '199999999' }),
      });
    for (const path of ['/api/portal-session', '/api/portal-session/code', '/api/session'])
      for (const headers of [{}, { 'x-milaf-origin': 'guessed' }, { 'x-milaf-viewer': '196.200.1.1' }]) {
        const response = await ask(path, headers);
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: 'NOT_THROUGH_SITE' });
      }
    const through = await new SiteVisitor(client).post('/api/portal-session', {
      registrationNumber: '199999999',
    });
    expect(through.status).toBe(200);
  });
});
