import type * as z from 'zod';
import { UserError } from '../view/user-error.ts';

/** @throws UserError that names the option */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const option = String(issue?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UserError(
    `--${option} is not as it has to be: ${issue?.message ?? 'it cannot be read'}.`,
    'Correct it; --help has what each option means.',
  );
}
