import { type ClaimStore, doPageCountsAgree, type FileStore, type UploadRef } from '#claims';
import { type CareForm, PageNotDrawableError, type ReadingStore } from '#reading';
import type { Clock } from '#shared';
import type { RenderPages } from '../records/work-messages.ts';
import { shownZones } from '../domain/shown-zones.ts';
import {
  type OpenPages,
  type PageDrawer,
  type PageImage,
  type PageImageProgress,
  type PageImageSet,
  type PageImageStore,
} from '../ports/page-images.ts';

/** Nobody draws a page for longer than this: a set that has not moved since was left behind by a copy that died. */
export const DRAWING_LEASE_SECONDS = 60;

export interface RenderPagesDependencies {
  readonly claims: Pick<ClaimStore, 'find'>;
  readonly files: Pick<FileStore, 'find'>;
  readonly readings: Pick<ReadingStore, 'loadForm'>;
  readonly images: PageImageStore;
  readonly drawer: PageDrawer;
  readonly readUpload: (upload: UploadRef) => Promise<Uint8Array>;
  readonly clock: Clock;
}

/** A page that kills the function leaves no error behind: after so many runs in a row that made no page nobody draws any more. */
const MAX_FRUITLESS_RUNS = 2;

export type RenderPagesOutcome = 'drawn' | 'known' | 'being-drawn' | 'given-up' | 'page-count-unclear';

/**
 * Makes images of the pages of a claim's file, once, as they were scanned; or of the claim's own pages with everything black
 * that tells who it is about. A page that cannot be drawn is left out; nothing is shown of a file that has another number of
 * pages here than at intake. Repeated after an interruption, it goes on where it was.
 * @throws Error when claim or file are not in the table: the message is tried again
 */
export async function renderPages(
  { claimId, kind }: RenderPages,
  dependencies: RenderPagesDependencies,
): Promise<RenderPagesOutcome> {
  const { claims, files, images, drawer, readings, readUpload, clock } = dependencies;
  const claim = await claims.find(claimId);
  if (claim === undefined)
    throw new Error('The claim whose pages are to be drawn is not in the claims table');
  const set: PageImageSet = kind === 'file' ? { kind, fileId: claim.fileId } : { kind, claimId };
  const before = await images.find(set);
  if (before?.isComplete === true) return 'known';
  if (before !== undefined && isBeingDrawn(before, clock())) return 'being-drawn';
  const file = await files.find(claim.fileId);
  if (file === undefined) throw new Error('The file whose pages are to be drawn is not in the claims table');
  const form = kind === 'redacted' ? (await readings.loadForm(claimId)).form : undefined;
  const save = (done: readonly PageImage[], isComplete: boolean, fruitlessRuns = 0) =>
    images.saveProgress(set, { isComplete, updatedAt: clock().toISOString(), images: done, fruitlessRuns });

  const fruitlessRuns = before?.fruitlessRuns ?? 0;
  const done: PageImage[] = [...(before?.images ?? [])];
  if (fruitlessRuns >= MAX_FRUITLESS_RUNS) {
    await save(done, true);
    return 'given-up';
  }
  const bytes = await readUpload(file.upload);
  await save(done, false, fruitlessRuns + 1);
  const pages = await open(drawer, bytes, file.mediaType);
  try {
    if (!doPageCountsAgree({ atIntake: file.pageCount, byOcr: undefined, whenOpened: pages?.pageCount })) {
      await save([], true);
      return 'page-count-unclear';
    }
    for (const page of pagesOf(pages, form)) {
      if (done.some((image) => image.page === page)) continue;
      const drawn = await drawPage(pages, page, form);
      if (drawn === undefined) continue;
      await images.saveImage(set, page, drawn.jpeg);
      done.push({ page, widthPixels: drawn.widthPixels, heightPixels: drawn.heightPixels });
      await save(done, false);
    }
  } catch (error) {
    // It is alive, and the next run may draw: only who was killed says nothing.
    await save(done, false, fruitlessRuns);
    throw error;
  } finally {
    pages?.close();
  }
  await save(done, true);
  return 'drawn';
}

/** Whether another copy is at it at this moment. */
export function isBeingDrawn({ isComplete, updatedAt }: PageImageProgress, now: Date): boolean {
  return !isComplete && now.getTime() - Date.parse(updatedAt) < DRAWING_LEASE_SECONDS * 1000;
}

async function open(
  drawer: PageDrawer,
  bytes: Uint8Array,
  mediaType: string | undefined,
): Promise<OpenPages | undefined> {
  try {
    return await drawer.open(bytes, mediaType ?? '');
  } catch (error) {
    if (error instanceof PageNotDrawableError) return undefined;
    throw error;
  }
}

function pagesOf(pages: OpenPages | undefined, form: CareForm | undefined): readonly number[] {
  const all = Array.from({ length: pages?.pageCount ?? 0 }, (_, index) => index + 1);
  return form === undefined ? all : all.filter((page) => form.pages.includes(page));
}

async function drawPage(pages: OpenPages | undefined, page: number, form: CareForm | undefined) {
  const zones = form && shownZones(form, page);
  if (form !== undefined && zones === undefined) return undefined;
  try {
    return await pages?.draw(page, zones);
  } catch (error) {
    if (error instanceof PageNotDrawableError) return undefined;
    throw error;
  }
}
