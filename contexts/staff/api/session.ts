import * as z from 'zod';
import { staffRoles } from '#shared';

/** Sign-in of staff: `/api/session`. */
export const signInRequestSchema = z
  .strictObject({ userName: z.string().min(1).max(128), password: z.string().min(1).max(256) })
  .meta({ id: 'SignInRequest' });

export const challengeSchema = z.enum([
  'NEW_PASSWORD',
  'SET_UP_AUTHENTICATOR',
  'AUTHENTICATOR_CODE',
  'SMS_CODE',
]);

export const challengeAnswerSchema = z
  .strictObject({
    userName: z.string().min(1).max(128),
    challenge: challengeSchema,
    continuation: z.string().min(1).max(4096),
    answer: z.string().min(1).max(256),
  })
  .meta({ id: 'ChallengeAnswer' });

export const signInAnswerSchema = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('signed-in'), expiresInSeconds: z.int() }),
    z.object({
      status: z.literal('challenged'),
      challenge: challengeSchema,
      continuation: z.string(),
      authenticatorSecret: z.string().optional(),
    }),
  ])
  .meta({ id: 'SignInAnswer' });

/** Who is signed in at the console. */
export const meSchema = z
  .object({
    userId: z.string(),
    roles: z.array(z.enum(staffRoles)),
    channelId: z.string().optional(),
  })
  .meta({ id: 'Me' });
