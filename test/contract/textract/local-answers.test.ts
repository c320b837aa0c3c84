import { TextractDocument, type ApiResponsePage } from 'amazon-textract-response-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecognisedPage } from '../../../local/ocr/engine/ocr-engine.ts';
import { imageDocument, tiffDocument } from '../../unit/local/ocr/support/documents.ts';
import { fakeEngine, samplePage, text } from '../../unit/local/ocr/support/fake-engine.ts';
import {
  startServiceUnderTest,
  type ServiceUnderTest,
} from '../../unit/local/ocr/support/service-under-test.ts';
import { graphProblems, parseBlocks } from './block-graph.ts';
import { problemsWith, type ShapeName } from './service-model.ts';

const formPage: RecognisedPage = {
  ...samplePage(['Nom : DUPONT', 'Marié', 'Cachet :']),
  checkBoxes: [{ polygon: text('', 0.07, 0.15, 0.02).polygon, confidencePercent: 88, selected: true }],
};
let service: ServiceUnderTest;

beforeAll(async () => {
  const engine = fakeEngine(() =>
    // The third page of a document cannot be read.
    engine.calls.pages % 3 === 0 ? Promise.reject(new Error('no')) : Promise.resolve(formPage),
  );
  service = await startServiceUnderTest({ engine, workers: 1 });
  service.put('pages.tiff', await tiffDocument(3));
  service.put('page.png', await imageDocument('png'));
  service.put('broken.png', (await imageDocument('png')).subarray(0, 40));
});
afterAll(async () => await service.stop());

/** What stands on the wire: the SDK would drop what its model does not know. */
async function call(
  operation: string,
  input: unknown,
): Promise<{ headers: Headers; body: Record<string, unknown> }> {
  const answer = await fetch(service.url, {
    method: 'POST',
    headers: { 'X-Amz-Target': `Textract.${operation}`, 'Content-Type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(input),
  });
  return { headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

async function startAndGet(kind: 'TextDetection' | 'Analysis', name: string, extra: object = {}) {
  const DocumentLocation = { S3Object: { Bucket: 'scans', Name: name } };
  const started = await call(`StartDocument${kind}`, { DocumentLocation, ...extra });
  expect(problemsWith(`StartDocument${kind}Response`, started.body)).toEqual([]);
  const JobId = String(started.body['JobId']);
  let answer = await call(`GetDocument${kind}`, { JobId });
  while (answer.body['JobStatus'] === 'IN_PROGRESS') {
    expect(problemsWith(`GetDocument${kind}Response`, answer.body)).toEqual([]);
    answer = await call(`GetDocument${kind}`, { JobId });
  }
  return { JobId, ...answer };
}

function expectAsTextract(shape: ShapeName, body: unknown): void {
  expect(problemsWith(shape, body)).toEqual([]);
  expect(graphProblems(parseBlocks(body))).toEqual([]);
}

function parsed(body: unknown): TextractDocument {
  // The parser's input type is narrower than the SDK's own output type, as its README says.
  return new TextractDocument(body as ApiResponsePage);
}

describe('the answers of the local OCR service', () => {
  it('to a partly read text detection job are those of the service model', async () => {
    const { body, JobId, headers } = await startAndGet('TextDetection', 'pages.tiff');
    expect(body['JobStatus']).toBe('PARTIAL_SUCCESS');
    expectAsTextract('GetDocumentTextDetectionResponse', body);
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
    const page = await call('GetDocumentTextDetection', { JobId, MaxResults: 2 });
    expect(problemsWith('GetDocumentTextDetectionResponse', page.body)).toEqual([]);
  });

  it('to a failed job are those of the service model', async () => {
    const { body } = await startAndGet('TextDetection', 'broken.png');
    expect(body['JobStatus']).toBe('FAILED');
    expect(problemsWith('GetDocumentTextDetectionResponse', body)).toEqual([]);
  });

  it('to an analysis job are read by the response parser, with its fields and check boxes', async () => {
    const { body } = await startAndGet('Analysis', 'page.png', { FeatureTypes: ['FORMS'] });
    expectAsTextract('GetDocumentAnalysisResponse', body);
    const form = parsed(body).pageNumber(1).form;
    expect(form.getFieldByKey('Nom :')?.value?.text).toBe('DUPONT');
    expect(form.getFieldByKey('Cachet :')?.value?.text).toBe('');
    expect(form.getFieldByKey('Marié')?.value?.str()).toBe('SELECTED');
  });

  it('to synchronous calls are those of the service model, and are read by the response parser', async () => {
    const Document = { Bytes: (await imageDocument('jpeg', 200)).toString('base64') };
    const detected = await call('DetectDocumentText', { Document });
    expectAsTextract('DetectDocumentTextResponse', detected.body);
    expect(
      parsed(detected.body)
        .pageNumber(1)
        .listLines()
        .map((line) => line.text),
    ).toEqual(['Nom : DUPONT', 'Marié', 'Cachet :']);
    const analysed = await call('AnalyzeDocument', { Document, FeatureTypes: ['FORMS'] });
    expectAsTextract('AnalyzeDocumentResponse', analysed.body);
  });

  it('to a wrong call name an exception of the service model', async () => {
    const { body } = await call('GetDocumentTextDetection', { JobId: 'unknown' });
    expect(body).toEqual({ __type: 'InvalidJobIdException', message: 'Request has invalid Job Id' });
  });
});
