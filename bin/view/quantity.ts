/** A whole number as people read it: `4,100,000`. */
export const quantity = (value: number): string => value.toLocaleString('en-US');

/** Seconds as people say them: `35 s`, `4 min 10 s`, `2 h 05 min`. */
export function spell(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.floor((whole % 3_600) / 60);
  return `${Math.floor(whole / 3_600)} h ${String(minutes).padStart(2, '0')} min`;
}

/** So many lines, in words: `1 line`, `5,000 lines`. */
export const lineCountText = (count: number): string =>
  `${quantity(count)} ${count === 1 ? 'line' : 'lines'}`;
