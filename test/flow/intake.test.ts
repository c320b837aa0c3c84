import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { uploadWithForm } from '../../contexts/intake/aws/scan-upload.ts';
import { countIntake } from '../../contexts/intake/use-cases/reconcile-intake.ts';
import { fileIdOf } from '../../contexts/intake/domain/receipt.ts';
import { writeRecordedAnswers } from '../../local/samples/recorded-answers.ts';
import { connectToTestCloud, submit, TODAY } from '../support/flow/cloud.ts';
import { prepareClaims } from '../support/flow/people.ts';
import { settled } from '../support/flow/wait.ts';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('files arrive under a channel', () => {
  let client: MilafClient;

  beforeAll(async () => {
    client = await connectToTestCloud();
  });

  const formFor = (channelId: string, maxFileBytes = 1_000) =>
    client.createUploadForm({
      channelId,
      contentType: 'image/jpeg',
      maxFileBytes,
      validSeconds: 60,
      now: new Date(),
    });

  it('an upload form takes no larger file than it was made for', async () => {
    const form = await formFor('shop-1');
    await expect(uploadWithForm(form, new Uint8Array(1_001))).rejects.toThrow('EntityTooLarge');
  });

  it('an upload form takes nothing into another channel', async () => {
    const form = await formFor('shop-1');
    const stolen = {
      ...form,
      post: { ...form.post, fields: { ...form.post.fields, key: 'incoming/shop-2/x' } },
    };
    await expect(uploadWithForm(stolen, new Uint8Array(10))).rejects.toThrow('AccessDenied');
  });

  it('an upload form takes no other type', async () => {
    const form = await formFor('shop-1');
    const changed = {
      ...form,
      post: { ...form.post, fields: { ...form.post.fields, 'Content-Type': 'text/html' } },
    };
    await expect(uploadWithForm(changed, new Uint8Array(10))).rejects.toThrow('AccessDenied');
  });

  it('an upload form leads to one file: another one sent with it is quarantined, and the first is paid by', async () => {
    const [first, second] = await prepareClaims(client, 160_010, 2);
    const samples = [first!.sample, second!.sample];
    await writeRecordedAnswers(samples, inject('recordedAnswersDirectory'));
    const form = await formFor('shop-4', 10_000_000);
    const received = await uploadWithForm(form, first!.sample.bytes);
    const replaced = await uploadWithForm(form, second!.sample.bytes);
    const again = await uploadWithForm(form, first!.sample.bytes);
    expect(await settled(client, replaced)).toMatchObject({
      state: 'QUARANTINED',
      quarantineReason: 'UPLOAD_FORM_USED',
    });
    expect(await settled(client, again)).toMatchObject({ state: 'DUPLICATE' });
    const { claims } = await settled(client, received);
    expect(claims[0]?.claim.paidCentimes).toBe(first!.expected.paidCentimes);
  });

  it('counts the submission from the day the channel took the paper in', async () => {
    const [scan] = await prepareClaims(client, 160_000, 1);
    const submissionDate = daysAgo(5);
    const fileId = await submit(client, scan!.sample, { channel: 'mobile-1', submissionDate });
    const { claims } = await settled(client, fileId);
    expect(claims[0]?.claim.submissionDate).toBe(submissionDate);
  });

  it('does not believe a submission in the future, and says so', async () => {
    const [scan] = await prepareClaims(client, 160_001, 1);
    const fileId = await submit(client, scan!.sample, { channel: 'mobile-1', submissionDate: daysAgo(-3) });
    const { claims } = await settled(client, fileId);
    expect(claims[0]?.claim.submissionDate).toBe(TODAY);
    expect(claims[0]?.decision?.findings).toContainEqual(
      expect.objectContaining({ kind: 'signal', code: 'DEPOSIT_DATE_INVALID' }),
    );
  });

  it('quarantines a half-written file, and takes the whole one that follows under the same name', async () => {
    const [scan] = await prepareClaims(client, 160_002, 1);
    const { bytes } = scan!.sample;
    await writeRecordedAnswers([scan!.sample], inject('recordedAnswersDirectory'));
    const half = await putStraight('incoming/shop-3/scanner.jpg', bytes.slice(0, bytes.length / 2));
    expect(await settled(client, half)).toMatchObject({
      state: 'QUARANTINED',
      quarantineReason: 'INCOMPLETE',
    });
    const whole = await putStraight('incoming/shop-3/scanner.jpg', bytes);
    expect((await settled(client, whole)).claims[0]?.claim.paidCentimes).toBe(scan!.expected.paidCentimes);
  });

  it('quarantines a file that lies in no channel’s folder', async () => {
    const fileId = await putStraight('incoming/somewhere/x.jpg', new TextEncoder().encode('x'));
    expect(await settled(client, fileId)).toMatchObject({ quarantineReason: 'UNKNOWN_CHANNEL' });
  });

  it('counts every channel: received = claims + duplicates + quarantined', async () => {
    const counts = await countIntake({
      files: client.files,
      uploads: client.uploads,
      clock: () => new Date(),
      graceMinutes: 0,
      lookBackMinutes: 24 * 60,
    });
    expect(counts.map(({ channelId }) => channelId)).toEqual(expect.arrayContaining(['mobile-1', 'shop-3']));
    for (const { received, claimed, duplicates, quarantined, missing } of counts) {
      expect(missing).toEqual([]);
      expect(received).toBe(claimed + duplicates + quarantined);
    }
  });

  /** Straight into the bucket, as a channel with rights of its own does. */
  async function putStraight(key: string, bytes: Uint8Array): Promise<string> {
    const bucket = client.outputs.get('ScansBucketName') ?? '';
    const s3 = new S3Client({ forcePathStyle: true });
    const { VersionId } = await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
    return fileIdOf({ bucket, key, versionId: VersionId ?? '' });
  }
});
