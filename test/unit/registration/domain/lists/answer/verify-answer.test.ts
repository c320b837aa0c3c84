import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listAnswerSchema } from '../../../../../../contexts/registration/records/list-answer.ts';
import { describeAnswer } from '../../../../../../contexts/registration/domain/lists/answer/describe-answer.ts';
import { verifyAnswer } from '../../../../../../contexts/registration/domain/lists/answer/verify-answer.ts';
import { ListTally } from '../../../../../../contexts/registration/domain/lists/report/list-tally.ts';
import { inTurn, listOf, outcomeOf } from '../../../../../support/list-examples.ts';
import { MemorySigner } from '../../../../../support/memory-signer.ts';

const csv = Buffer.from('line;reference\r\n2;IF2\r\n');
const signer = new MemorySigner();
let publicKey: string;
let manifest: Buffer;
let signature: Uint8Array;

beforeAll(async () => {
  publicKey = await signer.publicKeyPem();
  const tally = new ListTally();
  for (const line of [2, 3]) tally.add(outcomeOf(line));
  tally.add(outcomeOf(4, { code: 'DECEASED' }));
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const answer = describeAnswer(listOf(), tally, { bytes: csv.length, sha256, publicKeyPem: publicKey });
  manifest = Buffer.from(JSON.stringify(answer));
  signature = await signer.sign(manifest);
});

describe('what is said of an answer', () => {
  it('is its list, its totals and its digest, and when all was decided', () => {
    expect(listAnswerSchema.parse(JSON.parse(manifest.toString()))).toMatchObject({
      listId: '7Q2MK8D10ABCDEFG',
      listFileName: 'cpu-2021-12.csv',
      asOf: '2026-11-20',
      received: 3,
      answered: 3,
      byClass: { SUBJECT: 2, NOT_SUBJECT: 1 },
      byCode: { REGISTERED: 2, DECEASED: 1 },
      answerFileName: '7Q2MK8D10ABCDEFG.csv',
      answerBytes: csv.length,
      madeAt: '2026-11-21T10:05:00.000Z',
    });
  });

  it('cannot be said of a list that was not planned', () => {
    const written = { bytes: 0, sha256: 'a'.repeat(64), publicKeyPem: publicKey };
    expect(() => describeAnswer(listOf({ asOf: undefined }), new ListTally(), written)).toThrow(
      'not planned',
    );
  });
});

describe('an answer that was received', () => {
  it('is valid as it was sent, whole or in chunks', async () => {
    expect(await verifyAnswer(csv, manifest, signature, publicKey)).toMatchObject({ isValid: true });
    const chunks = inTurn([csv.subarray(0, 5), csv.subarray(5)]);
    expect(await verifyAnswer(chunks, manifest, signature, publicKey)).toMatchObject({ isValid: true });
  });

  it('is not valid when a byte of it was changed, or its end is missing', async () => {
    const changed = Buffer.from(csv.toString().replace('IF2', 'IF3'));
    const fault = { isValid: false, because: 'DIGEST_DIFFERS' };
    expect(await verifyAnswer(changed, manifest, signature, publicKey)).toEqual(fault);
    expect(await verifyAnswer(csv.subarray(0, -1), manifest, signature, publicKey)).toEqual(fault);
  });

  it('is not valid when its totals were changed', async () => {
    const changed = Buffer.from(manifest.toString().replace('"answered":3', '"answered":4'));
    expect(await verifyAnswer(csv, changed, signature, publicKey)).toEqual({
      isValid: false,
      because: 'SIGNATURE_WRONG',
    });
  });

  it('says so when it was signed with another key', async () => {
    const other = await new MemorySigner().publicKeyPem();
    expect(await verifyAnswer(csv, manifest, signature, other)).toEqual({
      isValid: false,
      because: 'OTHER_KEY',
    });
  });

  it('is not valid when someone signed other totals with a key of their own and named ours', async () => {
    const forged = Buffer.from(manifest.toString().replace('"DECEASED"', '"DUPLICATE"'));
    const signed = await new MemorySigner().sign(forged);
    expect(await verifyAnswer(csv, forged, signed, publicKey)).toEqual({
      isValid: false,
      because: 'SIGNATURE_WRONG',
    });
  });

  it.each(['', 'not JSON', '{}'])('says so when what is said of it cannot be read: %j', async (text) => {
    expect(await verifyAnswer(csv, Buffer.from(text), signature, publicKey)).toEqual({
      isValid: false,
      because: 'MANIFEST_UNREADABLE',
    });
  });
});
