import type { Finding } from '#claims';

/** The other line that a doubt about two of them names. */
export function otherLineOf({
  details,
}: {
  readonly details?: Finding['details'] | undefined;
}): { readonly key: string; readonly line: number } | undefined {
  for (const key of ['sameAsLine', 'withLine']) {
    const line = details?.[key];
    if (typeof line === 'number') return { key, line };
  }
  return undefined;
}
