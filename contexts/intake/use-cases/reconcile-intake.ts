import pMap, { pMapSkip } from 'p-map';
import type { FileState, FileStore, UploadRef } from '#claims';
import { type Clock, dayInMorocco } from '#shared';
import { fileIdOf } from '../domain/receipt.ts';
import type { UploadListing } from '../ports/upload-listing.ts';
import { UNKNOWN_CHANNEL } from './receive-file.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
const CHANNELS_AT_ONCE = 25;

/** Files of a channel, counted twice: as the bucket has them and as the table knows them. */
export interface ChannelCount {
  readonly channelId: string;
  /** Uploads in the bucket that are old enough to have been received. */
  readonly received: number;
  /** Of these: being read or read into claims, same content as another, quarantined. */
  readonly claimed: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** `received − claimed − duplicates − quarantined`: must be 0. */
  readonly missing: readonly UploadRef[];
}

export interface CountDependencies {
  readonly files: Pick<FileStore, 'listByChannelDay'>;
  readonly uploads: UploadListing;
  readonly clock: Clock;
  /** Younger uploads may still be on their way. */
  readonly graceMinutes: number;
  /** How far back to count. */
  readonly lookBackMinutes: number;
  /** Told of a channel that could not be counted, while the others are; left out: it is thrown. */
  readonly notCounted?: (channelId: string, error: unknown) => void;
}

/** Counts every channel: received = claims + duplicates + quarantined, or the difference is named. */
export async function countIntake(dependencies: CountDependencies): Promise<readonly ChannelCount[]> {
  const channels = await dependencies.uploads.listChannels();
  const unknown = new KnownFiles(UNKNOWN_CHANNEL, dependencies.files);
  const countOne = async (channelId: string): Promise<ChannelCount | typeof pMapSkip> => {
    try {
      return await countChannel(channelId, unknown, dependencies);
    } catch (error) {
      if (dependencies.notCounted === undefined) throw error;
      dependencies.notCounted(channelId, error);
      return pMapSkip;
    }
  };
  // Thousands of channels: together within the function's time, without asking S3 for all at once.
  return pMap(channels, countOne, { concurrency: CHANNELS_AT_ONCE });
}

async function countChannel(
  channelId: string,
  unknown: KnownFiles,
  dependencies: CountDependencies,
): Promise<ChannelCount> {
  const { uploads, clock, graceMinutes, lookBackMinutes } = dependencies;
  const now = clock().getTime();
  const since = new Date(now - lookBackMinutes * MILLISECONDS_PER_MINUTE);
  const until = now - graceMinutes * MILLISECONDS_PER_MINUTE;
  const known = new KnownFiles(channelId, dependencies.files);
  const states = new Map<FileState, number>();
  const missing: UploadRef[] = [];
  let received = 0;
  for await (const { upload, uploadedAt } of uploads.listUploads(channelId, since)) {
    if (uploadedAt.getTime() > until) continue;
    received += 1;
    // A folder that is no channel's is kept under one name for all of them.
    const state = (await known.stateOf(upload, uploadedAt)) ?? (await unknown.stateOf(upload, uploadedAt));
    if (state === undefined) missing.push(upload);
    else states.set(state, (states.get(state) ?? 0) + 1);
  }
  return {
    channelId,
    received,
    claimed: (states.get('ACCEPTED') ?? 0) + (states.get('READ') ?? 0),
    duplicates: states.get('DUPLICATE') ?? 0,
    quarantined: states.get('QUARANTINED') ?? 0,
    missing,
  };
}

/** The files the table knows of a channel, read a day at a time when first asked for. */
class KnownFiles {
  readonly #channelId: string;
  readonly #files: Pick<FileStore, 'listByChannelDay'>;
  readonly #days = new Map<string, Promise<ReadonlyMap<string, FileState>>>();

  constructor(channelId: string, files: Pick<FileStore, 'listByChannelDay'>) {
    this.#channelId = channelId;
    this.#files = files;
  }

  async stateOf(upload: UploadRef, uploadedAt: Date): Promise<FileState | undefined> {
    const day = dayInMorocco(uploadedAt);
    let known = this.#days.get(day);
    if (known === undefined) {
      known = this.#load(day);
      this.#days.set(day, known);
    }
    return (await known).get(fileIdOf(upload));
  }

  async #load(day: string): Promise<ReadonlyMap<string, FileState>> {
    const files = await this.#files.listByChannelDay(this.#channelId, day);
    return new Map(files.map(({ fileId, state }) => [fileId, state]));
  }
}
