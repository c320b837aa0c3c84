import { foldLatin } from '#shared';
import type { CareForm, ReadField } from '../care-form.ts';
import { toReadField, withDoubt, withEvidence } from '../read-field.ts';
import { fieldOfSeen, fieldOfSighting } from './evidence.ts';
import type { FormPage } from '../form-page.ts';
import { byLikeness } from './name-index.ts';
import type { LikeliestProvider, ProviderHypothesis } from './provider-hypotheses.ts';

/** The specialty of the register where it stands on the form. */
function specialtyField(
  { provider }: ProviderHypothesis,
  pages: readonly FormPage[],
): ReadField<string> | undefined {
  const wanted = foldLatin(provider.specialty);
  for (const { rows, reading } of pages) {
    for (const { tokens } of rows) {
      for (let start = 0; start < tokens.length; start += 1) {
        for (let end = start + 1; end <= Math.min(tokens.length, start + 4); end += 1) {
          const run = tokens.slice(start, end);
          if (foldLatin(run.map(({ text }) => text).join(' ')) !== wanted) continue;
          const value = run
            .map(({ text }) => text)
            .join(' ')
            .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
          return withEvidence(
            toReadField(
              { value, doubts: [] },
              run.flatMap(({ words }) => words),
              reading.frame.number,
            ),
            'REGISTRY',
          );
        }
      }
    }
  }
  return undefined;
}

/** Bars that were read are right: a wrong reading of them is not nine digits that a provider of this name has. */
const barsPercent = 99;

/** The INPE where it is printed, or else where its sticker is. */
function inpeField({ provider, numbers, barcodes }: ProviderHypothesis): ReadField<string> | undefined {
  const [barcode] = barcodes;
  const printed = fieldOfSeen(numbers, 'REGISTRY');
  if (barcode === undefined) return printed;
  // Bars that say the same make sure of digits that were hardly read.
  if (printed !== undefined)
    return {
      ...withEvidence(printed, 'REGISTRY', 'BARCODE'),
      confidencePercent: Math.max(printed.confidencePercent, barsPercent),
      doubts: [],
    };
  return {
    value: provider.inpe,
    text: barcode.text,
    confidencePercent: barsPercent,
    source: { page: barcode.page, box: barcode.box },
    doubts: [],
    evidence: ['REGISTRY', 'BARCODE'],
  };
}

/** Makes the provider's fields out of what the pages say for one provider of the register. */
export function settleProvider(
  form: CareForm,
  { best, isUnsure }: LikeliestProvider,
  pages: readonly FormPage[],
): CareForm {
  const found = inpeField(best);
  if (found === undefined) return form;
  const labelled = form.inpe?.value === found.value ? withEvidence(found, 'REGISTRY', 'LABEL') : found;
  return withProviderFields(form, best, isUnsure ? withDoubt(labelled, 'AMBIGUOUS') : labelled, pages);
}

/** The fields of a provider whose INPE is known. */
export function withProviderFields(
  form: CareForm,
  provider: ProviderHypothesis,
  inpe: ReadField<string>,
  pages: readonly FormPage[],
): CareForm {
  const [name] = provider.names.toSorted(byLikeness);
  return {
    ...form,
    inpe,
    providerName: name === undefined ? form.providerName : fieldOfSighting(name, [], 'REGISTRY'),
    specialty: specialtyField(provider, pages) ?? form.specialty,
  };
}
