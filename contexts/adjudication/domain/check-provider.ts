import type { Finding } from '#claims';
import type { CareForm, CareFormAct, ReadField } from '#reading';
import type { Provider } from '#registry';
import type { FieldEvidence } from '#rules';
import { compareNames, normaliseInpe } from '#shared';
import type { AdjudicationInput } from './adjudication-input.ts';
import { isAttested } from './attestations.ts';
import type { Certainty } from './certainty.ts';

export interface CheckedProvider {
  /** The provider where the INPE is sure. */
  readonly provider: Provider | undefined;
  /** The name on the form is that of the register. */
  readonly isNameConfirmed: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Who gave the care. An INPE that is in no register may be misread (it has no check digit), so it is doubted, not rejected.
 * Another name than the register's is a signal only: the form of a clinic bears its doctor's name as often as its own.
 */
export function checkProvider(
  form: CareForm,
  provider: Provider | undefined,
  certainty: Certainty,
): CheckedProvider {
  const { inpe, providerName } = form;
  const unsure = (finding: Finding): CheckedProvider => ({
    provider: undefined,
    isNameConfirmed: false,
    findings: [finding],
  });
  if (inpe === undefined) return unsure({ kind: 'missing', code: 'FORM_INCOMPLETE', field: 'inpe' });
  if (provider?.inpe === undefined || provider.inpe !== normaliseInpe(inpe.value)) {
    return unsure({
      kind: 'doubt',
      code: certainty.isCertain(inpe) ? 'INPE_UNKNOWN' : 'FIELD_UNREADABLE',
      field: 'inpe',
    });
  }
  const isOtherName =
    providerName !== undefined && compareNames(providerName.value, provider.name) === 'different';
  const isNameConfirmed = providerName !== undefined && !isOtherName;
  const isSure = isNameConfirmed ? certainty.isCertainWhenFound(inpe) : certainty.isCertain(inpe);
  if (!isSure) return unsure({ kind: 'doubt', code: 'FIELD_UNREADABLE', field: 'inpe' });
  const mismatch: Finding = { kind: 'signal', code: 'PROVIDER_MISMATCH', field: 'providerName' };
  return {
    provider,
    isNameConfirmed,
    findings: isOtherName && certainty.isCertain(providerName) ? [mismatch] : [],
  };
}

/**
 * Who gave the act of a row: whom its own INPE finds, and where it has none, who the form names. A number in a row that finds nobody,
 * or that was hardly read, is doubted like that of the form; nobody else is taken in its place. A number that only one reading
 * gives pays nothing.
 */
export function checkRowProvider(
  { inpe }: CareFormAct,
  line: number,
  ofForm: CheckedProvider,
  { form, rowProviders }: Pick<AdjudicationInput, 'form' | 'rowProviders'>,
  certainty: Certainty,
): CheckedProvider {
  if (inpe === undefined) return ofForm;
  const number = normaliseInpe(inpe.value);
  const isForms = number !== undefined && number === normaliseInpe(form.inpe?.value ?? '');
  if (isForms && ofForm.provider !== undefined) return ofForm;
  const provider = rowProviders?.get(number ?? '');
  const isNameConfirmed = inpe.evidence?.includes('NEIGHBOURS') === true;
  const isSure = isNameConfirmed ? certainty.isCertainWhenFound(inpe) : certainty.isCertain(inpe);
  const doubt = { kind: 'doubt', field: 'inpe', line } as const;
  if (provider !== undefined && isSure) {
    const readOnce: Finding = { ...doubt, code: 'FIELD_UNREADABLE', details: { cause: 'READ_ONCE' } };
    return { provider, isNameConfirmed, findings: isBorneOut(inpe) ? [] : [readOnce] };
  }
  if (isForms) return ofForm;
  const code = isSure ? 'INPE_UNKNOWN' : 'FIELD_UNREADABLE';
  return { provider: undefined, isNameConfirmed: false, findings: [{ ...doubt, code }] };
}

/** What else than the reading itself may say that a number is right. */
const witnesses = new Set<FieldEvidence>(['NEIGHBOURS', 'REPEATED', 'BARCODE', 'SECOND_LOOK']);

/** It decides by which tariff and rate the act is paid, and another provider's number may be a digit off. */
function isBorneOut(inpe: ReadField<string>): boolean {
  return isAttested(inpe) || inpe.evidence?.some((evidence) => witnesses.has(evidence)) === true;
}

/**
 * Whether the provider was in the register on the day of care (ISO); doubted where only the number says who it is.
 * @param field that number: what else others gave is not doubted with it
 */
export function checkActive(
  { provider, isNameConfirmed }: CheckedProvider,
  dateOfCare: string,
  field: 'inpe' | 'pharmacyInpe',
): Omit<Finding, 'line'> | undefined {
  if (provider === undefined) return undefined;
  const { from, to } = provider;
  if (from <= dateOfCare && (to === undefined || dateOfCare <= to)) return undefined;
  const details = { dateOfCare, from, ...(to === undefined ? {} : { to }) };
  return { kind: isNameConfirmed ? 'rejection' : 'doubt', code: 'PROVIDER_NOT_ACTIVE', field, details };
}
