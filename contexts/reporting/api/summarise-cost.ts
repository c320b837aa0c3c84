import type { CostPart, Figures } from './figures.ts';
import { unitPricesOn } from '../domain/dated-data.ts';

interface Quantities {
  /** ISO date whose prices are used. */
  readonly day: string;
  readonly claims: number;
  readonly files: number;
  readonly pages: number;
  readonly smsParts: number;
}

/** What the machinery costs, from what was counted and dated prices. The work of people is not in it. */
export function costFigures({ day, claims, files, pages, smsParts }: Quantities): Figures['cost'] {
  const quantities = { 'textract-page': pages, 'platform-file': files, 'sms-part': smsParts } as const;
  const parts = unitPricesOn(day).map(({ what, unitUsd, ...dated }): CostPart => {
    const quantity = quantities[what];
    return { what, quantity, unitUsd, usd: unitUsd === undefined ? undefined : quantity * unitUsd, ...dated };
  });
  const usd = parts.reduce((sum, part) => sum + (part.usd ?? 0), 0);
  return { claims, parts, usdPerClaim: claims === 0 ? undefined : usd / claims };
}
