import type { EventFacts, FileEvent } from '#events';
import { counterOn } from './counter-on.ts';
import type { Count } from './counts.ts';

/** Files are counted on arrival, and once more when they turn out to be of no use. */
export function countFileEvent(event: FileEvent, { pageCount = 0 }: EventFacts): readonly Count[] {
  const files = counterOn(event.occurredAt, 'FILES');
  const channel = counterOn(event.occurredAt, `CHANNEL#${event.channelId}`);
  switch (event.type) {
    case 'file.accepted.v1':
      return [files('accepted'), files('pages', pageCount), channel('accepted')];
    case 'file.duplicate.v1':
      return [files('duplicate'), channel('duplicate')];
    case 'file.quarantined.v1':
      return [files('quarantined'), files(`because:${event.reason}`), channel('quarantined')];
    case 'file.reading-failed.v1':
      return [files('reading-failed')];
  }
}
