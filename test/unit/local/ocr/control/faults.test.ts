import { createHash } from 'node:crypto';
import { DetectDocumentTextCommand } from '@aws-sdk/client-textract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageDocument, tiffDocument } from '../support/documents.ts';
import { startServiceUnderTest, type ServiceUnderTest } from '../support/service-under-test.ts';

let service: ServiceUnderTest;
let document: Buffer;
let sha256: string;

beforeEach(async () => {
  service = await startServiceUnderTest();
  document = await tiffDocument(3);
  sha256 = createHash('sha256').update(document).digest('hex');
  service.put('file', document);
});
afterEach(async () => await service.stop());

describe('a fault that a test switches on', () => {
  it('makes pages unreadable, also of a document in the cache, until it is switched off', async () => {
    await service.ended(await service.start('file'));
    await service.admin('PUT', '/_ocr/faults', { faults: [{ sha256, unreadablePages: [1, 3] }] });
    const faulty = await service.start('file');
    expect(await service.ended(faulty)).toMatchObject({
      JobStatus: 'PARTIAL_SUCCESS',
      Warnings: [{ Pages: [1, 3] }],
    });
    await service.admin('PUT', '/_ocr/faults', { faults: [] });
    expect(await service.ended(await service.start('file'))).toMatchObject({ JobStatus: 'SUCCEEDED' });
    expect(await service.ended(faulty)).toMatchObject({ JobStatus: 'PARTIAL_SUCCESS' });
    expect(service.engine.calls.pages).toBe(3);
  });

  it('makes a job fail with the given message, and no other document', async () => {
    service.put('other', await imageDocument('png'));
    await service.admin('PUT', '/_ocr/faults', { faults: [{ sha256, failJobWith: 'as the test wants' }] });
    expect(await service.ended(await service.start('file'))).toMatchObject({
      JobStatus: 'FAILED',
      StatusMessage: 'as the test wants',
    });
    expect(await service.ended(await service.start('other'))).toMatchObject({ JobStatus: 'SUCCEEDED' });
  });

  it('makes a synchronous call fail as an error of the service', async () => {
    const image = await imageDocument('png');
    const imageSha256 = createHash('sha256').update(image).digest('hex');
    const faults = [{ sha256: imageSha256, failJobWith: 'as the test wants' }];
    await service.admin('PUT', '/_ocr/faults', { faults });
    const call = service.client.send(new DetectDocumentTextCommand({ Document: { Bytes: image } }));
    await expect(call).rejects.toMatchObject({ name: 'InternalServerError', message: 'as the test wants' });
  });

  it('is refused when it names no content', async () => {
    expect((await service.admin('PUT', '/_ocr/faults', { faults: [{ sha256: 'x' }] })).status).toBe(400);
    expect((await service.admin('GET', '/_ocr/nothing')).status).toBe(404);
    expect(await (await service.admin('GET', '/_ocr/health')).json()).toEqual({ status: 'ok' });
  });
});
