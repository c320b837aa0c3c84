import { DetectDocumentTextCommand, TextractClient } from '@aws-sdk/client-textract';
import { ocrEngineOf } from '../../../core/contracts/ocr-engine-name.ts';
import { textractAnswersSchema, toOcrDocument } from '../../../core/contracts/textract-blocks.ts';
import type { OcrDocument } from '../../../core/domain/care-form/ocr-document.ts';
import { inWorkFolder } from '../../../local/cloud/folders.ts';
import { startOcrService } from '../../../local/ocr/service.ts';

export interface LocalReading {
  readonly document: OcrDocument;
  readonly ocrEngine: ReturnType<typeof ocrEngineOf>;
}

/** Pages read at once: as many as the local OCR service reads by itself. */
export const PAGES_AT_ONCE = 2;
const LONGEST_MILLISECONDS = 300_000;

/**
 * Reads pages with the local OCR service, through Textract's protocol as the pipeline does. What was read once by the same
 * engine is not read again.
 */
export async function withLocalReader<Result>(
  use: (read: (bytes: Uint8Array) => Promise<LocalReading>) => Promise<Result>,
): Promise<Result> {
  const service = await startOcrService({
    cacheDirectory: inWorkFolder('bench', 'ocr-cache'),
    workers: PAGES_AT_ONCE,
    log: () => undefined,
  });
  const client = new TextractClient({
    endpoint: service.url,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    requestHandler: { requestTimeout: LONGEST_MILLISECONDS },
  });
  try {
    return await use(async (bytes) => {
      const answer = await client.send(new DetectDocumentTextCommand({ Document: { Bytes: bytes } }));
      const answers = textractAnswersSchema.parse([answer]);
      return { document: toOcrDocument(answers), ocrEngine: ocrEngineOf([answer]) };
    });
  } finally {
    client.destroy();
    await service.stop();
  }
}
