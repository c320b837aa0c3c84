import { createHmac } from 'node:crypto';

/** The first number of nine digits that does not begin with a zero, and how many there are. */
const FIRST_NUMBER = 100_000_000n;
const NUMBER_COUNT = 900_000_000n;

/** Gives registration numbers: 9 digits, the same for the same identity and attempt, in no guessable order. */
export interface NumberSource {
  numberFor(identity: string, attempt: number): string;
}

/**
 * Registration numbers made of the identity with a secret (HMAC-SHA256): who does not have the secret can tell neither the
 * number from the identity nor the next number, and numbers that are given one after the other lie all over the table.
 *
 * The first 64 bits are taken modulo 900 million: the most and the least likely number differ by one part in 20 billion.
 * @param secret of the stage; it must never change
 */
export function createNumberSource(secret: string): NumberSource {
  if (secret.length < 32)
    throw new Error('The secret of the registration numbers has fewer than 32 characters');
  return {
    numberFor: (identity, attempt) => {
      const digest = createHmac('sha256', secret).update(`${identity}#${attempt}`).digest();
      return (FIRST_NUMBER + (digest.readBigUInt64BE() % NUMBER_COUNT)).toString();
    },
  };
}

/**
 * What a person is known by before there is a registration number: the CIN, else the household's RAMED number.
 * @throws Error when there is neither: nothing would keep such a person from being registered twice
 */
export function identityOf(person: {
  readonly cin?: string | undefined;
  readonly ramedNumber?: string | undefined;
}): string {
  if (person.cin !== undefined) return `CIN:${person.cin}`;
  if (person.ramedNumber !== undefined) return `RAMED:${person.ramedNumber}`;
  throw new Error('A person without CIN and RAMED number cannot be registered');
}
