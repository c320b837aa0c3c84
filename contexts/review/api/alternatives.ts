import { billedForBoxes, type CareForm } from '#reading';
import { personNames } from '#registry';
import type { FieldName } from '../records/review-words.ts';
import type { ReviewField } from './review.ts';
import type { FieldPlace, FieldValue } from '../domain/claim-review.ts';
import { keyedAt } from '../domain/double-keying.ts';
import { fieldAt } from '../domain/form-fields.ts';
import type { RegistryFacts, ReviewMaterial } from '../domain/review-material.ts';

type Alternative = ReviewField['alternatives'][number];

/**
 * Values that something else than this field gives: the registers, a sum, what two people keyed. A person compares them with
 * the scan; none is taken by itself.
 */
export function alternativesFor(place: FieldPlace, material: ReviewMaterial): Alternative[] {
  const { stored, registry } = material;
  const now = fieldAt(stored.form, place)?.value ?? null;
  const given = [
    ...keyedValues(place, material),
    ...(registryValues[place.field]?.(registry) ?? []),
    ...fromSums(place, stored.form),
  ];
  const seen = new Set<FieldValue>([now]);
  return given.filter(({ value, because }) => {
    const isNew = !seen.has(value) || because.startsWith('KEYED');
    seen.add(value);
    return isNew && value !== null;
  });
}

/** Both keyings, for the supervisor who settles them. */
function keyedValues(place: FieldPlace, { review, reader }: ReviewMaterial): Alternative[] {
  if (review.state !== 'DISPUTED' || !reader.isSupervisor) return [];
  const first = keyedAt(review.firstKeying, place);
  const second = keyedAt(review.secondKeying, place);
  return [
    ...(first === undefined ? [] : [{ value: first, because: 'KEYED_FIRST' }]),
    ...(second === undefined ? [] : [{ value: second, because: 'KEYED_SECOND' }]),
  ];
}

const of = (because: string, ...values: readonly (string | undefined)[]): Alternative[] =>
  values.flatMap((value) => (value === undefined ? [] : [{ value, because }]));

const nameOf = (name: Parameters<typeof personNames>[0] | undefined): string | undefined =>
  name && personNames(name)[0];

const registryValues: Partial<Record<FieldName, (facts: RegistryFacts) => Alternative[]>> = {
  registrationNumber: ({ personByCin }) => of('FOUND_BY_CIN', personByCin),
  cin: ({ person }) => of('REGISTRY', person?.person.cin),
  insuredName: ({ person }) =>
    person === undefined ? [] : of('REGISTRY', ...personNames(person.person.name)),
  insuredBirthDate: ({ person }) => of('REGISTRY', person?.person.birthDate),
  patientName: ({ person }) => [
    ...of('REGISTRY', nameOf(person?.person.name)),
    ...of('FAMILY', ...(person?.dependants ?? []).map(({ name }) => nameOf(name))),
  ],
  patientBirthDate: ({ person }) => [
    ...of('REGISTRY', person?.person.birthDate),
    ...of('FAMILY', ...(person?.dependants ?? []).map(({ birthDate }) => birthDate)),
  ],
  patientCin: ({ person }) => [
    ...of('REGISTRY', person?.person.cin),
    ...of('FAMILY', ...(person?.dependants ?? []).map(({ cin }) => cin)),
  ],
  providerName: ({ provider }) => of('REGISTER_OF_PROVIDERS', provider?.name),
  specialty: ({ provider }) => of('REGISTER_OF_PROVIDERS', provider?.specialty),
};

function fromSums({ field, line }: FieldPlace, form: CareForm): Alternative[] {
  const amounts = [
    ...form.acts.map(({ billedCentimes }) => billedCentimes?.value),
    ...(form.dispensing?.medicines ?? []).map(billedForBoxes),
  ];
  const sumWithout = (left: number | undefined): number | undefined =>
    amounts.reduce<number | undefined>(
      (sum, amount, index) =>
        index === left ? sum : sum === undefined || amount === undefined ? undefined : sum + amount,
      0,
    );
  if (field === 'totalCentimes') {
    const sum = sumWithout(undefined);
    return sum === undefined || sum === 0 ? [] : [{ value: sum, because: 'SUM_OF_ACTS' }];
  }
  if (field !== 'billedCentimes' || line === undefined) return [];
  const others = sumWithout(line);
  const rest = others === undefined ? 0 : (form.totalCentimes?.value ?? 0) - others;
  return rest > 0 ? [{ value: rest, because: 'REST_OF_TOTAL' }] : [];
}
