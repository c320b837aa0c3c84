/** A share in percent with one digit after the point; undefined where there is nothing to have a share of. */
export function percentOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part * 1000) / whole) / 10;
}
