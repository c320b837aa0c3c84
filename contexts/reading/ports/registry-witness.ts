import type { RegistryFacts, RegistryKeys } from '../domain/witnesses.ts';

/** Says who and which provider is known under keys that were read. May be a moment behind: nothing is decided by it. */
export interface RegistryWitness {
  /** @param mostFamilies of so many persons at most, those of the likeliest keys, are the dependants looked up */
  ask(keys: RegistryKeys, mostFamilies: number): Promise<RegistryFacts>;
}
