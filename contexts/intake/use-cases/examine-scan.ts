import { doPageCountsAgree, type QuarantineReason } from '#claims';
import { PageNotDrawableError, PageTooCostlyError } from '#reading';
import { FileFault } from '../domain/file-fault.ts';
import { inspectFile, type AcceptedFile } from '../domain/inspect-file.ts';
import type { FileInspector } from '../ports/file-inspector.ts';
import type { PageCounter } from '../ports/page-counter.ts';
import type { ScanUprighter } from '../ports/scan-uprighter.ts';

export interface ExamineScanDependencies {
  /** Left out: files are inspected in this thread, and nothing ends an inspection that hangs. */
  readonly inspector?: FileInspector;
  /** Left out: pages are counted once. */
  readonly pageCounter?: PageCounter;
  /** Left out: pictures are read as they are stored. */
  readonly uprighter?: ScanUprighter;
  /** Left out: yes. A file that takes too long is looked into again later, because the machine may have been busy. */
  readonly isLastTry?: boolean;
  readonly maxFileBytes: number;
  readonly maxPages: number;
}

export type ExaminedScan =
  | (AcceptedFile & {
      /** What is to be read instead: the file is stored turned or mirrored. */
      readonly upright?: Uint8Array | undefined;
    })
  | { readonly accepted: false; readonly reason: QuarantineReason; readonly isUncertain?: boolean };

/**
 * Looks into a file as far as can be done without paying for it: whether it can be read, whether those who will open it see the same
 * pages, and whether they see them the same way round.
 * @throws Error when it took too long, and may be tried again
 */
export async function examineScan(
  bytes: Uint8Array,
  dependencies: ExamineScanDependencies,
): Promise<ExaminedScan> {
  const { isLastTry = true } = dependencies;
  const examined = await examine(bytes, dependencies).catch(refusalOf);
  if (!isLastTry && !examined.accepted && examined.isUncertain === true)
    throw new Error('Looking into the file took too long: it is tried again');
  return examined;
}

async function examine(
  bytes: Uint8Array,
  {
    maxFileBytes,
    maxPages,
    inspector = { inspect: inspectFile },
    pageCounter,
    uprighter,
  }: ExamineScanDependencies,
): Promise<ExaminedScan> {
  const inspection = await inspector.inspect(bytes, { maxFileBytes, maxPages });
  if (!inspection.accepted) return inspection;
  const { mediaType, pageCount } = inspection;
  const counted = await pageCounter?.count(bytes, mediaType, maxPages);
  const counts = { atIntake: pageCount, whenOpened: counted?.pageCount, drawable: counted?.drawable };
  if (!doPageCountsAgree(counts)) return { accepted: false, reason: 'PAGE_COUNT_UNCLEAR' };
  return { ...inspection, upright: await uprighter?.upright(bytes, mediaType) };
}

/** @throws whatever says nothing of the file */
function refusalOf(error: unknown): ExaminedScan {
  if (error instanceof FileFault) return { accepted: false, reason: error.reason };
  if (error instanceof PageTooCostlyError)
    return { accepted: false, reason: 'TOO_COMPLEX', isUncertain: true };
  if (error instanceof PageNotDrawableError) return { accepted: false, reason: 'DAMAGED' };
  throw error;
}
