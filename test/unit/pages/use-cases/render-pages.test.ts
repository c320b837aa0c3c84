import { describe, expect, it } from 'vitest';
import { renderPages } from '../../../../contexts/pages/use-cases/render-pages.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { ScanFile } from '../../../../contexts/claims/domain/scan-file.ts';
import { PageNotDrawableError } from '../../../../contexts/reading/ports/page-errors.ts';
import { type PageImageProgress, type PageImageSet } from '../../../../contexts/pages/ports/page-images.ts';

const claim: Claim = {
  claimId: 'FILE-1',
  state: 'REFERRED',
  version: 2,
  fileId: 'FILE',
  channelId: 'agency-rabat-01',
  submissionDate: '2026-11-20',
  receivedOn: '2026-11-20',
  submissionSignals: [],
  formNumber: 1,
  formsInFile: 1,
};
const file: ScanFile = {
  fileId: 'FILE',
  state: 'READ',
  version: 2,
  channelId: 'agency-rabat-01',
  upload: { bucket: 'scans', key: 'incoming/agency-rabat-01/scan.pdf', versionId: 'v1' },
  uploadedAt: '2026-11-20T08:00:00Z',
  submissionDate: '2026-11-20',
  receivedOn: '2026-11-20',
  submissionSignals: [],
  mediaType: 'application/pdf',
  pageCount: 3,
  readingAttempt: 1,
};

interface World {
  readonly undrawable?: readonly number[];
  /** The function is killed when it draws this page. */
  killedAt?: number | undefined;
  readonly unopenable?: boolean;
  readonly pageCount?: number;
}

function world({ undrawable = [], unopenable = false, pageCount = 3, ...rest }: World = {}) {
  const state = { killedAt: rest.killedAt, hangsAt: 0, now: new Date('2026-11-21T10:00:00Z') };
  const sets = new Map<string, PageImageProgress>();
  const images = new Map<string, number>();
  const keyOf = (set: PageImageSet) => JSON.stringify(set);
  const drawn: number[] = [];
  const dependencies = {
    claims: { find: (id: string) => Promise.resolve(id === claim.claimId ? claim : undefined) },
    files: { find: () => Promise.resolve(file) },
    readings: { loadForm: () => Promise.reject(new Error('No form is needed for the pages of a file')) },
    images: {
      find: (set: PageImageSet) => Promise.resolve(sets.get(keyOf(set))),
      saveImage: (set: PageImageSet, page: number) => {
        images.set(`${keyOf(set)}${page}`, (images.get(`${keyOf(set)}${page}`) ?? 0) + 1);
        return Promise.resolve();
      },
      saveProgress: (set: PageImageSet, progress: PageImageProgress) => {
        sets.set(keyOf(set), structuredClone(progress));
        return Promise.resolve();
      },
      addressOf: () => Promise.reject(new Error('Nobody looks at it here')),
    },
    drawer: {
      open: () =>
        unopenable
          ? Promise.reject(new PageNotDrawableError('The PDF cannot be opened'))
          : Promise.resolve({
              pageCount,
              draw: (page: number) => {
                if (state.hangsAt === page) return new Promise<never>(() => undefined);
                if (state.killedAt === page) return Promise.reject(new Error('killed'));
                if (undrawable.includes(page)) return Promise.reject(new PageNotDrawableError('no page'));
                drawn.push(page);
                return Promise.resolve({ jpeg: new Uint8Array(1), widthPixels: 1600, heightPixels: 2263 });
              },
              close: () => undefined,
            }),
    },
    readUpload: () => Promise.resolve(new Uint8Array(1)),
    clock: () => state.now,
  };
  const run = () => renderPages({ claimId: claim.claimId, kind: 'file' }, dependencies);
  const progress = () => sets.get(keyOf({ kind: 'file', fileId: 'FILE' }));
  return { state, run, progress, drawn };
}

const pagesOf = (progress: PageImageProgress | undefined) => progress?.images.map(({ page }) => page);

describe('images of the pages of a referred claim', () => {
  it('are made once, however often they are asked for', async () => {
    const { run, drawn, progress } = world();
    expect(await run()).toBe('drawn');
    expect(await run()).toBe('known');
    expect(drawn).toEqual([1, 2, 3]);
    expect(progress()).toMatchObject({ isComplete: true });
  });

  it('are made by one copy at a time', async () => {
    const { run, state } = world({ killedAt: 2 });
    await expect(run()).rejects.toThrow('killed');
    state.killedAt = undefined;
    state.now = new Date('2026-11-21T10:00:30Z');
    expect(await run()).toBe('being-drawn');
  });

  it('go on where a killed copy stopped', async () => {
    const { run, state, drawn, progress } = world({ killedAt: 2 });
    await expect(run()).rejects.toThrow('killed');
    expect(pagesOf(progress())).toEqual([1]);
    state.killedAt = undefined;
    state.now = new Date('2026-11-21T10:02:00Z');
    expect(await run()).toBe('drawn');
    expect(drawn).toEqual([1, 2, 3]);
    expect(pagesOf(progress())).toEqual([1, 2, 3]);
  });

  it('are those that could be made where a page kills the function again and again', async () => {
    const { run, state, drawn, progress } = world();
    state.hangsAt = 2;
    for (const minutes of [0, 10, 20]) {
      state.now = new Date(Date.UTC(2026, 10, 21, 10, minutes));
      // Nothing is heard of it any more.
      void run();
      await new Promise(setImmediate);
    }
    expect(progress()).toMatchObject({ isComplete: false });
    state.now = new Date('2026-11-21T10:30:00Z');
    expect(await run()).toBe('given-up');
    expect(progress()).toMatchObject({ isComplete: true });
    expect(pagesOf(progress())).toEqual([1]);
    expect(await run()).toBe('known');
    expect(drawn).toEqual([1]);
  });

  it('are tried for as long as it is not the page that fails', async () => {
    const { run, state, progress } = world({ killedAt: 1 });
    for (const minutes of [0, 10, 20, 30]) {
      state.now = new Date(Date.UTC(2026, 10, 21, 10, minutes));
      await expect(run()).rejects.toThrow('killed');
    }
    state.killedAt = undefined;
    state.now = new Date('2026-11-21T11:00:00Z');
    expect(await run()).toBe('drawn');
    expect(pagesOf(progress())).toEqual([1, 2, 3]);
  });

  it('are none where the file has other pages than at intake', async () => {
    const { run, progress, drawn } = world({ pageCount: 3000 });
    expect(await run()).toBe('page-count-unclear');
    expect(progress()).toMatchObject({ isComplete: true, images: [] });
    expect(drawn).toEqual([]);
  });

  it('leave out a page that cannot be drawn', async () => {
    const { run, progress } = world({ undrawable: [2] });
    expect(await run()).toBe('drawn');
    expect(pagesOf(progress())).toEqual([1, 3]);
    expect(progress()).toMatchObject({ isComplete: true });
  });

  it('are none, and not asked for for ever, where the file cannot be opened', async () => {
    const { run, progress } = world({ unopenable: true });
    expect(await run()).toBe('drawn');
    expect(progress()).toMatchObject({ isComplete: true, images: [] });
  });
});
