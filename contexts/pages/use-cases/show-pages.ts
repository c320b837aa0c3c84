import type { ClaimStore, FileStore } from '#claims';
import { type ClaimPages, isMaskedFor, type ReviewStore } from '#review';
import type { Clock, Staff } from '#shared';
import type { AccessLog } from '#staff';
import type { PageImageQueue, PageImageSet, PageImageStore } from '../ports/page-images.ts';
import { isBeingDrawn } from './render-pages.ts';

export interface ShowPagesDependencies {
  readonly claims: Pick<ClaimStore, 'find'>;
  readonly files: Pick<FileStore, 'find'>;
  readonly reviews: Pick<ReviewStore, 'find'>;
  readonly images: Pick<PageImageStore, 'find' | 'addressOf'>;
  readonly queue: PageImageQueue;
  readonly accessLog: AccessLog;
  readonly clock: Clock;
}

/**
 * Addresses of the images of a claim's file, in page order; for a contractor, of those that do not tell who it is about. Images that were never made are asked for. On record before anything is answered.
 * @returns undefined where there is no such claim, or not for this person
 */
export async function showPages(
  claimId: string,
  staff: Staff,
  dependencies: ShowPagesDependencies,
): Promise<ClaimPages | undefined> {
  const { claims, files, reviews, images, queue, accessLog, clock } = dependencies;
  const claim = await claims.find(claimId);
  if (claim === undefined) return undefined;
  const isMasked = isMaskedFor(staff);
  if (isMasked && !(await isGivenTo(staff, claimId, reviews))) return undefined;
  await accessLog.record({ actor: staff.userId, operation: 'showPages', subject: `claim:${claimId}` });

  const set: PageImageSet = isMasked ? { kind: 'redacted', claimId } : { kind: 'file', fileId: claim.fileId };
  const progress = await images.find(set);
  const isComplete = progress?.isComplete === true;
  if (!isComplete && !(progress !== undefined && isBeingDrawn(progress, clock())))
    await queue.renderPages({ claimId, kind: set.kind });
  const made = new Map(progress?.images.map((image) => [image.page, image]));
  // How many pages the file has is of no use to a contractor, who gets those of the care form.
  const pageCount = isMasked ? 0 : ((await files.find(claim.fileId))?.pageCount ?? 0);
  const pages = new Set([...made.keys(), ...Array.from({ length: pageCount }, (_, index) => index + 1)]);
  return {
    isComplete,
    pages: await Promise.all(
      [...pages]
        .sort((a, b) => a - b)
        .map(async (page) =>
          made.has(page) ? { ...made.get(page), page, url: await images.addressOf(set, page) } : { page },
        ),
    ),
  };
}

async function isGivenTo(
  { userId }: Staff,
  claimId: string,
  reviews: Pick<ReviewStore, 'find'>,
): Promise<boolean> {
  const review = await reviews.find(claimId);
  return review?.assignedTo === userId && review.state !== 'CLOSED';
}
