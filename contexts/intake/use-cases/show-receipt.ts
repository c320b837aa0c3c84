import type { ClaimStore, FileLimits, FileStore, ScanFile } from '#claims';
import type { ReadingStore } from '#reading';
import { parseReceipt, type Staff } from '#shared';
import type { AccessLog } from '#staff';
import type { ReceiptDetail } from '../api/uploads.ts';
import { peopleOfFile, type PeopleDependencies } from './people-of-file.ts';
import { receiptOf } from './receipt-of.ts';

export interface ShowReceiptDependencies extends PeopleDependencies {
  readonly files: Pick<FileStore, 'find'>;
  readonly claims: Pick<ClaimStore, 'history'>;
  readonly readings: Pick<ReadingStore, 'loadForm'>;
  readonly limits: FileLimits;
  readonly accessLog: Pick<AccessLog, 'record'>;
}

/**
 * Shows what became of a file, and what of it is to be scanned again.
 * @param typed the receipt number as someone typed it
 * @returns undefined where there is no such file, or it came through another channel than the clerk's
 */
export async function showReceipt(
  actor: Staff,
  typed: string,
  dependencies: ShowReceiptDependencies,
): Promise<ReceiptDetail | undefined> {
  const { files, claims, readings, limits, accessLog } = dependencies;
  const fileId = parseReceipt(typed);
  const file = fileId === undefined ? undefined : await files.find(fileId);
  if (file === undefined || !maySee(actor, file)) return undefined;
  await accessLog.record({
    actor: actor.userId,
    operation: 'showReceipt',
    subject: `file:${file.fileId}`,
  });
  const histories = (await Promise.all((file.claimIds ?? []).map((id) => claims.history(id)))).filter(
    (history) => history !== undefined,
  );
  const findings = histories.flatMap(({ decision }) => decision?.findings ?? []);
  const missing = findings.flatMap(({ kind, code, field }) =>
    kind === 'missing' && code === 'FORM_INCOMPLETE' && field !== undefined ? [field] : [],
  );
  const [first] = file.claimIds ?? [];
  const roles = first === undefined ? [] : (await readings.loadForm(first)).pageRoles;
  const found = histories.map(({ claim }) => claim);
  return {
    ...receiptOf({ file, claims: found }, limits),
    people: await peopleOfFile(found, dependencies),
    pages: roles.map((role, index) => ({ page: index + 1, role })),
    missingFields: [...new Set(missing)],
  };
}

const maySee = ({ roles, channelId }: Staff, file: ScanFile): boolean =>
  roles.includes('supervisor') || channelId === file.channelId;
