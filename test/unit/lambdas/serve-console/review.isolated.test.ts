import { beforeEach, describe, expect, it, vi } from 'vitest';
import { assignClaims } from '../../../../contexts/review/use-cases/assign-claims.ts';
import { releaseClaim } from '../../../../contexts/review/use-cases/release-claim.ts';
import { ReviewRefusal } from '../../../../contexts/review/use-cases/review-refusal.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import type { StaffRole } from '../../../../contexts/shared/access/access.ts';
import type { RenderPages } from '../../../../contexts/pages/records/work-messages.ts';
import {
  reviewRoutes,
  type ReviewRoutesDependencies,
} from '../../../../lambdas/serve-console/routes/review.ts';
import { createApiApp } from '../../../../lambdas/runtime/api/api-app.ts';
import { staffOf } from '../../../../lambdas/runtime/api/identity.ts';
import { memoryCursors } from '../../../support/memory-data-keys.ts';

vi.mock('../../../../contexts/review/use-cases/assign-claims.ts');
vi.mock('../../../../contexts/review/use-cases/release-claim.ts');
vi.mock('../../../../contexts/review/use-cases/save-corrections.ts');
vi.mock('../../../../contexts/review/use-cases/take-claim.ts');

const drawn: RenderPages[] = [];

function consoleOf(role: StaffRole) {
  const app = createApiApp<Staff>();
  app.use(async (context, next) => {
    context.set('actor', staffOf(context.env));
    await next();
  });
  const dependencies = {
    review: {},
    pageImages: {
      renderPages: (message: RenderPages) => {
        drawn.push(message);
        return Promise.resolve();
      },
    },
  } as unknown as ReviewRoutesDependencies;
  app.route('/', reviewRoutes(dependencies, memoryCursors()));
  const claims = { 'cognito:username': 'someone', 'cognito:groups': `[${role}]` };
  return (method: string, path: string, body?: object) =>
    app.request(
      `/api/console/${path}`,
      {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      { event: { requestContext: { authorizer: { jwt: { claims } } } } },
    );
}

beforeEach(() => {
  vi.clearAllMocks();
  drawn.length = 0;
});

describe('the routes of review', () => {
  it('say to the slower of two reviewers that the claim is held', async () => {
    vi.mocked(takeClaim).mockRejectedValue(new ReviewRefusal('CLAIM_HELD', 'Someone else works on it.'));
    const response = await consoleOf('reviewer')('POST', 'reviews/FILE-1/hold');
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      code: 'CLAIM_HELD',
      title: 'Someone else works on it.',
      status: 409,
    });
  });

  it('say which fields a refusal is about', async () => {
    vi.mocked(saveCorrections).mockRejectedValue(
      new ReviewRefusal('VALUE_INVALID', 'Not a value of this field.', [{ field: 'dateOfCare', line: 1 }]),
    );
    const response = await consoleOf('reviewer')('POST', 'reviews/FILE-1/corrections', { version: 3 });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'VALUE_INVALID',
      faults: [{ path: 'dateOfCare.1', message: 'Not a value of this field.' }],
    });
  });

  it('hand the claim, the request with its defaults and the reviewer to the step', async () => {
    vi.mocked(releaseClaim).mockResolvedValue(undefined);
    expect((await consoleOf('reviewer')('DELETE', 'reviews/FILE-1/hold')).status).toBe(204);
    const [claimId, staff] = vi.mocked(releaseClaim).mock.lastCall ?? [];
    expect(claimId).toBe('FILE-1');
    expect(staff).toMatchObject({ userId: 'someone', roles: ['reviewer'] });
    vi.mocked(saveCorrections).mockRejectedValue(new ReviewRefusal('NOT_HELD', 'Take it first.'));
    await consoleOf('reviewer')('POST', 'reviews/FILE-1/corrections', { version: 3 });
    expect(vi.mocked(saveCorrections).mock.lastCall?.[1]).toEqual({
      version: 3,
      changes: [],
      confirmed: [],
      addLines: 0,
      removeLines: [],
    });
  });

  it('refuse a value that the contract does not know, and name its place', async () => {
    const response = await consoleOf('reviewer')('POST', 'reviews/FILE-1/corrections', {
      version: 3,
      changes: [{ field: 'salary', value: 1 }],
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ faults: [{ path: 'changes.0.field' }] });
    expect(saveCorrections).not.toHaveBeenCalled();
  });

  it('have images without an identity made for the claims that a contractor was given, and for no others', async () => {
    vi.mocked(assignClaims).mockResolvedValue({
      assigned: ['FILE-1'],
      refused: [{ claimId: 'FILE-2', code: 'NOT_ASSIGNABLE' }],
    });
    const supervisor = consoleOf('supervisor');
    await supervisor('POST', 'assignments', { claimIds: ['FILE-1', 'FILE-2'], to: 'contractor-1' });
    expect(drawn).toEqual([{ claimId: 'FILE-1', kind: 'redacted' }]);
    await supervisor('POST', 'assignments', { claimIds: ['FILE-1'], to: null });
    expect(drawn).toHaveLength(1);
  });
});
