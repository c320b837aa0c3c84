import { hash } from 'node:crypto';

/** 64 hexadecimal digits for a list of values: no number of a person is kept in a key. */
export function canonicalHash(values: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(values), 'hex');
}
