import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { S3Evidence } from '../../../../contexts/portal/aws/evidence.ts';
import { S3ScanStore } from '../../../../contexts/intake/aws/scan-store.ts';

/** A bucket that knows names and versions only: newest first within a key, some at a time, as S3 lists them. */
class Bucket extends S3Client {
  readonly #stored: { Key: string; VersionId: string; LastModified: Date }[] = [];

  constructor() {
    super({ region: 'eu-west-3', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
    this.send = (command: unknown) => {
      if (!(command instanceof ListObjectVersionsCommand)) throw new Error('Only lists are asked for here');
      const { Prefix = '', KeyMarker = '', VersionIdMarker } = command.input;
      const all = this.#stored
        .filter(({ Key }) => Key.startsWith(Prefix))
        .toSorted((one, other) => one.Key.localeCompare(other.Key));
      const from = all.findIndex(({ Key, VersionId }) => Key === KeyMarker && VersionId === VersionIdMarker);
      const page = all.slice(from + 1, from + 3);
      const last = from + 3 < all.length ? page.at(-1) : undefined;
      return Promise.resolve({
        Versions: page,
        NextKeyMarker: last?.Key,
        NextVersionIdMarker: last?.VersionId,
      });
    };
  }

  put(key: string, versionId: string): void {
    this.#stored.unshift({ Key: key, VersionId: versionId, LastModified: new Date(0) });
  }
}

describe('the first version of a key', () => {
  it('is found behind any number of later ones, and keys that begin alike are left out', async () => {
    const bucket = new Bucket();
    const key = 'incoming/shop-1/2026-11-21/a';
    const versions = ['one', 'two', 'three', 'four', 'five'];
    for (const version of versions) bucket.put(key, version);
    for (const version of versions) bucket.put(`${key}b`, version);
    const older = await new S3ScanStore(bucket, 'quarantine').listOlderVersions({
      bucket: 'scans',
      key,
      versionId: 'four',
    });
    // Nothing but where they lie: it is recorded with the file.
    expect(older).toEqual(['one', 'two', 'three'].map((versionId) => ({ bucket: 'scans', key, versionId })));
  });

  it('is the one that a document of an insured person is looked at in, whatever is uploaded later', async () => {
    const bucket = new Bucket();
    const evidence = new S3Evidence(bucket, 'evidence', 1000);
    const owner = { registrationNumber: '184203957', documentId: 'd' };
    expect(await evidence.findReceived(owner)).toBeUndefined();
    const looked = new URL(await evidence.addressOf({ ...owner, contentType: 'image/png', versionId: 'x' }));
    const key = looked.pathname.replace(/^\/(evidence\/)?/, '');
    bucket.put(key, 'one');
    const received = await evidence.findReceived(owner);
    expect(received).toEqual({ contentType: 'image/png', versionId: 'one', versionCount: 1 });
    bucket.put(key, 'two');
    expect(await evidence.findReceived(owner)).toMatchObject({ versionId: 'one', versionCount: 2 });
    const address = new URL(await evidence.addressOf({ ...owner, ...received! }));
    expect(address.searchParams.get('versionId')).toBe('one');
  });
});
