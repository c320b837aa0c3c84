import { isChannelId } from '../../../contexts/intake/domain/upload-key.ts';
import type { Staff } from '../../../contexts/shared/access/actor.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

/** @throws ApiProblem where a clerk's account names no channel that files can come through */
export function channelOf({ channelId }: Staff): string {
  if (channelId === undefined || !isChannelId(channelId))
    throw new ApiProblem(
      403,
      'CHANNEL_MISSING',
      'The account belongs to no agency or shop. Ask whoever makes accounts to name one.',
    );
  return channelId;
}
