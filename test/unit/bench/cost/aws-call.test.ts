import { describe, expect, it } from 'vitest';
import { operationOf } from '../../../bench/cost/aws-call.ts';

function called(method: string, url: string, headers: Record<string, string> = {}, body = ''): string {
  const { service, operation } = operationOf({ method, url, headers, body: Buffer.from(body) });
  return `${service} ${operation}`;
}

describe('which call a request is', () => {
  it.each([
    ['POST', '/', { 'x-amz-target': 'DynamoDB_20120810.TransactWriteItems' }, 'DynamoDB TransactWriteItems'],
    ['POST', '/', { 'x-amz-target': 'AmazonSQS.SendMessage' }, 'SQS SendMessage'],
    ['POST', '/', { 'x-amz-target': 'AWSEvents.PutEvents' }, 'EventBridge PutEvents'],
    [
      'POST',
      '/',
      { 'x-amz-target': 'Textract.GetDocumentTextDetection' },
      'Textract GetDocumentTextDetection',
    ],
    ['GET', '/scans/incoming/a/1?versionId=2', {}, 'S3 GetObject'],
    ['GET', '/scans?list-type=2', {}, 'S3 ListObjects'],
    ['HEAD', '/scans/incoming/a/1', {}, 'S3 HeadObject'],
    ['PUT', '/readings/forms/1.json.gz', {}, 'S3 PutObject'],
    ['PUT', '/quarantine/1', { 'x-amz-copy-source': 'scans/1' }, 'S3 CopyObject'],
    ['POST', '/scans', { 'content-type': 'multipart/form-data; boundary=x' }, 'S3 PostObject'],
  ])('%s %s', (method, url, headers, expected) => {
    expect(called(method, url, headers)).toBe(expected);
  });

  it('reads the action of services that are asked with a form', () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    expect(called('POST', '/', headers, 'Action=Publish&Message=x')).toBe('SNS Publish');
  });

  it('refuses a service whose price it does not know', () => {
    expect(() => called('POST', '/', { 'x-amz-target': 'Kinesis_20131202.PutRecord' })).toThrow(/Kinesis/);
  });
});
