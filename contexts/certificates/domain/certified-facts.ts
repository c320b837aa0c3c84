import { checkDependant } from '#coverage';
import type { Dependant, PersonFile } from '#registry';
import type { RuleBook } from '#rules';
import type { CertifiedDependant, CertifiedFacts } from './certificate.ts';

/** Why no certificate can be made for a person on a day. */
export type CertificateRefusal = 'DECEASED' | 'NO_OPEN_COVERAGE' | 'SEVERAL_COVERAGES';

/**
 * What a certificate of registration says of a person on its day of issue (ISO).
 * @returns the facts, or why there is nothing to certify
 */
export function certifiedFacts(
  { person, coverages, dependants }: PersonFile,
  issuedOn: string,
  rules: RuleBook,
): CertifiedFacts | CertificateRefusal {
  if (person.deceasedOn !== undefined && person.deceasedOn <= issuedOn) return 'DECEASED';
  const [coverage, ...others] = coverages.filter(
    ({ from, to }) => from <= issuedOn && (to === undefined || issuedOn <= to),
  );
  if (coverage === undefined) return 'NO_OPEN_COVERAGE';
  if (others.length > 0) return 'SEVERAL_COVERAGES';
  return {
    registrationNumber: person.registrationNumber,
    name: person.name,
    birthDate: person.birthDate,
    ramedNumber: person.ramedNumber,
    scheme: coverage.scheme,
    coveredSince: coverage.from,
    dependants: dependants
      .toSorted((a, b) => Number(a.dependantId) - Number(b.dependantId))
      .map((dependant) => certifiedDependant(dependant, issuedOn, rules)),
    issuedOn,
  };
}

function certifiedDependant(dependant: Dependant, issuedOn: string, rules: RuleBook): CertifiedDependant {
  const against = checkDependant(dependant, issuedOn, rules).verdicts.filter(
    ({ kind }) => kind !== 'covered',
  );
  const isRejected = against.some(({ kind }) => kind === 'rejection');
  return {
    link: dependant.link,
    name: dependant.name,
    birthDate: dependant.birthDate,
    coverage: against.length === 0 ? 'covered' : isRejected ? 'not-covered' : 'uncertain',
  };
}
