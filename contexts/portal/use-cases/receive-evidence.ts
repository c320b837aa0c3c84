import type { ScanStore, UploadRef } from '#claims';
import { contentHashOf, fileIdOf } from '#intake';

/** What documents of the portal are counted under; no channel is called so. */
export const PORTAL = 'portal';

export interface ReceiveEvidenceDependencies {
  readonly scans: Pick<ScanStore, 'describe' | 'read' | 'listOlderVersions'>;
}

export interface ReceivedEvidence {
  readonly fileId: string;
  readonly channelId: typeof PORTAL;
  readonly outcome: 'first' | 'duplicate' | 'form-used' | 'gone';
  /** The document that was uploaded with the same form before. */
  readonly firstFileId?: string | undefined;
}

/**
 * Looks whether a document of the portal is the first of its upload form. A request names the first one, and nobody looks at another;
 * so all that there is to do about another one is to say that it came. The same bytes again are a browser that did not hear the answer.
 */
export async function receiveEvidence(
  announced: UploadRef,
  { scans }: ReceiveEvidenceDependencies,
): Promise<ReceivedEvidence> {
  const description = await scans.describe(announced);
  if (description === undefined) return { fileId: fileIdOf(announced), channelId: PORTAL, outcome: 'gone' };
  const upload = { ...announced, versionId: description.versionId };
  const fileId = fileIdOf(upload);
  const [first] = await scans.listOlderVersions(upload);
  if (first === undefined) return { fileId, channelId: PORTAL, outcome: 'first' };
  const isSame =
    (await scans.describe(first))?.sizeBytes === description.sizeBytes &&
    contentHashOf(await scans.read(first)) === contentHashOf(await scans.read(upload));
  return {
    fileId,
    channelId: PORTAL,
    outcome: isSame ? 'duplicate' : 'form-used',
    firstFileId: fileIdOf(first),
  };
}
