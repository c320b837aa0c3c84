import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';

/** Ids of the claims made of what a channel, or every channel, uploaded on a day (ISO date). */
export async function claimsOfDay(
  { files, uploads }: MilafClient,
  channel: string | undefined,
  day: string,
): Promise<readonly string[]> {
  const channels = channel === undefined ? await uploads.listChannels() : [channel];
  const claimIds: string[] = [];
  for (const channelId of channels) {
    for (const { fileId } of await files.listByChannelDay(channelId, day)) {
      claimIds.push(...((await files.find(fileId))?.claimIds ?? []));
    }
  }
  return claimIds;
}
