import { randomUUID } from 'node:crypto';
import type { DeclareDependant, EvidenceType, MyRequest } from '../api/portal.ts';
import type { DependantRequests, Evidence, EvidenceForm } from '../ports/portal.ts';
import { recordOwnAccess, type OwnFileDependencies } from './own-file.ts';
import { viewRequest } from './view-request.ts';

/** Requests of one person that wait at once; more is no family, but a mistake or mischief. */
const MOST_OPEN_REQUESTS = 10;

export interface DeclareDependantDependencies extends Pick<OwnFileDependencies, 'accesses' | 'clock'> {
  readonly requests: Pick<DependantRequests, 'open' | 'listOf'>;
  readonly evidence: Pick<Evidence, 'createForm' | 'findReceived'>;
}

/** A form to upload one document with. */
export async function createMyUpload(
  number: string,
  contentType: EvidenceType,
  deps: DeclareDependantDependencies,
): Promise<EvidenceForm & { readonly documentId: string }> {
  await recordOwnAccess(deps, number, 'createMyUpload');
  const documentId = randomUUID();
  const form = await deps.evidence.createForm({ registrationNumber: number, documentId, contentType });
  return { documentId, ...form };
}

/** Asks for a member of the family to be declared; a supervisor decides. */
export async function declareDependant(
  number: string,
  { documents, ...declared }: DeclareDependant,
  deps: DeclareDependantDependencies,
): Promise<{ readonly request: MyRequest } | { readonly fault: 'DOCUMENT_MISSING' | 'TOO_MANY_REQUESTS' }> {
  await recordOwnAccess(deps, number, 'declareDependant');
  const requestedAt = deps.clock().toISOString();
  const open = (await deps.requests.listOf(number)).filter(({ state }) => state === 'OPEN');
  if (open.length >= MOST_OPEN_REQUESTS) return { fault: 'TOO_MANY_REQUESTS' };
  const found = await Promise.all(
    documents.map(async (document) => {
      const owner = { registrationNumber: number, documentId: document.documentId };
      const received = await deps.evidence.findReceived(owner);
      return received === undefined ? [] : [{ ...document, ...received }];
    }),
  );
  if (found.some((document) => document.length === 0)) return { fault: 'DOCUMENT_MISSING' };
  const request = {
    requestId: randomUUID(),
    registrationNumber: number,
    state: 'OPEN',
    requestedAt,
    declared,
    documents: found.flat(),
  } as const;
  await deps.requests.open(request);
  return { request: viewRequest(request) };
}
