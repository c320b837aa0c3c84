import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DetectDocumentTextCommand } from '@aws-sdk/client-textract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageDocument, pdfDocument, tiffDocument } from '../support/documents.ts';
import { fakeEngine, samplePage, type FakeEngine } from '../support/fake-engine.ts';
import { startServiceUnderTest, type ServiceUnderTest } from '../support/service-under-test.ts';

let directory: string;
let services: ServiceUnderTest[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocr-answers-'));
  services = [];
});
afterEach(async () => {
  await Promise.all(services.map(async (service) => await service.stop()));
  await rm(directory, { recursive: true, force: true });
});

async function serviceWith(engine: FakeEngine, recordedAnswersDirectory?: string): Promise<ServiceUnderTest> {
  const service = await startServiceUnderTest({
    engine,
    cacheDirectory: directory,
    recordedAnswersDirectory,
  });
  services.push(service);
  return service;
}

async function read(service: ServiceUnderTest, bytes: Uint8Array) {
  service.put('file', bytes);
  return await service.ended(await service.start('file'));
}

describe('the cache of answers', () => {
  it('answers the same content without the engine, also after a restart', async () => {
    const document = await pdfDocument(2);
    const first = await read(await serviceWith(fakeEngine()), document);
    const engine = fakeEngine();
    const later = await serviceWith(engine);
    const again = await read(later, document);
    expect(again.Blocks?.map((block) => block.Text)).toEqual(first.Blocks?.map((block) => block.Text));
    expect(engine.calls.made).toBe(0);
    expect((await later.statistics()).documents).toEqual({
      fromCache: 1,
      fromRecordedAnswers: 0,
      readByEngine: 0,
    });
  });

  it('is not shared between versions of the engine', async () => {
    const document = await imageDocument('png');
    await read(await serviceWith(fakeEngine()), document);
    const newer = { ...fakeEngine(), version: 'fake-2' };
    await read(await serviceWith(newer), document);
    expect(newer.calls.pages).toBe(1);
    expect((await readdir(directory)).sort()).toEqual(['fake-1', 'fake-2']);
  });

  it('reads a document once when several jobs want it at the same time', async () => {
    const service = await serviceWith(fakeEngine());
    service.put('file', await imageDocument('png'));
    const jobs = await Promise.all([1, 2, 3, 4].map(async () => await service.start('file')));
    const results = await Promise.all(jobs.map(async (jobId) => await service.ended(jobId)));
    expect(results.every((result) => result.JobStatus === 'SUCCEEDED')).toBe(true);
    expect(service.engine.calls.pages).toBe(1);
  });

  it('keeps what was read of a document, and tries only the rest again', async () => {
    const document = await tiffDocument(3);
    const failing = fakeEngine(() =>
      failing.calls.pages === 1 ? Promise.reject(new Error('no')) : Promise.resolve(samplePage()),
    );
    expect((await read(await serviceWith(failing), document)).JobStatus).toBe('PARTIAL_SUCCESS');
    const engine = fakeEngine();
    expect((await read(await serviceWith(engine), document)).JobStatus).toBe('SUCCEEDED');
    expect(engine.calls.pages).toBe(1);
  });

  it('reads anew what a broken file says', async () => {
    const document = await imageDocument('png');
    const sha256 = createHash('sha256').update(document).digest('hex');
    await read(await serviceWith(fakeEngine()), document);
    await writeFile(join(directory, 'fake-1', sha256.slice(0, 2), `${sha256}.json`), '{"pages": [');
    const engine = fakeEngine();
    expect((await read(await serviceWith(engine), document)).JobStatus).toBe('SUCCEEDED');
    expect(engine.calls.pages).toBe(1);
  });

  it('does not let a synchronous call take more pages than it may', async () => {
    const service = await serviceWith(fakeEngine());
    const document = await tiffDocument(2);
    await read(service, document);
    const call = service.client.send(new DetectDocumentTextCommand({ Document: { Bytes: document } }));
    await expect(call).rejects.toThrow(/2 pages.*start a job/);
  });
});

describe('recorded answers', () => {
  it('are given instead of reading, and are not copied to the cache', async () => {
    const document = await imageDocument('png');
    const sha256 = createHash('sha256').update(document).digest('hex');
    const recorded = await mkdtemp(join(tmpdir(), 'ocr-recorded-'));
    const pages = [samplePage(['recorded once']), null];
    await writeFile(join(recorded, `${sha256}.json`), JSON.stringify({ pages }));
    const service = await serviceWith(fakeEngine(), recorded);
    const result = await read(service, document);
    await rm(recorded, { recursive: true });
    expect(result).toMatchObject({ JobStatus: 'PARTIAL_SUCCESS', DocumentMetadata: { Pages: 2 } });
    expect(result.Blocks?.filter((block) => block.BlockType === 'LINE').map((block) => block.Text)).toEqual([
      'recorded once',
    ]);
    expect(service.engine.calls.made).toBe(0);
    expect(await readdir(directory)).toEqual([]);
    expect((await service.statistics()).documents.fromRecordedAnswers).toBe(1);
  });

  it('that are broken fail the job with the name of the file', async () => {
    const document = await imageDocument('png');
    const sha256 = createHash('sha256').update(document).digest('hex');
    const recorded = await mkdtemp(join(tmpdir(), 'ocr-recorded-'));
    await writeFile(join(recorded, `${sha256}.json`), '{"pages": [{}]}');
    const result = await read(await serviceWith(fakeEngine(), recorded), document);
    await rm(recorded, { recursive: true });
    expect(result.JobStatus).toBe('FAILED');
    expect(result.StatusMessage).toContain(`${sha256}.json is not of the form`);
  });
});
