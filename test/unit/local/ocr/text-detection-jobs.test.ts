import { GetDocumentTextDetectionCommand, type Block } from '@aws-sdk/client-textract';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageDocument, pdfDocument, tiffDocument } from './support/documents.ts';
import { fakeEngine, samplePage } from './support/fake-engine.ts';
import {
  bucket,
  roleArn,
  startServiceUnderTest,
  topicArn,
  type ServiceUnderTest,
} from './support/service-under-test.ts';

let service: ServiceUnderTest;
const notify = { NotificationChannel: { SNSTopicArn: topicArn, RoleArn: roleArn } };

beforeEach(async () => {
  service = await startServiceUnderTest();
});
afterEach(async () => await service.stop());

async function blocksInPages(jobId: string, maxResults: number): Promise<Block[]> {
  const blocks: Block[] = [];
  let token: string | undefined;
  do {
    const answer = await service.client.send(
      new GetDocumentTextDetectionCommand({ JobId: jobId, MaxResults: maxResults, NextToken: token }),
    );
    expect(answer.Blocks?.length).toBeLessThanOrEqual(maxResults);
    blocks.push(...(answer.Blocks ?? []));
    token = answer.NextToken;
  } while (token !== undefined);
  return blocks;
}

describe('a text detection job', () => {
  it.each([
    ['PDF', async () => await pdfDocument(3), 3],
    ['TIFF', async () => await tiffDocument(2), 2],
    ['JPEG', async () => await imageDocument('jpeg'), 1],
    ['PNG', async () => await imageDocument('png'), 1],
  ])('reads every page of a %s', async (_format, make, pages) => {
    service.put('file', await make());
    const result = await service.ended(await service.start('file'));
    expect(result).toMatchObject({
      JobStatus: 'SUCCEEDED',
      DocumentMetadata: { Pages: pages },
      DetectDocumentTextModelVersion: 'tesseract-7.0',
    });
    expect(result.Blocks?.filter((block) => block.BlockType === 'PAGE').map((block) => block.Page)).toEqual(
      Array.from({ length: pages }, (_, index) => index + 1),
    );
    expect(service.engine.calls.pages).toBe(pages);
  });

  it('hands JPEG and PNG files to the engine as they are, and other pages as PNG at 200 dots an inch', async () => {
    const images: Uint8Array[] = [];
    const engine = fakeEngine((image) => {
      images.push(image);
      return Promise.resolve(samplePage());
    });
    const other = await startServiceUnderTest({ engine });
    const jpeg = await imageDocument('jpeg');
    other.put('scan.jpg', jpeg);
    other.put('scan.pdf', await pdfDocument(1));
    await other.ended(await other.start('scan.jpg'));
    await other.ended(await other.start('scan.pdf'));
    await other.stop();
    expect(Buffer.from(images[0]!).equals(jpeg)).toBe(true);
    const png = Buffer.from(images[1]!);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // 595 x 842 points at 200 dots an inch.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1652, 2338]);
  });

  it('gives the same blocks however many are asked for at a time', async () => {
    service.put('file', await tiffDocument(3));
    const jobId = await service.start('file');
    const whole = (await service.ended(jobId)).Blocks;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (maxResults) => {
        expect(await blocksInPages(jobId, maxResults)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it('gives at most 1000 blocks an answer, as Textract does', async () => {
    const engine = fakeEngine(() =>
      Promise.resolve(samplePage(Array.from({ length: 400 }, (_, index) => `line ${index} x`))),
    );
    const other = await startServiceUnderTest({ engine });
    other.put('file', await imageDocument('png'));
    const jobId = await other.start('file');
    await other.ended(jobId);
    const answer = await other.client.send(
      new GetDocumentTextDetectionCommand({ JobId: jobId, MaxResults: 5000 }),
    );
    await other.stop();
    expect(answer.Blocks).toHaveLength(1000);
    expect(answer.NextToken).toBeDefined();
  });

  it('reads the version of the object that was asked for', async () => {
    service.aws.objects.set(`${bucket}/file?v1`, await tiffDocument(2));
    service.put('file', await imageDocument('png'));
    const jobId = await service.start('file', {
      DocumentLocation: { S3Object: { Bucket: bucket, Name: 'file', Version: 'v1' } },
    });
    expect((await service.ended(jobId)).DocumentMetadata?.Pages).toBe(2);
  });

  it('tells the topic once, in the form that Textract uses', async () => {
    service.put('dir/file.png', await imageDocument('png'));
    const jobId = await service.start('dir/file.png', { ...notify, JobTag: 'file-1' });
    await service.ended(jobId);
    await expect.poll(() => service.aws.published).toHaveLength(1);
    expect(service.aws.published[0]).toEqual({
      topicArn,
      message: {
        JobId: jobId,
        Status: 'SUCCEEDED',
        API: 'StartDocumentTextDetection',
        JobTag: 'file-1',
        Timestamp: expect.any(Number) as number,
        DocumentLocation: { S3ObjectName: 'dir/file.png', S3Bucket: bucket },
      },
    });
  });

  it('ends partly read, with a warning that names the page, when a page cannot be read', async () => {
    const engine = fakeEngine((image) =>
      engine.calls.pages === 2
        ? Promise.reject(new Error('no'))
        : Promise.resolve(samplePage([`${image.length} x`])),
    );
    const other = await startServiceUnderTest({ engine, workers: 1 });
    other.put('file', await pdfDocument(3));
    const result = await other.ended(await other.start('file', notify));
    await expect.poll(() => other.aws.published).toHaveLength(1);
    await other.stop();
    expect(result).toMatchObject({
      JobStatus: 'PARTIAL_SUCCESS',
      DocumentMetadata: { Pages: 3 },
      Warnings: [{ ErrorCode: 'UNREADABLE_PAGE', Pages: [2] }],
    });
    expect(new Set(result.Blocks?.map((block) => block.Page))).toEqual(new Set([1, 3]));
    expect(other.aws.published[0]?.message).toMatchObject({ Status: 'SUCCEEDED' });
  });

  it.each([
    [
      'protected by a password',
      async () => await pdfDocument(1, 'secret'),
      /UnsupportedDocumentException.*password/,
    ],
    ['cut short', async () => (await imageDocument('png')).subarray(0, 40), /BadDocumentException/],
    [
      'a PDF of which only the head is left',
      () => Promise.resolve(Buffer.from('%PDF-1.7\n')),
      /BadDocumentException/,
    ],
    [
      'too large an image',
      async () => await imageDocument('png', 255, 10_001, 1),
      /no side may have more than 10000/,
    ],
  ])('fails and says why when the document is %s', async (_what, make, reason) => {
    service.put('file', await make());
    const result = await service.ended(await service.start('file', notify));
    expect(result.JobStatus).toBe('FAILED');
    expect(result.StatusMessage).toMatch(reason);
    await expect.poll(() => service.aws.published).toHaveLength(1);
    expect(service.aws.published[0]?.message).toMatchObject({ Status: 'FAILED' });
  });

  it('keeps answering about one job while another is being read', async () => {
    const gate = Promise.withResolvers<undefined>();
    const engine = fakeEngine(async () => {
      await gate.promise;
      return samplePage();
    });
    const other = await startServiceUnderTest({ engine });
    other.put('file', await imageDocument('png'));
    const jobId = await other.start('file');
    const answer = await other.client.send(new GetDocumentTextDetectionCommand({ JobId: jobId }));
    expect(answer).toMatchObject({ JobStatus: 'IN_PROGRESS' });
    expect(answer.Blocks).toBeUndefined();
    gate.resolve(undefined);
    expect((await other.ended(jobId)).JobStatus).toBe('SUCCEEDED');
    await other.stop();
  });

  it('leaves no name of a document and no text that was read in the log', async () => {
    service.put('dupont-amina.png', await imageDocument('png'));
    await service.ended(await service.start('dupont-amina.png'));
    service.put('dupont-broken.png', (await imageDocument('png')).subarray(0, 40));
    await service.ended(await service.start('dupont-broken.png'));
    expect(service.logged.map((entry) => entry.event)).toEqual(
      expect.arrayContaining(['job-ended', 'job-failed']),
    );
    expect(JSON.stringify(service.logged)).not.toMatch(/dupont|total/i);
  });
});
