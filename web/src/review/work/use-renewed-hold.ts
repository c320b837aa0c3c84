import { useEffect, useEffectEvent } from 'react';

const EVERY_MILLISECONDS = 10 * 60_000;

/** Two hours without touching anything: whoever is that long away does not keep a claim from others. */
const MOST_RENEWALS = 12;

/** Renews the hold of a claim while its page is in sight, so that reading for long does not lose it. Keys and clicks count as new. */
export function useRenewedHold(isHeld: boolean, renew: () => Promise<unknown>): void {
  const renewNow = useEffectEvent(() => void renew());
  useEffect(() => {
    if (!isHeld) return undefined;
    let renewals = 0;
    const touched = (): void => {
      renewals = 0;
    };
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible' || renewals >= MOST_RENEWALS) return;
      renewals += 1;
      renewNow();
    }, EVERY_MILLISECONDS);
    document.addEventListener('keydown', touched);
    document.addEventListener('pointerdown', touched);
    return () => {
      clearInterval(timer);
      document.removeEventListener('keydown', touched);
      document.removeEventListener('pointerdown', touched);
    };
  }, [isHeld]);
}
