import { areTermsEnough, termsNeeded } from '../../../../contexts/adjudication/domain/set-aside.ts';
import type { Review } from '../../../../contexts/review/api/review.ts';
import { schemes, type Scheme } from '../../../../contexts/shared/identifiers/schemes.ts';
import { parseAmount } from '../values/amount.ts';

export type Finding = Review['findings'][number];
const MOST_BASIS_POINTS = 10_000;

interface Terms {
  readonly scheme?: Scheme;
  readonly referenceCentimes?: number;
  readonly rateBasisPoints?: number;
  readonly paidBeforeCentimes?: number;
}
type TermName = keyof Terms;

/** What a supervisor writes in place of what the rules leave open, as it stands in the fields. */
export type TermTexts = Readonly<Partial<Record<TermName, string>>>;

/** Fields to fill in for a finding. */
export const termNamesOf = (finding: Finding): readonly TermName[] => termsNeeded(finding);

/** The schemes that a finding leaves a choice of. */
export const schemesOf = ({ details = {} }: Finding): readonly Scheme[] =>
  schemes.filter((scheme) => String(details['schemes']).split(',').includes(scheme));

/** The terms as they are sent; undefined where one that is needed is missing or is no value. */
export function parseTerms(finding: Finding, texts: TermTexts): Terms | undefined {
  const names = termNamesOf(finding);
  const scheme = schemesOf(finding).find((one) => one === texts.scheme);
  const referenceCentimes = parseAmount(texts.referenceCentimes ?? '');
  const rateBasisPoints = parsePercent(texts.rateBasisPoints ?? '');
  const paidBeforeCentimes = parsePaid(texts.paidBeforeCentimes ?? '');
  const terms: Terms = {
    ...(names.includes('scheme') && scheme !== undefined && { scheme }),
    ...(names.includes('referenceCentimes') && referenceCentimes !== undefined && { referenceCentimes }),
    ...(names.includes('rateBasisPoints') && rateBasisPoints !== undefined && { rateBasisPoints }),
    ...(names.includes('paidBeforeCentimes') && paidBeforeCentimes !== undefined && { paidBeforeCentimes }),
  };
  return areTermsEnough(finding, terms) ? terms : undefined;
}

/** An amount that may be nothing. */
const parsePaid = (text: string): number | undefined =>
  /^0([.,]0{1,2})?$/.test(text.trim()) ? 0 : parseAmount(text);

/** A rate in per cent (`70`, `87,5`) in basis points; undefined where it is none. */
function parsePercent(text: string): number | undefined {
  const basisPoints = parseAmount(text);
  return basisPoints === undefined || basisPoints > MOST_BASIS_POINTS ? undefined : basisPoints;
}
