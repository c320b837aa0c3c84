import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sendMyDocuments } from '../../../../contexts/portal/use-cases/send-documents.ts';
import { showMyClaim, type OwnFileDependencies } from '../../../../contexts/portal/use-cases/own-file.ts';
import { attachDocuments } from '../../../../contexts/review/use-cases/attach-documents.ts';
import { openSentDocument } from '../../../../contexts/review/use-cases/open-sent-document.ts';
import { recordDocument } from '../../../../contexts/review/use-cases/record-document.ts';
import { requestDocument } from '../../../../contexts/review/use-cases/request-document.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { assignClaims } from '../../../../contexts/review/use-cases/assign-claims.ts';
import type { DocumentKind } from '../../../../contexts/shared/reasons/schemas.ts';
import { MemoryAccesses, MemorySentDocuments } from '../../../support/memory-portal.ts';
import { amina, CLAIM_ID, clerk, contractor, supervisor } from '../../../support/review-world.ts';
import { unreadableInpe, worldWith } from '../../review/use-cases/keyed-review.ts';

type Form = Parameters<typeof worldWith>[0];

async function portalWith(form: Form = unreadableInpe) {
  const world = await worldWith(form, undefined, { phone: '+212612345678' });
  const { registrationNumber: own = '' } = await world.claim();
  const sentDocuments = new MemorySentDocuments();
  const accesses = new MemoryAccesses();
  const notUploaded = new Set<string>();
  const { claims, reviews } = world.memory;
  const deps = {
    ...{ claims, reviews, sentDocuments, accesses, clock: () => world.now },
    evidence: {
      findReceived: ({ documentId }: { readonly documentId: string }) =>
        Promise.resolve(
          notUploaded.has(documentId)
            ? undefined
            : ({ contentType: 'image/jpeg', versionId: 'v1', versionCount: 1 } as const),
        ),
    },
  };
  const medicines = { medicinesByCode: () => Promise.resolve(new Map()) };
  return {
    ...{ world, own, sentDocuments, accesses, notUploaded },
    async ask(...documents: DocumentKind[]) {
      const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
      await requestDocument(CLAIM_ID, { version, documents, via: 'sms' }, amina, world.dependencies);
    },
    send: async (
      documents: readonly { readonly documentId: string; readonly kind: DocumentKind }[],
      who = own,
    ) => sendMyDocuments(who, CLAIM_ID, { documents: [...documents] }, deps),
    /** The stream brings it to whoever may write claims. */
    attach: async () =>
      attachDocuments(
        { claimId: CLAIM_ID, channelId: 'agency-rabat-01', documentsOf: own },
        { sentDocuments, claims, reviews, clock: () => world.now },
      ),
    review: async (who = amina) => showReview(CLAIM_ID, who, world.dependencies),
    open: async (documentId: string, who = amina) =>
      openSentDocument(CLAIM_ID, documentId, who, world.dependencies),
    see: async () => showMyClaim(own, CLAIM_ID, { ...deps, medicines } as unknown as OwnFileDependencies),
  };
}

const photo = (kind: DocumentKind, documentId: string = randomUUID()) => ({ documentId, kind });

describe('documents that the insured sends by the portal', () => {
  it('bring the claim back to a reviewer once all have come, and the days count again', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE', 'PRESCRIPTION');
    portal.world.now = new Date('2025-09-25T09:00:00Z');
    const invoice = photo('INVOICE');
    expect(await portal.send([invoice])).toEqual({
      documents: [{ kind: 'INVOICE', sentAt: '2025-09-25T09:00:00.000Z' }, { kind: 'PRESCRIPTION' }],
    });
    expect(await portal.attach()).toBe('documents-attached');
    expect(await portal.review()).toMatchObject({
      state: 'AWAITING_DOCUMENT',
      documentsMissing: ['PRESCRIPTION'],
      documentsSent: [{ documentId: invoice.documentId, kind: 'INVOICE' }],
    });
    portal.world.now = new Date('2025-09-30T09:00:00Z');
    await portal.send([photo('PRESCRIPTION'), photo('PRESCRIPTION')]);
    expect(await portal.attach()).toBe('documents-complete');
    const review = await portal.review();
    // Of fifteen days ten were waited for it.
    expect(review).toMatchObject({ state: 'OPEN', waitingDays: 5, documentsMissing: [] });
    expect(review.documentsSent.map(({ kind }) => kind)).toEqual(['INVOICE', 'PRESCRIPTION', 'PRESCRIPTION']);
    expect(review.history.filter(({ what }) => what === 'document-sent')).toMatchObject([
      { by: 'insured', code: 'INVOICE', at: '2025-09-25T09:00:00.000Z' },
      { by: 'insured', code: 'PRESCRIPTION' },
      { by: 'insured', code: 'PRESCRIPTION' },
    ]);
    expect(JSON.stringify(review.history)).not.toContain(portal.own);
  });

  it('are there once, however often they are sent and brought', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE');
    const invoice = photo('INVOICE');
    const answers = await Promise.all([portal.send([invoice]), portal.send([invoice])]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await portal.attach()).toBe('documents-complete');
    expect(await portal.attach()).toBe('documents-known');
    expect(await portal.send([invoice])).toEqual({ documents: [] });
    const review = await portal.review();
    expect(review.documentsSent).toHaveLength(1);
    expect(review.history.filter(({ what }) => what === 'document-sent')).toHaveLength(1);
  });

  it('are said in the portal at once, also before they are put beside the review', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE', 'ID_CARD');
    await portal.send([photo('ID_CARD')]);
    expect((await portal.see())?.documents).toMatchObject([
      { kind: 'INVOICE', sentAt: undefined },
      { kind: 'ID_CARD', sentAt: '2025-09-20T09:00:00.000Z' },
    ]);
  });

  it('do not answer a later request for the same', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE');
    await portal.send([photo('INVOICE')]);
    await portal.attach();
    await portal.ask('INVOICE');
    expect(await portal.attach()).toBe('documents-known');
    expect(await portal.review()).toMatchObject({
      state: 'AWAITING_DOCUMENT',
      documentsMissing: ['INVOICE'],
    });
    await portal.send([photo('INVOICE')]);
    expect(await portal.attach()).toBe('documents-complete');
  });

  it('bring an incomplete claim to a reviewer', async () => {
    const portal = await portalWith({ inpe: undefined });
    expect((await portal.see())?.documents).toEqual([{ kind: 'CARE_FORM', sentAt: undefined }]);
    await portal.send([photo('CARE_FORM')]);
    expect(await portal.attach()).toBe('documents-complete');
    expect(await portal.attach()).toBe('documents-known');
    expect((await portal.world.claim()).state).toBe('REFERRED');
    expect(await portal.review()).toMatchObject({ state: 'OPEN', documentsSent: [{ kind: 'CARE_FORM' }] });
    expect(portal.world.count('claim.referred.v1')).toBe(1);
  });

  it('that come after a clerk took the paper are kept, and change nothing else', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE');
    await portal.send([photo('INVOICE')]);
    await recordDocument(CLAIM_ID, {}, clerk, portal.world.dependencies);
    expect(await portal.attach()).toBe('documents-attached');
    expect(await portal.review()).toMatchObject({ state: 'OPEN', documentsSent: [{ kind: 'INVOICE' }] });
  });
});

describe('a document is refused', () => {
  it('for somebody else’s claim, without saying that it is there', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE');
    expect(await portal.send([photo('INVOICE')], '999999999')).toEqual({ fault: 'NOT_FOUND' });
    expect(portal.sentDocuments.records.size).toBe(0);
    expect(portal.accesses.records).toMatchObject([
      { actor: 'insured:999999999', operation: 'sendMyDocuments' },
    ]);
  });

  it('where nothing is waited for', async () => {
    const portal = await portalWith();
    expect(await portal.send([photo('INVOICE')])).toEqual({ fault: 'NOT_AWAITED' });
  });

  it('of a kind that is not waited for', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE');
    expect(await portal.send([photo('ID_CARD')])).toEqual({ fault: 'DOCUMENT_NOT_WANTED' });
  });

  it('that was not uploaded', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE');
    const lost = photo('INVOICE');
    portal.notUploaded.add(lost.documentId);
    expect(await portal.send([photo('INVOICE'), lost])).toEqual({ fault: 'DOCUMENT_MISSING' });
    expect(portal.sentDocuments.records.size).toBe(0);
  });

  it('that would be the eleventh of the claim', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE', 'ID_CARD');
    const ten = Array.from({ length: 10 }, () => photo('INVOICE'));
    expect(await portal.send(ten)).not.toHaveProperty('fault');
    expect(await portal.send([photo('ID_CARD')])).toEqual({ fault: 'TOO_MANY_DOCUMENTS' });
    expect(await portal.send(ten)).not.toHaveProperty('fault');
  });
});

describe('a document that was sent', () => {
  it('is opened by a reviewer, which is on record', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE');
    const invoice = photo('INVOICE');
    await portal.send([invoice]);
    await portal.attach();
    portal.world.accesses.length = 0;
    expect(await portal.open(invoice.documentId)).toEqual({
      url: `https://evidence/${portal.own}/${invoice.documentId}`,
    });
    expect(portal.world.accesses).toEqual([
      { actor: 'amina', operation: 'openSentDocument', subject: `claim:${CLAIM_ID}` },
    ]);
    await expect(portal.open(randomUUID())).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
  });

  it('is not shown to a contractor', async () => {
    const portal = await portalWith();
    await portal.ask('INVOICE');
    const invoice = photo('INVOICE');
    await portal.send([invoice]);
    await portal.attach();
    await assignClaims(
      { claimIds: [CLAIM_ID], to: contractor.userId },
      supervisor,
      portal.world.dependencies,
    );
    expect(await portal.review(contractor)).toMatchObject({ isMasked: true, documentsSent: [] });
    await expect(portal.open(invoice.documentId, contractor)).rejects.toMatchObject({
      code: 'DOCUMENT_NOT_FOUND',
    });
  });
});
