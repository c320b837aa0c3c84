import {
  type Advice,
  adviceFor,
  type Claim,
  type ClaimHistory,
  type ClaimStore,
  type DecisionRecord,
  type FileState,
  type FileStore,
  type MessageRecord,
  type QuarantineReason,
  textractFileLimits,
} from '#claims';

/** Where an uploaded file has got to. */
export interface FileProgress {
  readonly fileId: string;
  /** `UPLOADED` until receive-file has looked at it. */
  readonly state: FileState | 'UPLOADED';
  readonly quarantineReason?: QuarantineReason | undefined;
  /** What the sender of a file that was quarantined can do. */
  readonly advice?: Advice | undefined;
  readonly duplicateOf?: string | undefined;
  readonly claims: readonly ClaimProgress[];
  /** Nothing more will happen to it until money is ordered or a person acts. */
  readonly isSettled: boolean;
}

export interface ClaimProgress {
  readonly claim: Claim;
  readonly decision: DecisionRecord | undefined;
  readonly messages: readonly MessageRecord[];
}

/** Referred claims wait for a person; the insured is notified when there is something to tell. */
const isTold = ({ claim }: ClaimProgress): boolean => claim.state !== 'DRAFTED' && claim.state !== 'REFERRED';

export interface FollowDependencies {
  readonly files: FileStore;
  readonly claims: ClaimStore;
  readonly maxFileBytes: number;
  readonly maxPages: number;
}

/** Looks where a file and its claims have got to. */
export async function followFile(
  fileId: string,
  { files, claims, maxFileBytes, maxPages }: FollowDependencies,
): Promise<FileProgress> {
  const file = await files.find(fileId);
  if (file === undefined) return { fileId, state: 'UPLOADED', claims: [], isSettled: false };
  const histories = await Promise.all((file.claimIds ?? []).map((claimId) => claims.history(claimId)));
  const progress = histories.filter((history) => history !== undefined).map(toProgress);
  return {
    fileId,
    state: file.state,
    quarantineReason: file.quarantineReason,
    advice:
      file.quarantineReason &&
      adviceFor(file.quarantineReason, { ...textractFileLimits, maxFileBytes, maxPages }),
    duplicateOf: file.duplicateOf,
    claims: progress,
    isSettled: file.state !== 'ACCEPTED' && progress.every(isClaimSettled),
  };
}

function toProgress({ claim, decision, messages }: ClaimHistory): ClaimProgress {
  return { claim, decision, messages };
}

function isClaimSettled(progress: ClaimProgress): boolean {
  if (progress.claim.state === 'DRAFTED') return false;
  const isIdentified = progress.claim.registrationNumber !== undefined;
  if (!isTold(progress) || !isIdentified) return true;
  return progress.messages.some(({ state }) => state !== 'SENDING');
}
