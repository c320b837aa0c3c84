import { describe, expect, it } from 'vitest';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import {
  receiptDetailSchema,
  receiptsPageSchema,
  uploadFormSchema,
} from '../../../../contexts/intake/api/uploads.ts';
import type { StaffRole } from '../../../../contexts/shared/access/access.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { ScanFile } from '../../../../contexts/claims/domain/scan-file.ts';
import { textractFileLimits } from '../../../../contexts/claims/domain/quarantine-reason.ts';
import { fileIdOf } from '../../../../contexts/intake/domain/receipt.ts';
import { formatReceipt } from '../../../../contexts/shared/identifiers/receipt-number.ts';
import type { UploadFormRequest } from '../../../../contexts/intake/ports/uploads.ts';
import {
  uploadRoutes,
  type UploadRoutesDependencies,
} from '../../../../lambdas/serve-console/routes/uploads.ts';
import { createApiApp } from '../../../../lambdas/runtime/api/api-app.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { memoryCursors } from '../../../support/memory-data-keys.ts';
import { MemoryAccesses } from '../../../support/memory-portal.ts';

const CHANNEL = 'agency-rabat-01';
const NOW = new Date('2026-11-21T09:00:00Z');
const BEGUN = '2026-11-21/278245b8-4856-4c3a-bf96-4c745192a37a';

const clerk = (more: Partial<Staff> = {}): Staff => ({
  kind: 'staff',
  userId: 'clerk-rabat',
  roles: ['agency-clerk'],
  channelId: CHANNEL,
  ...more,
});

const uploadOf = (channelId: string, uploadId: string, version = '1') => ({
  bucket: 'scans',
  key: `incoming/${channelId}/${uploadId}`,
  versionId: version,
});

function fileOf(uploadId: string, more: Partial<ScanFile> = {}): ScanFile {
  const upload = more.upload ?? uploadOf(CHANNEL, uploadId);
  return {
    fileId: fileIdOf(upload),
    state: 'READ',
    version: 2,
    channelId: CHANNEL,
    upload,
    uploadedAt: '2026-11-21T08:00:00.000Z',
    submissionDate: '2026-11-21',
    receivedOn: '2026-11-21',
    submissionSignals: [],
    readingAttempt: 1,
    ...more,
  };
}

interface World {
  readonly actor?: Staff;
  readonly files?: readonly ScanFile[];
  readonly claims?: readonly Claim[];
  readonly missing?: readonly { field?: string; code: string }[];
}

function world({ actor = clerk(), files = [], claims = [], missing = [] }: World = {}) {
  const accesses = new MemoryAccesses();
  const forms: UploadFormRequest[] = [];
  /** Versions that S3 has of a key, oldest first. */
  const stored = new Map<string, string[]>();
  const dependencies = {
    uploads: {
      createForm: (request: UploadFormRequest) => {
        forms.push(request);
        return Promise.resolve({ url: 'https://scans', fields: { key: 'k' }, expiresInSeconds: 900 });
      },
      findFirst: (channelId: string, uploadId: string) => {
        const [first] = stored.get(`${channelId}/${uploadId}`) ?? [];
        const found = first && { upload: uploadOf(channelId, uploadId, first), uploadedAt: NOW };
        return Promise.resolve(found);
      },
    },
    receipts: {
      listByDay: () =>
        Promise.resolve({
          taken: files.map((file) => ({
            file,
            claims: claims.filter(({ claimId }) => file.claimIds?.includes(claimId)),
          })),
        }),
    },
    files: { find: (fileId: string) => Promise.resolve(files.find((file) => file.fileId === fileId)) },
    claims: {
      history: (claimId: string) => {
        const claim = claims.find((one) => one.claimId === claimId);
        const findings = missing.map((finding) => ({ kind: 'missing', ...finding }));
        return Promise.resolve(claim && { claim, decision: { findings }, events: [], messages: [] });
      },
    },
    readings: { loadForm: () => Promise.resolve({ pageRoles: ['care-form', 'failed', 'blank'] }) },
    registry: {
      findPerson: (registrationNumber: string) =>
        Promise.resolve(
          registrationNumber === '100000001'
            ? { registrationNumber, name: { family: 'ALAOUI', given: 'Salma' } }
            : undefined,
        ),
    },
    accessLog: accesses,
    clock: () => NOW,
    randomId: () => BEGUN.slice(11),
    limits: { ...textractFileLimits, maxFileBytes: 1000, maxPages: 50 },
  } as unknown as UploadRoutesDependencies;
  const app = createApiApp<Staff>();
  app.use(async (context, next) => {
    context.set('actor', actor);
    await next();
  });
  app.route('/', uploadRoutes(dependencies, memoryCursors()));
  const call = async (path: string, body?: object) => {
    const headers = { 'content-type': 'application/json' };
    const request = body ? { method: 'POST', body: JSON.stringify(body), headers } : {};
    const response = await app.request(`/api/console/${path}`, request);
    return { status: response.status, body: await response.json() };
  };
  return { call, forms, stored, accesses };
}

describe('an upload from the browser', () => {
  it('goes into the folder of the clerk’s own channel, whatever the page says', async () => {
    const { call, forms } = world();
    const body = uploadFormSchema.parse(
      (
        await call('uploads', {
          contentType: 'image/jpeg',
          depositDate: '2026-11-20',
        })
      ).body,
    );

    expect(body).toMatchObject({ uploadId: BEGUN, maxFileBytes: 1000 });
    expect(forms).toEqual([
      { channelId: CHANNEL, uploadId: BEGUN, contentType: 'image/jpeg', submissionDate: '2026-11-20' },
    ]);
    expect((await call('uploads', { contentType: 'image/jpeg', channelId: 'agency-fes-02' })).status).toBe(
      400,
    );
  });

  it('gets another form for the same place when the first one has expired', async () => {
    const { call, forms } = world();
    const other = '2026-11-20/00000000-0000-0000-0000-000000000001';
    await call('uploads', { contentType: 'application/pdf', uploadId: other });

    expect(forms).toMatchObject([{ uploadId: other }]);
  });

  it.each(['../agency-fes-02/x', '2026-11-20/../../quarantine', '2026-11-20/name of a patient.pdf'])(
    'takes no place that it did not give out: %s',
    async (uploadId) => {
      const { call, forms } = world();

      expect((await call('uploads', { contentType: 'image/png', uploadId })).status).toBe(400);
      expect(forms).toEqual([]);
    },
  );

  it('gets a receipt only when it has arrived, and the same one however often it was sent and asked for', async () => {
    const { call, stored, accesses } = world();

    expect(await call('uploads/confirmation', { uploadId: BEGUN })).toMatchObject({
      status: 404,
      body: { code: 'NOT_UPLOADED' },
    });
    expect(accesses.records).toEqual([]);
    stored.set(`${CHANNEL}/${BEGUN}`, ['1']);
    const first = await call('uploads/confirmation', { uploadId: BEGUN });
    stored.set(`${CHANNEL}/${BEGUN}`, ['1', '2']);
    const second = await call('uploads/confirmation', { uploadId: BEGUN });

    const fileId = fileIdOf(uploadOf(CHANNEL, BEGUN));

    expect(first.body).toMatchObject({ fileId });
    expect(second.body).toEqual(first.body);
    expect(accesses.records[0]).toEqual({
      actor: 'clerk-rabat',
      operation: 'confirmUpload',
      subject: `file:${fileId}`,
    });
  });

  it('gives no receipt that is not on record', async () => {
    const { call, stored, accesses } = world();
    stored.set(`${CHANNEL}/${BEGUN}`, ['1']);
    accesses.isDown = true;

    expect((await call('uploads/confirmation', { uploadId: BEGUN })).status).toBe(500);
  });

  it.each([undefined, 'unknown', 'agency-'])(
    'is refused to an account of no channel (%s)',
    async (channelId) => {
      const { call, forms } = world({ actor: clerk({ channelId }) });

      expect(await call('uploads', { contentType: 'image/jpeg' })).toMatchObject({
        status: 403,
        body: { code: 'CHANNEL_MISSING' },
      });
      expect(forms).toEqual([]);
    },
  );

  it.each<StaffRole>(['reviewer', 'external-reviewer', 'supervisor', 'manager', 'auditor'])(
    'is not for a %s',
    async (role) => {
      const { call, forms } = world({ actor: clerk({ roles: [role] }) });

      expect((await call('uploads', { contentType: 'image/jpeg' })).status).toBe(403);
      expect(forms).toEqual([]);
    },
  );
});

describe('the receipts of a day', () => {
  const claim = (fileId: string, number: number, state: Claim['state']) =>
    claimWith({ claimId: `${fileId}-${number}`, fileId, state });
  const statesWith = async (...states: Claim['state'][]) => {
    const { fileId } = fileOf(BEGUN);
    const claims = states.map((state, index) => claim(fileId, index + 1, state));
    const file = fileOf(BEGUN, { claimIds: claims.map(({ claimId }) => claimId) });
    const body = receiptsPageSchema.parse((await world({ files: [file], claims }).call('receipts')).body);
    return body.receipts.map(({ state }) => state);
  };

  it('say where a file is by the claim that asks for most', async () => {
    expect(await statesWith('APPROVED', 'REJECTED')).toEqual(['DECIDED']);
    expect(await statesWith('APPROVED', 'DRAFTED')).toEqual(['IN_PROGRESS']);
    expect(await statesWith('DRAFTED', 'REFERRED')).toEqual(['IN_REVIEW']);
    expect(await statesWith('REFERRED', 'INCOMPLETE')).toEqual(['INCOMPLETE']);
  });

  it('tell an agency nothing of what was decided or paid', async () => {
    const { fileId } = fileOf(BEGUN);
    const claims = [claim(fileId, 1, 'REJECTED')];
    const body = receiptsPageSchema.parse(
      (
        await world({
          files: [fileOf(BEGUN, { claimIds: [`${fileId}-1`] })],
          claims,
        }).call('receipts')
      ).body,
    );

    expect(JSON.stringify(body)).not.toMatch(/REJECTED|Centimes|registrationNumber/);
  });

  it('say whose they are where that is known and was asked for, once that is on record', async () => {
    const { fileId } = fileOf(BEGUN);
    const claims = [claimWith({ claimId: `${fileId}-1`, fileId, registrationNumber: '100000001' })];
    const files = [
      fileOf(BEGUN, { claimIds: [`${fileId}-1`] }),
      fileOf('2026-11-21/00000000-0000-0000-0000-000000000002', { state: 'ACCEPTED' }),
    ];
    const { call, accesses } = world({ files, claims });

    const unasked = receiptsPageSchema.parse((await call('receipts')).body);
    expect(unasked.receipts.map(({ people }) => people)).toEqual([undefined, undefined]);
    expect(accesses.records).toEqual([]);

    const asked = receiptsPageSchema.parse((await call('receipts?people=shown')).body);
    expect(asked.receipts.map(({ people }) => people)).toEqual([
      [{ registrationNumber: '100000001', names: ['ALAOUI Salma'] }],
      undefined,
    ]);
    expect(accesses.records).toEqual([
      {
        actor: 'clerk-rabat',
        operation: 'listReceipts',
        subject: `file:${fileId}`,
        details: { channelId: CHANNEL },
      },
    ]);
    accesses.isDown = true;
    expect((await call('receipts?people=shown')).status).toBe(500);
  });

  it('say why a file is to be scanned again, in both languages', async () => {
    const file = fileOf(BEGUN, { state: 'QUARANTINED', quarantineReason: 'NO_CARE_FORM' });
    const body = receiptsPageSchema.parse((await world({ files: [file] }).call('receipts')).body);

    expect(body.receipts).toMatchObject([{ state: 'QUARANTINED', rescanReason: 'NO_CARE_FORM' }]);
    expect(body.receipts[0]?.advice?.fr).toContain('610-1-02');
    expect(body.receipts[0]?.advice?.ar).toContain('610-1-02');
  });

  it('have one line for a file that the browser sent twice, and two for one that was brought twice', async () => {
    const first = fileOf(BEGUN, { state: 'ACCEPTED' });
    const resent = fileOf(BEGUN, {
      upload: uploadOf(CHANNEL, BEGUN, '2'),
      state: 'DUPLICATE',
      duplicateOf: first.fileId,
    });
    const broughtAgain = fileOf(BEGUN, {
      upload: uploadOf(CHANNEL, '2026-11-21/00000000-0000-0000-0000-000000000002'),
      state: 'DUPLICATE',
      duplicateOf: first.fileId,
    });
    const body = receiptsPageSchema.parse(
      (await world({ files: [broughtAgain, resent, first] }).call('receipts')).body,
    );

    expect(body.receipts.map(({ fileId }) => fileId)).toEqual([broughtAgain.fileId, first.fileId]);
  });
});

describe('one receipt', () => {
  const { fileId } = fileOf(BEGUN);
  const file = fileOf(BEGUN, { claimIds: [`${fileId}-1`] });
  const claims = [claimWith({ claimId: `${fileId}-1`, fileId, state: 'INCOMPLETE' })];
  const missing = [
    { code: 'FORM_INCOMPLETE', field: 'inpe' },
    { code: 'PAGE_NOT_READ' },
    { code: 'FORM_INCOMPLETE', field: 'inpe' },
  ];

  it('shows which pages to scan again and which fields are empty, however its number is typed, and is put on record', async () => {
    const { call, accesses } = world({ files: [file], claims, missing });
    const typed = formatReceipt(fileId).toLowerCase();
    const body = receiptDetailSchema.parse((await call(`receipts/${typed}`)).body);

    expect(body.pages).toEqual([
      { page: 1, role: 'care-form' },
      { page: 2, role: 'failed' },
      { page: 3, role: 'blank' },
    ]);
    expect(body.missingFields).toEqual(['inpe']);
    expect(accesses.records).toEqual([
      { actor: 'clerk-rabat', operation: 'showReceipt', subject: `file:${fileId}` },
    ]);
  });

  it('of another channel is none, as one that nobody has', async () => {
    const { call, accesses } = world({ files: [file], claims, actor: clerk({ channelId: 'agency-fes-02' }) });
    const others = await call(`receipts/${fileId}`);

    expect(others.status).toBe(404);
    expect(await call('receipts/0000000000000000')).toEqual(others);
    expect(accesses.records).toEqual([]);
  });

  it('of any channel is shown to a supervisor', async () => {
    const { call } = world({
      files: [file],
      claims,
      actor: clerk({ roles: ['supervisor'], channelId: undefined }),
    });

    expect((await call(`receipts/${fileId}`)).status).toBe(200);
  });
});
