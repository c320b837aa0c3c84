import * as z from 'zod';

/** Asks for people to be told their numbers; a schedule, a person, or the step itself sends it. */
export const tellRegisteredSchema = z.object({ requestedBy: z.string().min(1) });
export type TellRegistered = z.infer<typeof tellRegisteredSchema>;
