import { describe, expect, it } from 'vitest';
import { showPages, type ShowPagesDependencies } from '../../../../contexts/pages/use-cases/show-pages.ts';
import type { StaffRole } from '../../../../contexts/shared/access/access.ts';
import type { RenderPages } from '../../../../contexts/pages/records/work-messages.ts';
import type { PageImageProgress, PageImageSet } from '../../../../contexts/pages/ports/page-images.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const image = (page: number) => ({ page, widthPixels: 1600, heightPixels: 2263 });

interface World {
  readonly progress?: PageImageProgress;
  readonly assignedTo?: string;
  readonly reviewState?: 'OPEN' | 'CLOSED';
}

function world({ progress, assignedTo, reviewState = 'OPEN' }: World = {}) {
  const steps: string[] = [];
  const asked: RenderPages[] = [];
  const looked: PageImageSet[] = [];
  const dependencies = {
    claims: {
      find: (id: string) => Promise.resolve(id === 'FILE-1' ? { claimId: id, fileId: 'FILE' } : undefined),
    },
    files: { find: () => Promise.resolve({ fileId: 'FILE', pageCount: 2 }) },
    reviews: { find: () => Promise.resolve({ assignedTo, state: reviewState }) },
    images: {
      find: (set: PageImageSet) => {
        looked.push(set);
        return Promise.resolve(progress);
      },
      addressOf: (set: PageImageSet, page: number) => {
        steps.push('address');
        return Promise.resolve(`https://images/${set.kind}/${page}`);
      },
    },
    queue: {
      renderPages: (message: RenderPages) => {
        asked.push(message);
        return Promise.resolve();
      },
    },
    accessLog: {
      record: ({ subject }: { subject: string }) => {
        steps.push(`recorded ${subject}`);
        return Promise.resolve();
      },
    },
    clock: () => NOW,
  } as unknown as ShowPagesDependencies;
  const show = (claimId: string, role: StaffRole) =>
    showPages(claimId, { kind: 'staff', userId: 'someone', roles: [role] }, dependencies);
  return { show, steps, asked, looked };
}

const complete = { isComplete: true, updatedAt: '2026-11-20T08:00:00Z', images: [image(2), image(1)] };

describe('the scan of a claim', () => {
  it('is on record before its address is made', async () => {
    const { show, steps } = world({ progress: complete });
    const pages = await show('FILE-1', 'reviewer');
    expect(steps).toEqual(['recorded claim:FILE-1', 'address', 'address']);
    expect(pages?.pages.map(({ url }) => url)).toEqual(['https://images/file/1', 'https://images/file/2']);
  });

  it('is made when nobody has looked at it before', async () => {
    const { show, asked } = world();
    expect(await show('FILE-1', 'auditor')).toEqual({ isComplete: false, pages: [{ page: 1 }, { page: 2 }] });
    expect(asked).toEqual([{ claimId: 'FILE-1', kind: 'file' }]);
  });

  it('is not asked for twice while it is being made, and again when that was left behind', async () => {
    const begun = (updatedAt: string) => ({ isComplete: false, updatedAt, images: [image(1)] });
    const now = world({ progress: begun('2026-11-21T09:59:50Z') });
    expect((await now.show('FILE-1', 'reviewer'))?.pages[0]?.url).toBe('https://images/file/1');
    expect(now.asked).toEqual([]);
    const left = world({ progress: begun('2026-11-21T09:50:00Z') });
    await left.show('FILE-1', 'reviewer');
    expect(left.asked).toHaveLength(1);
  });

  it('is shown to a contractor without the identity, and only of a claim that was given to them', async () => {
    const given = world({ progress: complete, assignedTo: 'someone' });
    expect((await given.show('FILE-1', 'external-reviewer'))?.pages[0]?.url).toBe(
      'https://images/redacted/1',
    );
    expect(given.looked).toEqual([{ kind: 'redacted', claimId: 'FILE-1' }]);
    for (const other of [
      world({ progress: complete }),
      world({ progress: complete, assignedTo: 'another' }),
      world({ progress: complete, assignedTo: 'someone', reviewState: 'CLOSED' }),
    ]) {
      expect(await other.show('FILE-1', 'external-reviewer')).toBeUndefined();
      expect(other.steps).toEqual([]);
    }
  });

  it('is nothing where there is no such claim', async () => {
    expect(await world().show('NONE-1', 'reviewer')).toBeUndefined();
  });
});
