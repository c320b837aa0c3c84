import type { Centimes } from '#shared';
import type { AdjudicationInput } from './adjudication-input.ts';
import type { AssessedLine } from './assessed-line.ts';
import { ceilingsOf } from './tariffs/ceilings.ts';

/**
 * What was paid before under each ceiling, by its id: what a supervisor says was paid before this claim, and what was paid of the
 * claim while other lines waited. Milaf's own payments do not tell it: the years that a ceiling looks back on began before them. Where
 * nobody has said it, it is unknown; of several who have, the highest is taken.
 */
export function paidUnderCeilings(
  lines: readonly Pick<AssessedLine, 'act' | 'priced'>[],
  { overrides = [], settledPart, rules }: Pick<AdjudicationInput, 'overrides' | 'settledPart' | 'rules'>,
): ReadonlyMap<string, Centimes> {
  const stated = new Map<string, Centimes>();
  for (const { code, line, terms } of overrides) {
    const said = terms?.paidBeforeCentimes;
    const { act, priced } = lines.find((one) => one.act.line === line) ?? {};
    const day = act?.sure.dateOfCare;
    if (code !== 'CEILING_REACHED' || said === undefined || day === undefined) continue;
    for (const { id } of ceilingsOf(priced?.code, day, rules))
      stated.set(id, Math.max(stated.get(id) ?? 0, said));
  }
  const paidFirst = (id: string): Centimes =>
    (settledPart?.lines ?? [])
      .filter(({ line }) => line.ruleIds.includes(id))
      .reduce((sum, { line }) => sum + (line.paidCentimes ?? 0), 0);
  return new Map([...stated].map(([id, centimes]) => [id, centimes + paidFirst(id)]));
}
