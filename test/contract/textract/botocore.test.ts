import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageDocument, tiffDocument } from '../../unit/local/ocr/support/documents.ts';
import {
  startServiceUnderTest,
  type ServiceUnderTest,
} from '../../unit/local/ocr/support/service-under-test.ts';
import { graphProblems, parseBlocks } from './block-graph.ts';
import { problemsWith } from './service-model.ts';

/** A Python with botocore in it: the one that is named, the project's own environment, or the machine's. */
const python = [process.env['MILAF_TEST_PYTHON'], join('.milaf', 'venv', 'bin', 'python3'), 'python3'].find(
  (candidate) =>
    candidate !== undefined &&
    (candidate === 'python3' || existsSync(candidate)) &&
    spawnSync(candidate, ['-c', 'import botocore'], { stdio: 'ignore' }).status === 0,
);

// botocore is what boto3 calls services with; it parses answers by its own copy of the service model.
describe.skipIf(python === undefined)(
  'botocore (skipped without a Python that has it: set MILAF_TEST_PYTHON)',
  () => {
    let service: ServiceUnderTest;
    let directory: string;
    let seen: Record<string, unknown>;

    beforeAll(async () => {
      service = await startServiceUnderTest();
      directory = await mkdtemp(join(tmpdir(), 'ocr-botocore-'));
      service.put('pages.tiff', await tiffDocument(2));
      const image = join(directory, 'page.png');
      await writeFile(image, await imageDocument('png'));
      const script = join(import.meta.dirname, 'botocore-client.py');
      const { stdout } = await promisify(execFile)(python ?? '', [
        script,
        service.url,
        'scans',
        'pages.tiff',
        image,
      ]);
      seen = JSON.parse(stdout) as Record<string, unknown>;
    });
    afterAll(async () => {
      await service.stop();
      await rm(directory, { recursive: true, force: true });
    });

    it('runs a job and reads its pages', () => {
      expect(seen['result']).toMatchObject({ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 2 } });
      expect(problemsWith('GetDocumentTextDetectionResponse', seen['result'])).toEqual([]);
      expect(graphProblems(parseBlocks(seen['result']))).toEqual([]);
      expect({ Blocks: seen['paged'] }).toEqual({ Blocks: parseBlocks(seen['result']) });
    });

    it('reads synchronous answers', () => {
      expect(graphProblems(parseBlocks(seen['detected']))).toEqual([]);
      expect(problemsWith('AnalyzeDocumentResponse', seen['analysed'])).toEqual([]);
      expect(parseBlocks(seen['analysed']).some((block) => block.BlockType === 'KEY_VALUE_SET')).toBe(true);
    });

    it('raises its own exceptions', () => {
      expect(seen).toMatchObject({
        unknown_job: { code: 'InvalidJobIdException', class: 'InvalidJobIdException' },
        missing_object: { code: 'InvalidS3ObjectException', class: 'InvalidS3ObjectException' },
        mismatch: {
          code: 'IdempotentParameterMismatchException',
          class: 'IdempotentParameterMismatchException',
        },
      });
    });
  },
);
