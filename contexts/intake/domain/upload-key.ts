const CHANNEL_ID = '(?:(?:agency|mobile|shop)-[a-z0-9-]{1,40}|provider-\\d{9})';
const ESTABLISHMENT = /^provider-(\d{9})$/;
const channelIdPattern = new RegExp(`^${CHANNEL_ID}$`);
const uploadKeyPattern = new RegExp(`^incoming/(${CHANNEL_ID})/(?!/).*[^/]$`, 's');

/** A key under which no channel puts its files. */
export class UploadKeyError extends Error {
  constructor() {
    super(
      'The object is not under the folder of a channel: expected incoming/<channelId>/<file>, with a channelId such as ' +
        'agency-rabat-01, mobile-07 or shop-casa-112 (agency-, mobile- or shop-, then 1 to 40 of a-z, 0-9 and -), or ' +
        'provider- with the INPE of an establishment',
    );
    this.name = 'UploadKeyError';
  }
}

/** Whether `text` names a channel: an agency, a mobile agency, a shop (proximity point), or an establishment that files for itself. */
export function isChannelId(text: string): boolean {
  return channelIdPattern.test(text);
}

/**
 * INPE of the establishment whose own channel this is, and which files for itself: only it is given the right to write to that
 * folder. Undefined of every other channel, by which the insured file.
 */
export function establishmentOfChannel(channelId: string): string | undefined {
  return ESTABLISHMENT.exec(channelId)?.[1];
}

/**
 * The channel a file came through, from the key it was put under (as S3 knows it, not URL-encoded).
 * @throws UploadKeyError; the key itself is not repeated in it, since people put names into file names.
 */
export function parseUploadKey(key: string): { readonly channelId: string } {
  const channelId = uploadKeyPattern.exec(key)?.[1];
  if (channelId === undefined) throw new UploadKeyError();
  return { channelId };
}
