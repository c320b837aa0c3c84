import { createHash } from 'node:crypto';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { listVersions } from '#intake/aws';
import { evidenceTypes, type EvidenceType } from '../api/portal.ts';
import type { Evidence, EvidenceForm, EvidenceOwner, ReceivedEvidence } from '../ports/portal.ts';

/** Folder of the evidence bucket. */
const FOLDER = 'requests/';
const FORM_SECONDS = 600;
const ADDRESS_SECONDS = 300;

const EXTENSIONS: Readonly<Record<EvidenceType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Documents of the insured in the evidence bucket. */
export class S3Evidence implements Evidence {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #maxFileBytes: number;

  constructor(client: S3Client, bucket: string, maxFileBytes: number) {
    this.#client = client;
    this.#bucket = bucket;
    this.#maxFileBytes = maxFileBytes;
  }

  async createForm(document: EvidenceOwner & { readonly contentType: EvidenceType }): Promise<EvidenceForm> {
    const { contentType } = document;
    return createPresignedPost(this.#client, {
      Bucket: this.#bucket,
      Key: keyOf(document, contentType),
      Expires: FORM_SECONDS,
      Fields: { 'Content-Type': contentType },
      Conditions: [['content-length-range', 1, this.#maxFileBytes]],
    });
  }

  async findReceived(document: EvidenceOwner): Promise<ReceivedEvidence | undefined> {
    // By name: whoever only takes documents in has no right to read them.
    for (const contentType of evidenceTypes) {
      const key = keyOf(document, contentType);
      const versions = await listVersions(this.#client, { bucket: this.#bucket, key });
      const first = versions.at(-1);
      if (first !== undefined)
        return { contentType, versionId: first.versionId, versionCount: versions.length };
    }
    return undefined;
  }

  async addressOf(document: EvidenceOwner & ReceivedEvidence): Promise<string> {
    const { contentType, versionId } = document;
    return getSignedUrl(
      this.#client,
      new GetObjectCommand({
        Bucket: this.#bucket,
        Key: keyOf(document, contentType),
        VersionId: versionId,
        // Whatever was uploaded, a browser shows it as this and nothing else.
        ResponseContentType: contentType,
        ResponseContentDisposition: 'inline',
      }),
      { expiresIn: ADDRESS_SECONDS },
    );
  }
}

const keyOf = (document: EvidenceOwner, contentType: EvidenceType): string =>
  `${placeOf(document)}${EXTENSIONS[contentType]}`;

/** No number of a person in it, and found by nobody who does not know both. */
function placeOf({ registrationNumber, documentId }: EvidenceOwner): string {
  const owned = createHash('sha256').update(`${registrationNumber}/${documentId}`).digest('hex');
  return `${FOLDER}${owned}.`;
}
