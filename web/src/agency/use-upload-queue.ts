import { useSyncExternalStore } from 'react';
import { useMe } from '../app/use-me.ts';
import { UploadQueue } from './upload-queue.ts';

const queues = new Map<string, UploadQueue>();

/** Each clerk has a queue of their own: whoever signs in next at the same counter does not see it. */
function queueOf(userId: string): UploadQueue {
  const known = queues.get(userId);
  if (known !== undefined) return known;
  const queue = new UploadQueue();
  queues.set(userId, queue);
  return queue;
}

/** The files of whoever is signed in; they go on while other pages are looked at. */
export function useUploadQueue() {
  const queue = queueOf(useMe().userId);
  return {
    queue,
    files: useSyncExternalStore(queue.subscribe, queue.files),
    sent: useSyncExternalStore(queue.subscribe, queue.sent),
  };
}
