import { plainNumber } from './amount.ts';

const MOST_HUNDREDTHS = 1_000_000;

/** A coefficient (cotation) as a person keys it, in hundredths: `16` is 1600, `1,5` is 150; undefined where it is none. */
export function parseCoefficient(text: string): number | undefined {
  const match = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(plainNumber(text));
  const whole = match?.[1];
  if (whole === undefined) return undefined;
  const hundredths = Number(whole) * 100 + Number((match?.[2] ?? '').padEnd(2, '0'));
  return hundredths === 0 || hundredths > MOST_HUNDREDTHS ? undefined : hundredths;
}

/** Hundredths as the form has them: 1600 is `16`, 150 is `1,5`. */
export function formatCoefficient(hundredths: number): string {
  const part = (hundredths % 100).toString().padStart(2, '0').replace(/0+$/, '');
  return `${Math.trunc(hundredths / 100)}${part === '' ? '' : `,${part}`}`;
}
