import type { Claim, ClaimStore, OwnClaims } from '#claims';
import { type MedicineReader, nameMedicines } from '#medicines';
import type { Person, PersonFile, RegistryReader } from '#registry';
import type { ClaimReview, ReviewStore, SentDocuments } from '#review';
import type { RuleBook } from '#rules';
import { type Clock, dayInMorocco, type Operation } from '#shared';
import type { AccessLog } from '#staff';
import type { MyClaim, MyClaimSummary, MyCoverage, MyFamily, MyPayments, MyProfile } from '../api/portal.ts';
import { ownClaim, ownPayments, summaryOf } from '../api/own-claim.ts';
import { ownCoverage, ownFamily } from '../api/own-coverage.ts';
import type { DependantRequests, OwnFile } from '../ports/portal.ts';
import { awaitedOfOwn, wantedDocuments } from '../api/wanted-documents.ts';
import { viewRequest } from './view-request.ts';

/** The portal looks up the number of the session and no other: there is no way to name someone else's. */
export interface OwnFileDependencies {
  readonly registry: Pick<RegistryReader, 'findPersonFile' | 'findPerson'>;
  readonly claims: Pick<ClaimStore, 'history'>;
  readonly reviews: Pick<ReviewStore, 'find'>;
  readonly sentDocuments: Pick<SentDocuments, 'find'>;
  readonly ownClaims: OwnClaims;
  readonly ownFile: OwnFile;
  readonly requests: Pick<DependantRequests, 'listOf'>;
  readonly accesses: Pick<AccessLog, 'record'>;
  readonly medicines: Pick<MedicineReader, 'medicinesByCode'>;
  readonly rules: RuleBook;
  readonly clock: Clock;
}

/** The session is of someone who is not in the registry (any more). */
export class NotRegisteredError extends Error {
  override name = 'NotRegisteredError';
}

/** Writes down that a person saw or changed something of their own file; done first, see `AccessLog`. */
export async function recordOwnAccess(
  { accesses }: Pick<OwnFileDependencies, 'accesses'>,
  registrationNumber: string,
  operation: Operation,
  subject = `person:${registrationNumber}`,
): Promise<void> {
  await accesses.record({ actor: `insured:${registrationNumber}`, operation, subject });
}

/** @throws NotRegisteredError */
export async function showMyProfile(number: string, deps: OwnFileDependencies): Promise<MyProfile> {
  await recordOwnAccess(deps, number, 'showMyProfile');
  const person = await deps.registry.findPerson(number);
  if (person === undefined) throw new NotRegisteredError('The insured person is not in the registry');
  const { name, birthDate, language } = person;
  return { registrationNumber: number, name, birthDate, language, phoneEnding: phoneEnding(person) };
}

/** The last two digits: enough to know one's phone by, and of no use to anyone else. */
export const phoneEnding = ({ phone }: Person): string | undefined => phone?.slice(-2);

/** @throws NotRegisteredError */
export async function showMyCoverage(number: string, deps: OwnFileDependencies): Promise<MyCoverage> {
  await recordOwnAccess(deps, number, 'showMyCoverage');
  return ownCoverage(await personFile(number, deps), dayInMorocco(deps.clock()), deps.rules);
}

/** @throws NotRegisteredError */
export async function showMyFamily(number: string, deps: OwnFileDependencies): Promise<MyFamily> {
  await recordOwnAccess(deps, number, 'showMyFamily');
  const [file, requests] = await Promise.all([personFile(number, deps), deps.requests.listOf(number)]);
  return {
    members: ownFamily(file, dayInMorocco(deps.clock()), deps.rules),
    requests: requests.map(viewRequest),
  };
}

export async function listMyClaims(
  number: string,
  cursor: string | undefined,
  deps: OwnFileDependencies,
): Promise<{ readonly claims: MyClaimSummary[]; readonly nextCursor?: string | undefined }> {
  await recordOwnAccess(deps, number, 'listMyClaims');
  const { claims, nextCursor } = await deps.ownClaims.list(number, cursor);
  const reviews = await Promise.all(claims.map((claim) => reviewOf(claim, deps)));
  return { claims: claims.map((claim, index) => summaryOf(claim, reviews[index])), nextCursor };
}

/** Only a claim that someone looks at can wait for a document that they asked for. */
async function reviewOf(
  { claimId, state }: Claim,
  { reviews }: Pick<OwnFileDependencies, 'reviews'>,
): Promise<ClaimReview | undefined> {
  return state === 'REFERRED' || state === 'PARTLY_REFERRED' ? reviews.find(claimId) : undefined;
}

/** Undefined where there is no such claim, or it is someone else's: which of them is not disclosed. */
export async function showMyClaim(
  number: string,
  claimId: string,
  deps: OwnFileDependencies,
): Promise<MyClaim | undefined> {
  await recordOwnAccess(deps, number, 'showMyClaim', `claim:${claimId}`);
  const history = await deps.claims.history(claimId);
  if (history?.claim.registrationNumber !== number) return undefined;
  const codes = history.decision?.lines.map(({ medicineCode }) => medicineCode) ?? [];
  const [review, medicineNames, sent] = await Promise.all([
    reviewOf(history.claim, deps),
    nameMedicines(codes, deps.medicines),
    deps.sentDocuments.find(number, claimId),
  ]);
  const documents = wantedDocuments(awaitedOfOwn(history, review), sent?.documents ?? []);
  return ownClaim(history, review, medicineNames, documents);
}

export async function listMyPayments(
  number: string,
  cursor: string | undefined,
  deps: OwnFileDependencies,
): Promise<MyPayments> {
  await recordOwnAccess(deps, number, 'listMyPayments');
  const { claims, nextCursor } = await deps.ownClaims.list(number, cursor);
  const paid = claims.filter(({ payment }) => payment !== undefined);
  const histories = await Promise.all(paid.map(({ claimId }) => deps.claims.history(claimId)));
  return {
    payments: histories.flatMap((history) => (history === undefined ? [] : ownPayments(history))),
    nextCursor,
  };
}

export async function changeMyLanguage(
  number: string,
  language: Person['language'],
  deps: OwnFileDependencies,
): Promise<void> {
  await recordOwnAccess(deps, number, 'changeMyLanguage');
  await deps.ownFile.changeLanguage(number, language);
}

/** @throws NotRegisteredError */
export async function personFile(
  number: string,
  { registry }: Pick<OwnFileDependencies, 'registry'>,
): Promise<PersonFile> {
  const file = await registry.findPersonFile(number);
  if (file === undefined) throw new NotRegisteredError('The insured person is not in the registry');
  return file;
}
