import type { SettledPart } from '#claims';
import type { CareForm } from '#reading';
import { lineIdentity, linesOf } from './line-identity.ts';

/**
 * The lines of a form that were paid while others waited, by all that was read of them: acts, then medicines, as decisions count
 * them. A line that was changed since is none of them.
 */
export function paidLines(form: CareForm, { lines: paid }: Pick<SettledPart, 'lines'>): ReadonlySet<number> {
  const open = linesOf(form).map((act) => ({ line: act.line, identity: lineIdentity({ act }, form) }));
  const found = new Set<number>();
  for (const { identity } of paid) {
    const line = open.find((one) => one.identity === identity && !found.has(one.line))?.line;
    if (line !== undefined) found.add(line);
  }
  return found;
}
