export {
  type AskedAccount,
  canBeCancelled,
  type ChangeSettings,
  hasChangesOfDay,
  isAccountChanging,
  openChange,
  planAccountChange,
} from './domain/account-change.ts';
export { accountOn, isDeceasedOn, isHeirsAccountOn } from './domain/account-on.ts';
export { isSameFamily } from './domain/own-family.ts';
export type { PersonFile } from './domain/person-file.ts';
export { personNames } from './domain/person-names.ts';
export type { KnownPerson, ReferenceFacts } from './domain/reference-facts.ts';
export {
  type PayableAccount,
  providerAccountOn,
  nextProviderAccountDay,
} from './domain/provider-account-on.ts';
export type { FormNumbers, FoundByNumbers, PhoneBook, RegistryReader } from './ports.ts';
export type { ReferenceReader, ReferenceSource, ReferenceWriter } from './ports/references.ts';
export type { RegistryScan } from './ports/registry-scan.ts';
export { type OtherCover, otherCoverSchema } from './records/other-covers.ts';
export { coverLineSchema, deathLineSchema, type ReferenceRecord } from './records/reference-records.ts';
export {
  type Activity,
  type Contribution,
  type Coverage,
  coverageSchema,
  type Dependant,
  dependantSchema,
  type LinePlace,
  type Person,
  personSchema,
  type PriorApproval,
  type Provider,
  type ProviderAccount,
  type RegistryRecord,
} from './records/registry-records.ts';
export type { RefusedLine } from './use-cases/load-registry.ts';
