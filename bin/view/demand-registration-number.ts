import { registrationNumberSchema } from '../../contexts/shared/identifiers/schemas.ts';
import { UserError } from './user-error.ts';

/** @throws UserError when it cannot be a registration number */
export function demandRegistrationNumber(text: string): void {
  if (!registrationNumberSchema.safeParse(text).success)
    throw new UserError('That is no registration number.', 'Give its nine digits, without spaces.');
}
