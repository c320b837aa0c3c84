import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { lookup } from 'mrmime';
import pMap from 'p-map';

const UPLOADS_AT_ONCE = 8;

/** Files below it carry a digest of their contents in their name, so a browser may keep them for good. */
const FOR_GOOD = 'assets/';

/**
 * What is stored compressed, as small as can be: CloudFront would do it anew for each of its places and less well, and the local one not
 * at all. Every browser that runs these pages reads Brotli.
 */
const COMPRESSED = /^(text\/|application\/(javascript|json)|image\/svg)/;

/** Whether a file that is asked for by name is published compressed. */
export const isPublishedCompressed = (contentType: string): boolean => COMPRESSED.test(contentType);

const compress = promisify(brotliCompress);

/**
 * Puts built pages where they are served from. The page itself goes last: whoever loads it finds all that it asks for, and files
 * of the version before stay for whoever has it open.
 * @returns how many files there are
 */
export async function publishSite(client: S3Client, bucket: string, folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const isPage = (file: string): boolean => file.endsWith('.html');
  const put = async (file: string): Promise<void> => {
    const key = file.split(path.sep).join('/');
    const contentType = lookup(key) ?? 'application/octet-stream';
    const bytes = await readFile(path.join(folder, file));
    const isCompressed = !isPage(file) && isPublishedCompressed(contentType);
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: isCompressed ? await compress(bytes) : bytes,
        ContentType: contentType,
        ...(isCompressed && { ContentEncoding: 'br' }),
        CacheControl: key.startsWith(FOR_GOOD) ? 'public, max-age=31536000, immutable' : 'no-cache',
      }),
    );
  };
  await pMap(
    files.filter((file) => !isPage(file)),
    put,
    { concurrency: UPLOADS_AT_ONCE },
  );
  await pMap(files.filter(isPage), put, { concurrency: 1 });
  return files.length;
}
