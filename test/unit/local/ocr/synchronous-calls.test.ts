import { AnalyzeDocumentCommand, DetectDocumentTextCommand } from '@aws-sdk/client-textract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageDocument, pdfDocument } from './support/documents.ts';
import { fakeEngine } from './support/fake-engine.ts';
import { startServiceUnderTest, type ServiceUnderTest } from './support/service-under-test.ts';

let service: ServiceUnderTest;

beforeEach(async () => {
  service = await startServiceUnderTest();
});
afterEach(async () => await service.stop());

describe('DetectDocumentText', () => {
  it('reads bytes and S3 objects alike', async () => {
    const bytes = await pdfDocument(1);
    const ofBytes = await service.client.send(new DetectDocumentTextCommand({ Document: { Bytes: bytes } }));
    const ofObject = await service.client.send(
      new DetectDocumentTextCommand({ Document: service.put('file.pdf', bytes) }),
    );
    expect(ofBytes).toMatchObject({
      DocumentMetadata: { Pages: 1 },
      DetectDocumentTextModelVersion: 'tesseract-7.0',
    });
    expect(ofObject.Blocks).toEqual(ofBytes.Blocks);
    expect(ofBytes.Blocks?.filter((block) => block.BlockType === 'LINE').map((block) => block.Text)).toEqual([
      'Nom : DUPONT',
      'Total : 120,50',
    ]);
  });

  it('says that a page cannot be read, without its content', async () => {
    const other = await startServiceUnderTest({
      engine: fakeEngine(() => Promise.reject(new Error('DUPONT'))),
    });
    const call = other.client.send(
      new DetectDocumentTextCommand({ Document: { Bytes: await imageDocument('png') } }),
    );
    await expect(call).rejects.toMatchObject({
      name: 'BadDocumentException',
      message: 'The page of the document could not be read',
    });
    await other.stop();
    expect(JSON.stringify(other.logged)).not.toContain('DUPONT');
  });
});

describe('AnalyzeDocument', () => {
  it('adds the fields of a form', async () => {
    const { Blocks = [], AnalyzeDocumentModelVersion } = await service.client.send(
      new AnalyzeDocumentCommand({
        Document: { Bytes: await imageDocument('jpeg') },
        FeatureTypes: ['FORMS'],
      }),
    );
    expect(AnalyzeDocumentModelVersion).toBe('tesseract-7.0');
    expect(
      Blocks.filter((block) => block.BlockType === 'KEY_VALUE_SET').map((block) => block.EntityTypes),
    ).toEqual([['KEY'], ['VALUE'], ['KEY'], ['VALUE']]);
  });
});
