import type { OwnClaims } from '#claims';
import type { CareForm } from '#reading';
import type { PersonFile, Provider } from '#registry';
import {
  addMonths,
  dayInMorocco,
  normaliseCin,
  normaliseInpe,
  normaliseRegistrationNumber,
  type Staff,
} from '#shared';
import type { Surroundings } from '../api/review.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { isKeyedBlind, placesYetToKey } from '../domain/double-keying.ts';
import { withValue } from '../domain/form-fields.ts';
import { findReviewFor, isMaskedFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import { claimOf } from './review-step.ts';

export type ShowSurroundingsDependencies = ReviewDependencies & { readonly claimsOfPerson: OwnClaims };

const MONTHS_SHOWN = 12;

/**
 * What is on file around a claim: rights on the days of care, the family, other claims of the year, claims that may be for the same
 * care, and whoever gave it; of what two people key without seeing it nothing. Who looked is on record, for the claim and for the person.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, NOT_ALLOWED for whoever does not see who it is about
 */
export async function showSurroundings(
  claimId: string,
  staff: Staff,
  dependencies: ShowSurroundingsDependencies,
): Promise<Surroundings> {
  const { readings, accessLog, rules, clock } = dependencies;
  const review = await findReviewFor(claimId, staff, dependencies);
  if (isMaskedFor(staff)) throw new ReviewRefusal('NOT_ALLOWED', 'The person is not shown to a contractor.');
  const log = (subject: string): Promise<void> =>
    accessLog.record({ actor: staff.userId, operation: 'showSurroundings', subject });
  await log(`claim:${claimId}`);
  const [claim, { form }] = await Promise.all([
    claimOf(review, dependencies),
    readings.loadForm(claimId, review.formRevision),
  ]);
  const today = dayInMorocco(clock());
  const toKey = placesYetToKey({ review, claim, form }, rules, today);
  const unseen = isKeyedBlind(review, toKey, staff.roles.includes('supervisor')) ? toKey : [];
  const seen = unseen.reduce((so, place) => withValue(so, place, null, []), form);
  const [file, providers] = await Promise.all([
    findPerson(form, dependencies),
    findProviders(seen, dependencies),
  ]);
  if (file !== undefined) await log(`person:${file.person.registrationNumber}`);
  const since = addMonths(today, -MONTHS_SHOWN);
  const others = file && (await dependencies.claimsOfPerson.list(file.person.registrationNumber));
  const ofYear = (others?.claims ?? []).filter(
    (claim) => claim.claimId !== claimId && claim.receivedOn >= since,
  );
  return {
    person: file && {
      ...personOf(file),
      registrationNumber: unseen.some(({ field }) => field === 'registrationNumber')
        ? undefined
        : file.person.registrationNumber,
    },
    rights: rightsOn(seen, file),
    claims: ofYear.map(({ claimId: other, receivedOn, state, billedCentimes, paidCentimes }) => ({
      claimId: other,
      receivedOn,
      state,
      billedCentimes,
      paidCentimes,
    })),
    hasMoreClaims: others?.nextCursor !== undefined && (others.claims.at(-1)?.receivedOn ?? '') >= since,
    alike: alikeOf(review),
    providers: providers.map(({ inpe, name, specialty, sector, place, from, to }) => ({
      inpe,
      name,
      specialty,
      sector,
      place,
      from,
      to,
    })),
  };
}

/** By the number, else by the card: as they stand on the form now. */
async function findPerson(
  { registrationNumber, cin }: CareForm,
  { registry }: Pick<ReviewDependencies, 'registry'>,
): Promise<PersonFile | undefined> {
  const number = registrationNumber && normaliseRegistrationNumber(registrationNumber.value);
  const byNumber = number === undefined ? undefined : await registry.findPersonFile(number);
  const card = cin && normaliseCin(cin.value);
  if (byNumber !== undefined || card === undefined) return byNumber;
  const found = await registry.findNumberByCin(card);
  return found === undefined ? undefined : registry.findPersonFile(found);
}

async function findProviders(
  { inpe, acts, dispensing }: CareForm,
  { registry }: Pick<ReviewDependencies, 'registry'>,
): Promise<readonly Provider[]> {
  const sellers = [dispensing, ...(dispensing?.medicines ?? [])].map((sale) => sale?.pharmacyInpe);
  const fields = [inpe, ...sellers, ...acts.map((act) => act.inpe)];
  const inpes = [...new Set(fields.flatMap((field) => normaliseInpe(field?.value ?? '') ?? []))];
  if (inpes.length === 0) return [];
  const { providers } = await registry.findByNumbers({ cin: undefined, inpes });
  return inpes.flatMap((one) => providers.get(one) ?? []);
}

function personOf({ person, dependants, coverages }: PersonFile) {
  const { name, birthDate, deceasedOn } = person;
  return {
    name: `${name.family} ${name.given}`,
    birthDate,
    deceasedOn,
    coverages: coverages
      .map(({ scheme, from, to }) => ({ scheme, from, to }))
      .toSorted((a, b) => b.from.localeCompare(a.from)),
    family: dependants.map(({ link, name: own, birthDate: born, from, to, deceasedOn: died }) => ({
      link,
      name: `${own.family} ${own.given}`,
      birthDate: born,
      from,
      to,
      deceasedOn: died,
    })),
  };
}

function rightsOn({ acts, dispensing }: CareForm, file: PersonFile | undefined): Surroundings['rights'] {
  if (file === undefined) return [];
  const sales = [dispensing, ...(dispensing?.medicines ?? [])].map((sale) => sale?.dispensedOn);
  const days = [...acts.map(({ dateOfCare }) => dateOfCare), ...sales];
  return [...new Set(days.flatMap((day) => day?.value ?? []))].toSorted().map((day) => ({
    day,
    schemes: file.coverages
      .filter(({ from, to = day }) => from <= day && day <= to)
      .map(({ scheme }) => scheme),
  }));
}

/** Other claims that findings name. */
function alikeOf({ findings }: ClaimReview): Surroundings['alike'] {
  return findings.flatMap(({ code, line, details }) => {
    const other = details?.['claimId'];
    return typeof other === 'string' ? [{ claimId: other, code, line }] : [];
  });
}
