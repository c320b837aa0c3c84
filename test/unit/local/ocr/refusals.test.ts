import {
  AnalyzeDocumentCommand,
  AnalyzeExpenseCommand,
  DetectDocumentTextCommand,
  DocumentTooLargeException,
  GetDocumentAnalysisCommand,
  GetDocumentTextDetectionCommand,
  InvalidJobIdException,
  InvalidParameterException,
  InvalidS3ObjectException,
  StartDocumentAnalysisCommand,
  UnsupportedDocumentException,
  type FeatureType,
} from '@aws-sdk/client-textract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageDocument, pdfDocument, tiffDocument } from './support/documents.ts';
import {
  roleArn,
  startServiceUnderTest,
  topicArn,
  type ServiceUnderTest,
} from './support/service-under-test.ts';

let service: ServiceUnderTest;
const mebibyte = 1024 * 1024;

beforeAll(async () => {
  service = await startServiceUnderTest();
  service.put('page.png', await imageDocument('png'));
});
afterAll(async () => await service.stop());

describe('a start call', () => {
  it('refuses an object that is not there', async () => {
    await expect(service.start('none')).rejects.toBeInstanceOf(InvalidS3ObjectException);
  });

  it.each([
    ['an empty object', Buffer.alloc(0)],
    ['a text', Buffer.from('Nom;Prénom')],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000')],
  ])('refuses %s', async (_what, bytes) => {
    service.put('wrong', bytes);
    await expect(service.start('wrong')).rejects.toBeInstanceOf(UnsupportedDocumentException);
  });

  it('refuses an image above 10 MB, and takes a PDF of that size', async () => {
    service.put('large.png', Buffer.concat([await imageDocument('png'), Buffer.alloc(10 * mebibyte)]));
    service.put('large.pdf', Buffer.concat([await pdfDocument(1), Buffer.alloc(10 * mebibyte)]));
    await expect(service.start('large.png')).rejects.toBeInstanceOf(DocumentTooLargeException);
    expect(await service.start('large.pdf')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a topic that does not exist', async () => {
    const channel = { SNSTopicArn: `${topicArn}-other`, RoleArn: roleArn };
    const call = service.start('page.png', { NotificationChannel: channel });
    await expect(call).rejects.toThrow(/SNSTopicArn: there is no such topic/);
    await expect(call).rejects.toBeInstanceOf(InvalidParameterException);
  });

  it.each([
    ['JobTag', { JobTag: 'a name with spaces' }],
    ['ClientRequestToken', { ClientRequestToken: 'x'.repeat(65) }],
    ['OutputConfig', { OutputConfig: { S3Bucket: 'results' } }],
    ['KMSKeyId', { KMSKeyId: 'key' }],
    [
      'NotificationChannel.RoleArn',
      { NotificationChannel: { SNSTopicArn: topicArn, RoleArn: 'x'.repeat(20) } },
    ],
  ])('refuses a %s that it cannot take, naming it', async (member, extra) => {
    const call = service.start('page.png', extra);
    await expect(call).rejects.toBeInstanceOf(InvalidParameterException);
    await expect(call).rejects.toThrow(`${member}:`);
  });

  it.each<FeatureType>(['TABLES', 'QUERIES', 'SIGNATURES', 'LAYOUT'])(
    'refuses the feature %s by name',
    async (feature) => {
      const call = service.client.send(
        new StartDocumentAnalysisCommand({
          DocumentLocation: { S3Object: { Bucket: 'scans', Name: 'page.png' } },
          FeatureTypes: ['FORMS', feature],
        }),
      );
      await expect(call).rejects.toBeInstanceOf(InvalidParameterException);
      await expect(call).rejects.toThrow(`FORMS only; leave out ${feature}`);
    },
  );
});

describe('a get call', () => {
  it('refuses a job that it does not know, or that another operation started', async () => {
    const jobId = await service.start('page.png');
    const unknown = new GetDocumentTextDetectionCommand({ JobId: 'a'.repeat(64) });
    await expect(service.client.send(unknown)).rejects.toBeInstanceOf(InvalidJobIdException);
    const ofAnotherKind = new GetDocumentAnalysisCommand({ JobId: jobId });
    await expect(service.client.send(ofAnotherKind)).rejects.toBeInstanceOf(InvalidJobIdException);
  });

  it('refuses a token that another job gave', async () => {
    const [first, second] = [await service.start('page.png'), await service.start('page.png')];
    await Promise.all([service.ended(first), service.ended(second)]);
    const { NextToken } = await service.client.send(
      new GetDocumentTextDetectionCommand({ JobId: first, MaxResults: 1 }),
    );
    const wrong = new GetDocumentTextDetectionCommand({ JobId: second, NextToken });
    await expect(service.client.send(wrong)).rejects.toBeInstanceOf(InvalidParameterException);
  });

  it('refuses fewer than one result', async () => {
    const command = new GetDocumentTextDetectionCommand({ JobId: 'a', MaxResults: 0 });
    await expect(service.client.send(command)).rejects.toBeInstanceOf(InvalidParameterException);
  });
});

describe('a synchronous call', () => {
  const detect = async (bytes: Uint8Array) =>
    await service.client.send(new DetectDocumentTextCommand({ Document: { Bytes: bytes } }));

  it('refuses more than one page, telling to start a job', async () => {
    for (const bytes of [await pdfDocument(2), await tiffDocument(2)]) {
      await expect(detect(bytes)).rejects.toBeInstanceOf(UnsupportedDocumentException);
      await expect(detect(bytes)).rejects.toThrow(/2 pages.*start a job/);
    }
  });

  it('refuses more than 10 MB, as bytes and as an object', async () => {
    const bytes = Buffer.concat([await pdfDocument(1), Buffer.alloc(10 * mebibyte)]);
    await expect(detect(bytes)).rejects.toBeInstanceOf(DocumentTooLargeException);
    const Document = service.put('large.pdf', bytes);
    await expect(service.client.send(new DetectDocumentTextCommand({ Document }))).rejects.toBeInstanceOf(
      DocumentTooLargeException,
    );
    await expect(detect(Buffer.alloc(13 * mebibyte))).rejects.toBeInstanceOf(DocumentTooLargeException);
  });

  it('refuses a password and what is no document', async () => {
    await expect(detect(await pdfDocument(1, 'secret'))).rejects.toBeInstanceOf(UnsupportedDocumentException);
    await expect(detect(Buffer.from('text'))).rejects.toBeInstanceOf(UnsupportedDocumentException);
  });

  it('refuses neither and both of bytes and object', async () => {
    const Bytes = await imageDocument('png');
    for (const Document of [{}, { Bytes, S3Object: { Bucket: 'scans', Name: 'page.png' } }]) {
      await expect(service.client.send(new DetectDocumentTextCommand({ Document }))).rejects.toThrow(
        'give either Bytes or S3Object',
      );
    }
  });

  it('refuses tables', async () => {
    const command = new AnalyzeDocumentCommand({
      Document: { Bytes: await imageDocument('png') },
      FeatureTypes: ['TABLES'],
    });
    await expect(service.client.send(command)).rejects.toThrow('leave out TABLES');
  });
});

describe('anything else', () => {
  it('is told what is not offered', async () => {
    const expense = new AnalyzeExpenseCommand({ Document: { Bytes: await imageDocument('png') } });
    await expect(service.client.send(expense)).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: 'The local OCR service does not offer AnalyzeExpense',
    });
    const plain = await fetch(service.url, { method: 'POST', body: '{}' });
    expect(plain.status).toBe(400);
    const noJson = await fetch(service.url, {
      method: 'POST',
      headers: { 'X-Amz-Target': 'Textract.DetectDocumentText' },
      body: '{',
    });
    expect(await noJson.json()).toEqual({
      __type: 'InvalidParameterException',
      message: 'Request has invalid parameters: the body is not JSON',
    });
  });
});
