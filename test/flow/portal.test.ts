import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import type { Account, Person } from '../../contexts/registry/records/registry-records.ts';
import { ribKey } from '../../contexts/shared/identifiers/rib.ts';
import { ibanOfRib } from '../../contexts/payments/domain/iban.ts';
import { receivedSms } from '../../local/cloud/received-sms.ts';
import { addDemoStaff, DEMO_PASSWORD } from '../../local/demo/demo-staff.ts';
import { orderPaymentsNow } from '../../local/demo/order-payments-now.ts';
import { Bank } from '../support/flow/bank.ts';
import { connectToTestCloud, TODAY } from '../support/flow/cloud.ts';
import { prepareClaims, submitClaim } from '../support/flow/people.ts';
import { SiteVisitor, type Answer } from '../support/flow/site-visitor.ts';
import { settled, until } from '../support/flow/wait.ts';

const NOBODY = '999999990';
const isPerson = (record: { readonly type: string }): record is Person => record.type === 'person';
const isAccount = (record: { readonly type: string }): record is Account => record.type === 'account';

describe('an insured person at the portal', () => {
  let client: MilafClient;
  let person: Person;
  let account: Account;
  let fileId: string;
  const visitor = () => new SiteVisitor(client);
  let insured: SiteVisitor;

  const smsOf = () => receivedSms(inject('cloudVariables'), person.phone ?? '');
  const field = (answer: Answer, name: string): string =>
    String((answer.body as Record<string, unknown>)[name]);
  const newAccount = () => {
    const first22 = `011780${person.registrationNumber.padStart(16, '0')}`;
    return `${first22}${ribKey(first22)}`;
  };

  async function newestCode(before: number): Promise<string> {
    return until('a code has come', async () => {
      const texts = (await smsOf()).slice(before);
      return texts.map((text) => /\b\d{6}\b/.exec(text)?.[0]).find((code) => code !== undefined);
    });
  }

  async function signIn(): Promise<SiteVisitor> {
    const before = (await smsOf()).length;
    const browser = visitor();
    const { registrationNumber } = person;
    const sent = await browser.post('/api/portal-session', { registrationNumber });
    const answer = await browser.post('/api/portal-session/code', {
      registrationNumber,
      continuation: field(sent, 'continuation'),
      code: await newestCode(before),
    });
    expect(answer).toMatchObject({ status: 200, body: { status: 'signed-in' } });
    return browser;
  }

  beforeAll(async () => {
    client = await connectToTestCloud();
    await addDemoStaff(client);
    const [scan, marker] = await prepareClaims(client, 410_000, 2);
    const records = scan?.records ?? [];
    person = records.find(isPerson)!;
    account = records.find(isAccount)!;
    insured = await signIn();
    const asked = await insured.post('/api/portal/account/change', { rib: newAccount() });
    if (asked.status !== 200) throw new Error(`The account change was answered with ${asked.status}`);
    fileId = (await submitClaim(client, scan!)).fileId;
    await settled(client, fileId);
    // Paid in the usual way: when it is ordered, a payment run has been through all that was held.
    await settled(client, (await submitClaim(client, marker!)).fileId);
  });

  it('is notified of the change on the phone on file at once', async () => {
    const told = await until('the phone was notified', async () =>
      (await smsOf()).find((text) => /compte bancaire|حسابكم البنكي/.test(text)),
    );
    expect(told).not.toContain(newAccount().slice(-4));
  });

  it('sees the claim in the list, and that its money waits for the change', async () => {
    const list = await insured.get('/api/portal/claims');
    expect(list.body).toMatchObject({
      claims: [{ claimId: `${fileId}-1`, place: 'payment-held', held: 'ACCOUNT_CHANGING' }],
    });
    expect(await insured.get(`/api/portal/claims/${fileId}-1`)).toMatchObject({
      status: 200,
      body: {
        place: 'payment-held',
        missing: [],
        refused: [],
        steps: [{ what: 'received' }, { what: 'accepted' }],
      },
    });
    await orderPaymentsNow(client);
    expect(await insured.get('/api/portal/payments')).toMatchObject({
      body: { payments: [{ place: 'payment-held', held: 'ACCOUNT_CHANGING' }] },
    });
  });

  it('may not see it as someone else, nor without a session', async () => {
    const stranger = await visitor().get(`/api/portal/claims/${fileId}-1`);
    expect(stranger.status).toBe(401);
  });

  it('is paid to the account as it was once the change is cancelled', async () => {
    const shown = await insured.get('/api/portal/account');
    expect(shown.body).toMatchObject({ change: { canBeCancelled: true } });
    const { changeId } = (shown.body as { change: { changeId: string } }).change;
    const cancelled = await insured.post('/api/portal/account/change/cancel', { changeId });
    expect(cancelled.body).toMatchObject({ account: { ending: account.rib.slice(-4) } });
    await until('its money is released', async () =>
      (await client.claims.find(`${fileId}-1`))?.payment?.state === 'PENDING' ? true : undefined,
    );
    await orderPaymentsNow(client);
    const paid = await until('it was ordered', async () =>
      (await new Bank(client).transactions()).find(({ paymentId }) => paymentId.startsWith(`${fileId}-1`)),
    );
    expect(paid.iban).toBe(ibanOfRib(account.rib));
    expect((await insured.get('/api/portal/payments')).body).toMatchObject({
      payments: [{ place: 'payment-on-its-way', accountEnding: account.rib.slice(-4) }],
    });
  });

  it('can have one change of account open, also when two are asked for at the same time', async () => {
    const asked = await Promise.all(
      [1, 2].map((account) => {
        const first22 = `0117800000${account}${person.registrationNumber.padStart(11, '0')}`;
        return insured.post('/api/portal/account/change', { rib: `${first22}${ribKey(first22)}` });
      }),
    );
    expect(asked.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is asked for in the same words whether the number is known or not', async () => {
    const before = (await smsOf()).length;
    const known = await visitor().post('/api/portal-session', {
      registrationNumber: person.registrationNumber,
    });
    const unknown = await visitor().post('/api/portal-session', { registrationNumber: NOBODY });
    const shape = ({ status, body }: Answer) => ({
      status,
      body: {
        ...(body as object),
        continuation: field({ status, body }, 'continuation').length,
        reference: field({ status, body }, 'reference').length,
      },
    });
    expect(shape(unknown)).toEqual(shape(known));
    const code = await newestCode(before);
    const wrong = code === '000000' ? '000001' : '000000';
    const answers = await Promise.all(
      [
        [person.registrationNumber, known],
        [NOBODY, unknown],
      ].map(async ([registrationNumber, sent]) => {
        const continuation = field(sent as Answer, 'continuation');
        return visitor().post('/api/portal-session/code', { registrationNumber, continuation, code: wrong });
      }),
    );
    expect(answers.map(({ status, body }) => [status, field({ status, body }, 'status')])).toEqual([
      [200, 'wrong-code'],
      [200, 'wrong-code'],
    ]);
  });

  it('declares a child with a document, which a supervisor accepts, and the child is covered', async () => {
    const form = await insured.post('/api/portal/uploads', {
      kind: 'BIRTH_CERTIFICATE',
      contentType: 'image/png',
    });
    const { documentId, url, fields } = form.body as {
      documentId: string;
      url: string;
      fields: Record<string, string>;
    };
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new Blob([new Uint8Array(100)]));
    expect((await fetch(url, { method: 'POST', body })).ok).toBe(true);
    const asked = await insured.post('/api/portal/family/requests', {
      link: 'child',
      name: { family: person.name.family, given: 'Lina' },
      birthDate: TODAY,
      documents: [{ documentId, kind: 'BIRTH_CERTIFICATE' }],
    });
    expect(asked).toMatchObject({ status: 200, body: { state: 'OPEN' } });
    const requestId = field(asked, 'requestId');

    const supervisor = visitor();
    await supervisor.post('/api/session', { userName: 'supervisor-1', password: DEMO_PASSWORD });
    const open = await supervisor.get('/api/console/requests');
    expect(open.body).toMatchObject({
      requests: [{ requestId, documents: [{ kind: 'BIRTH_CERTIFICATE' }] }],
    });
    const decision = `/api/console/requests/${requestId}/decision`;
    expect((await supervisor.post(decision, { decision: 'accept' })).body).toEqual({ state: 'ACCEPTED' });
    expect(await supervisor.post(decision, { decision: 'accept' })).toMatchObject({ status: 409 });
    expect((await supervisor.get('/api/console/requests')).body).toMatchObject({ requests: [] });

    const family = await insured.get('/api/portal/family');
    expect(family.body).toMatchObject({ requests: [{ requestId, state: 'ACCEPTED' }] });
    expect(JSON.stringify(family.body)).toContain('"given":"Lina"');
  });
});
