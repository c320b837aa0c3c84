import * as z from 'zod';

/** Asks for the code of a sign-in to be sent, if there is anyone to send it to. */
export const sendSignInCodeSchema = z.object({ flowId: z.string().min(1) });
export type SendSignInCode = z.infer<typeof sendSignInCodeSchema>;
