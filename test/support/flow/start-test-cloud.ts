import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { deployLocalStage } from '../../../local/cloud/deploy-local-stage.ts';
import { inWorkFolder } from '../../../local/cloud/folders.ts';
import { startLocalCloud, type LocalCloud } from '../../../local/cloud/start-local-cloud.ts';

declare module 'vitest' {
  interface ProvidedContext {
    cloudName: string;
    cloudVariables: Record<string, string>;
    ocrUrl: string;
    recordedAnswersDirectory: string;
  }
}

/**
 * One local cloud for all tests of a project; the OCR service gives out recorded answers, so that flows are tested and not OCR.
 * @param name of the cloud: several can be up at once
 */
export async function startTestCloud(project: TestProject, name: string): Promise<LocalCloud> {
  const recordedAnswersDirectory = inWorkFolder(`${name}-recorded-answers`);
  const cacheDirectory = inWorkFolder(`${name}-ocr-cache`);
  for (const folder of [recordedAnswersDirectory, cacheDirectory])
    rmSync(folder, { recursive: true, force: true });
  const report = (message: string): void => console.log(`  local cloud: ${message}`);
  const ocrFlags = [
    '--recorded-answers-directory',
    recordedAnswersDirectory,
    '--cache-directory',
    cacheDirectory,
  ];
  // Enough to take a claim back; all others wait for it.
  process.env['MILAF_UNDO_SECONDS'] ??= '4';
  const cloud = await startLocalCloud({ name, report, ocrFlags });
  try {
    await deployLocalStage(cloud, report);
  } catch (error) {
    await cloud.stop();
    throw error;
  }
  project.provide('cloudName', name);
  project.provide('cloudVariables', { ...cloud.variables });
  project.provide('ocrUrl', cloud.ocrUrl);
  project.provide('recordedAnswersDirectory', recordedAnswersDirectory);
  return cloud;
}
