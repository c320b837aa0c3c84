import type { Provider } from '#registry';
import { foldLatin } from '#shared';
import type { CareForm } from '../care-form.ts';
import type { PageBarcode } from '../witnesses.ts';
import type { FormPage } from '../form-page.ts';
import { inpeOf } from './inpe-barcodes.ts';
import type { Seen } from './family-hypotheses.ts';
import type { NameSighting } from './name-index.ts';
import { sightingsOf } from './page-names.ts';

/** A provider of the register as the one who gave the care, with all that the pages say for it. */
export interface ProviderHypothesis {
  readonly provider: Provider;
  readonly numbers: readonly Seen<string>[];
  /** Stickers whose bars bear the INPE. */
  readonly barcodes: readonly PageBarcode[];
  readonly names: readonly NameSighting[];
  readonly score: number;
}

/** A name as the register has it in one piece, `Dr BENHIMA Saloua`: the last word is taken for the given name. */
function nameParts(name: string): { readonly family: string; readonly given: string } {
  const words = name
    .split(/\s+/)
    .filter((word) => !/^(?:dr|pr|prof|docteur|professeur|m|mme|mlle)\.?$/i.test(word));
  return { family: words.slice(0, -1).join(' '), given: words.at(-1) ?? '' };
}

const pharmacy = /pharmac|officine/;

/** Whether a provider of the register sells medicines. */
export function isPharmacy({ specialty, name }: Provider): boolean {
  return pharmacy.test(foldLatin(`${specialty} ${name}`));
}

/** Who sells or analyses what others prescribe: on a form beside the prescriber, never instead of one who is named. */
const supplier = /pharmac|officine|optic|optique|parapharm|appareillage/;
const laboratory = /laborat|biolog|anatomo|analyses/;
const establishment = /clinique|hopital|hospital|centre|cabinet|polyclinique|etablissement/;

function isSupplier({ specialty, name }: Provider): boolean {
  return supplier.test(foldLatin(`${specialty} ${name}`));
}

/** Others who treat by what somebody else prescribes. */
const paramedical = /kinesi|physio|infirmi|orthopho|orthopti|psychomot|podolog|dietet/;

/** Whether a provider of the register may have written a prescription. */
export function isPrescriber({ specialty, name }: Provider): boolean {
  const text = foldLatin(`${specialty} ${name}`);
  return ![supplier, laboratory, paramedical].some((kind) => kind.test(text));
}

function kindScore({ specialty, name }: Provider): number {
  const text = foldLatin(`${specialty} ${name}`);
  if (laboratory.test(text)) return -3;
  return establishment.test(text) ? -2 : 0;
}

function hasSpecialty({ specialty }: Provider, pages: readonly FormPage[]): boolean {
  const words = foldLatin(specialty)
    .split(' ')
    .filter((word) => word.length > 4);
  if (words.length === 0) return false;
  return words.every((word) =>
    pages.some(({ names }) =>
      [...names.placesOfKey.values()].some(([place]) => foldLatin(place?.token.text ?? '').includes(word)),
    ),
  );
}

/** Gathers what the pages of a form say for a provider. */
export function weighProvider(
  provider: Provider,
  pages: readonly FormPage[],
  form: CareForm,
  barcodes: readonly PageBarcode[],
): ProviderHypothesis {
  const own = barcodes.filter((barcode) => inpeOf(barcode) === provider.inpe);
  const numbers = pages.flatMap((page) =>
    page.candidates.nineDigits
      .filter((candidate) => candidate.parsed.value === provider.inpe)
      .map((candidate) => ({ page: page.reading.frame.number, candidate })),
  );
  const names = pages.flatMap((page) => sightingsOf(nameParts(provider.name), page.names));
  const name = Math.max(0, ...names.map(({ match }) => ({ same: 4, close: 3, misread: 2 })[match]));
  const rows = form.acts.filter((act) => act.inpe?.value === provider.inpe).length;
  const score =
    2 +
    name +
    (rows > 0 ? 3 + (2 * rows) / form.acts.length : 0) +
    (form.inpe?.value === provider.inpe ? 2 : 0) +
    Math.min(1, 0.5 * Math.max(0, numbers.length - 1)) +
    (own.length > 0 ? 2 : 0) +
    (hasSpecialty(provider, pages) ? 1 : 0) +
    kindScore(provider);
  return { provider, numbers, barcodes: own, names, score };
}

const leastMargin = 1;

export interface LikeliestProvider {
  readonly best: ProviderHypothesis;
  /** Another provider of another kind for whom the pages say about as much. */
  readonly isUnsure: boolean;
}

/** The provider who gave the care, by all that the pages say. */
export function likeliestProvider(hypotheses: readonly ProviderHypothesis[]): LikeliestProvider | undefined {
  const named = hypotheses.filter(({ numbers, barcodes }) => numbers.length + barcodes.length > 0);
  const carers = named.filter(({ provider }) => !isSupplier(provider));
  const [best, second] = (carers.length > 0 ? carers : named).toSorted((a, b) => b.score - a.score);
  if (best === undefined) return undefined;
  const isUnsure =
    second !== undefined &&
    best.score - second.score < leastMargin &&
    (second.provider.sector !== best.provider.sector ||
      second.provider.specialty !== best.provider.specialty);
  return { best, isUnsure };
}
