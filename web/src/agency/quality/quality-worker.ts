import { FileFault } from '../../../../contexts/intake/domain/file-fault.ts';
import type { QuarantineReason } from '../../../../contexts/claims/domain/quarantine-reason.ts';
import type { LookAnswer, LookQuestion, Refusal, Tell } from './page-check.ts';
import { lookAtPicture } from './picture-page.ts';

/** Opens files away from the page that people work on, where it can be ended. */
addEventListener('message', ({ data }: MessageEvent<LookQuestion>) => {
  const tell: Tell = (answer) => postMessage(answer);
  void lookAt(data, tell).then(tell);
});

async function lookAt({ file, mediaType }: LookQuestion, tell: Tell): Promise<LookAnswer> {
  try {
    if (mediaType === 'application/pdf') {
      const { lookAtPdf } = await import('./pdf-pages.ts');
      await lookAtPdf(file, tell);
    } else await lookAtPicture(file, mediaType, tell);
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'refused', refusal: refusalOf(error) };
  }
}

/** What the words of a page say of a fault; of all others, that the file does not open. */
const REFUSALS: Partial<Record<QuarantineReason, Refusal>> = {
  PAGE_TOO_LARGE: 'PAGE_TOO_LARGE',
  IMAGE_FORMAT_NOT_ACCEPTED: 'IMAGE_FORMAT_NOT_ACCEPTED',
  TOO_COMPLEX: 'TOO_COMPLEX',
};

const refusalOf = (error: unknown): Refusal =>
  (error instanceof FileFault ? REFUSALS[error.reason] : undefined) ?? 'CANNOT_BE_OPENED';
