import type { AwaitedDocuments, SentDocument, SentDocuments, SentDocumentsRecord } from '#review';
import { MOST_DOCUMENTS, type SendMyDocuments, type WantedDocument } from '../api/portal.ts';
import { awaitedOfOwn, wantedDocuments } from '../api/wanted-documents.ts';
import type { Evidence } from '../ports/portal.ts';
import { recordOwnAccess, type OwnFileDependencies } from './own-file.ts';

/** Two tabs of one person may send at once; more often than this it is no accident. */
const MAX_ROUNDS = 3;

export interface SendDocumentsDependencies extends Pick<
  OwnFileDependencies,
  'accesses' | 'clock' | 'claims' | 'reviews'
> {
  readonly sentDocuments: SentDocuments;
  readonly evidence: Pick<Evidence, 'findReceived'>;
}

export type SendFault =
  | 'NOT_FOUND'
  | 'NOT_AWAITED'
  | 'DOCUMENT_NOT_WANTED'
  | 'TOO_MANY_DOCUMENTS'
  | 'DOCUMENT_MISSING'
  | 'SENT_AT_ONCE';

type Sent = { readonly documents: WantedDocument[] } | { readonly fault: SendFault };

/**
 * Sends documents that a claim waits for. They are kept in the sender's own file, which the portal may write; the step that may
 * write claims is woken by that and puts them beside the review.
 */
export async function sendMyDocuments(
  number: string,
  claimId: string,
  { documents }: SendMyDocuments,
  deps: SendDocumentsDependencies,
): Promise<Sent> {
  await recordOwnAccess(deps, number, 'sendMyDocuments', `claim:${claimId}`);
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const result = await sendOnce(number, claimId, documents, deps);
    if (result !== 'refused') return result;
  }
  return { fault: 'SENT_AT_ONCE' };
}

async function sendOnce(
  number: string,
  claimId: string,
  documents: SendMyDocuments['documents'],
  deps: SendDocumentsDependencies,
): Promise<Sent | 'refused'> {
  const [history, review, before] = await Promise.all([
    deps.claims.history(claimId),
    deps.reviews.find(claimId),
    deps.sentDocuments.find(number, claimId),
  ]);
  if (history?.claim.registrationNumber !== number) return { fault: 'NOT_FOUND' };
  const { channelId } = history.claim;
  const awaited = awaitedOfOwn(history, review);
  const sent = before?.documents ?? [];
  const known = new Set(sent.map(({ documentId }) => documentId));
  const added = documents.filter(({ documentId }) => !known.has(documentId));
  if (added.length === 0) return { documents: wantedDocuments(awaited, sent) };
  const fault = faultOf(added, sent, awaited);
  if (awaited === undefined || fault !== undefined) return { fault: fault ?? 'NOT_AWAITED' };
  const stamp = { sentAt: deps.clock().toISOString(), occasion: awaited.occasion };
  const found = await Promise.all(
    added.map((document) => receivedOf(number, { ...document, ...stamp }, deps)),
  );
  const received = found.flatMap((document) => document ?? []);
  if (received.length < added.length) return { fault: 'DOCUMENT_MISSING' };
  const record: SentDocumentsRecord = {
    registrationNumber: number,
    claimId,
    channelId,
    version: (before?.version ?? 0) + 1,
    documents: [...sent, ...received],
  };
  if ((await deps.sentDocuments.save(record)) === 'refused') return 'refused';
  return { documents: wantedDocuments(awaited, record.documents) };
}

function faultOf(
  added: SendMyDocuments['documents'],
  sent: readonly SentDocument[],
  awaited: AwaitedDocuments | undefined,
): SendFault | undefined {
  if (awaited === undefined) return 'NOT_AWAITED';
  if (added.some(({ kind }) => !awaited.wanted.includes(kind))) return 'DOCUMENT_NOT_WANTED';
  return sent.length + added.length > MOST_DOCUMENTS ? 'TOO_MANY_DOCUMENTS' : undefined;
}

async function receivedOf(
  registrationNumber: string,
  document: Pick<SentDocument, 'documentId' | 'kind' | 'sentAt' | 'occasion'>,
  { evidence }: SendDocumentsDependencies,
): Promise<SentDocument | undefined> {
  const { documentId } = document;
  const received = await evidence.findReceived({ registrationNumber, documentId });
  if (received === undefined) return undefined;
  const { contentType, versionId } = received;
  return { ...document, contentType, versionId };
}
