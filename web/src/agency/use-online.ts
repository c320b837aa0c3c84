import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Whether the browser has a network. That it has one does not say that it leads anywhere. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
