import { useState } from 'react';

const keyOf = (name: string): string => `milaf.${name}`;

/** Whether something is switched on on this device; it stays so. */
export function keptSetting(name: string, initially: boolean): boolean {
  const kept = localStorage.getItem(keyOf(name));
  return kept === null ? initially : kept === 'on';
}

/** A switch that stays as it was left on this device. */
export function useKeptSetting(
  name: string,
  initially: boolean,
): readonly [isOn: boolean, change: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => keptSetting(name, initially));
  const change = (next: boolean): void => {
    localStorage.setItem(keyOf(name), next ? 'on' : 'off');
    setOn(next);
  };
  return [isOn, change];
}
