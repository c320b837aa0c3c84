import * as z from 'zod';

/** Asks for people to be told their numbers; a schedule, a person, or the step itself sends it. */
export const sendRegistrationSmsSchema = z.object({ requestedBy: z.string().min(1) });
export type SendRegistrationSms = z.infer<typeof sendRegistrationSmsSchema>;
