import type { RuleBook } from '#rules';
import { type Clock, dayInMorocco, normaliseArticleNumber } from '#shared';
import type { FindMedicines, MedicineProposals, MedicinesFound, ProposeMedicines } from '../api/medicines.ts';
import { viewMedicine } from '../api/view-medicine.ts';
import { foldMedicineName } from '../domain/fold-medicine-name.ts';
import { proposeMedicines } from '../domain/propose-medicines.ts';
import type { MedicineReader } from '../ports.ts';

export interface FindMedicinesDependencies {
  readonly medicines: MedicineReader;
  readonly rules: RuleBook;
  readonly clock: Clock;
}

/** Letters of a printed name that must be right for the medicine to be proposed. */
const SURE_LETTERS = 3;
/** Medicines that begin with these, at most; a printed name has few that do. */
const CANDIDATES = 100;
/** More proposals than a person looks at. */
const MOST_PROPOSALS = 10;

/** Finds medicines by the beginning of their name, or one by its code, with the price of a day. */
export async function findMedicines(
  { text, day, limit, cursor }: FindMedicines,
  { medicines, clock }: FindMedicinesDependencies,
): Promise<MedicinesFound> {
  const shownDay = day ?? dayInMorocco(clock());
  const code = normaliseArticleNumber(text);
  if (code !== undefined) {
    const found = await medicines.medicinesByCode([code]);
    return { medicines: [...found.values()].map((medicine) => viewMedicine(medicine, shownDay)) };
  }
  const page = await medicines.medicinesByName({ beginning: text, limit, after: cursor });
  return {
    medicines: page.medicines.map((medicine) => viewMedicine(medicine, shownDay)),
    nextCursor: page.next,
  };
}

/** Which medicines a printed name can mean, the best first; for a person to pick one. */
export async function proposeByName(
  printed: ProposeMedicines,
  { medicines, rules }: FindMedicinesDependencies,
): Promise<MedicineProposals> {
  const beginning = foldMedicineName(printed.name).slice(0, SURE_LETTERS);
  const page = await medicines.medicinesByName({ beginning, limit: CANDIDATES });
  const proposals = proposeMedicines(printed, page.medicines, rules).slice(0, MOST_PROPOSALS);
  return {
    proposals: proposals.map(({ medicine, ...proposal }) => ({
      ...proposal,
      medicine: viewMedicine(medicine, printed.dispensedOn),
    })),
  };
}
