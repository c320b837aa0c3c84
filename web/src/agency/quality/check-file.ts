import { mediaTypeOf, PDF_HEADER_WINDOW_BYTES } from '../../../../contexts/intake/domain/media-type.ts';
import { checkLimits } from './check-limits.ts';
import { Looker } from './looker.ts';
import type { FileCheck, LookAnswer } from './page-check.ts';

const looker = new Looker((listener) => {
  const worker = new Worker(new URL('./quality-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<LookAnswer>) => listener.answered(data);
  worker.onerror = worker.onmessageerror = () => listener.failed();
  return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() };
});

/**
 * Looks at a file before it is sent, in seconds: what it is, and whether its pages can be read. Browsers cannot open TIFF, and
 * nearly all of it is what fax machines and old scanners send in bulk: such a file is sent as it is, and its receipt shows within
 * a minute what to scan again.
 */
export async function checkFile(file: Blob): Promise<FileCheck> {
  if (file.size === 0) return { kind: 'refused', refusal: 'EMPTY' };
  if (file.size > checkLimits.maxFileBytes) return { kind: 'refused', refusal: 'TOO_LARGE' };
  try {
    const head = await file.slice(0, PDF_HEADER_WINDOW_BYTES).arrayBuffer();
    const mediaType = mediaTypeOf(new Uint8Array(head));
    if (mediaType === undefined) return { kind: 'refused', refusal: 'UNKNOWN_TYPE' };
    if (mediaType === 'image/tiff') return { kind: 'checked', mediaType, pages: [] };
    return await looker.look({ file, mediaType });
  } catch {
    return { kind: 'refused', refusal: 'CANNOT_BE_OPENED' };
  }
}
