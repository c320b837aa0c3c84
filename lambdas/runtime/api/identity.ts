import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod';
import { staffRoles, type Role, type StaffRole } from '../../../contexts/shared/access/access.ts';
import type { Actor, Insured, Staff } from '../../../contexts/shared/access/actor.ts';
import { registrationNumberSchema } from '../../../contexts/shared/identifiers/schemas.ts';
import { ApiProblem } from './problem.ts';

/** What API Gateway adds to a request after it has checked its token. */
export interface ApiBindings {
  readonly event: Pick<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'>;
}

const staffRoleSchema = z.enum(staffRoles);

/** API Gateway writes the list of groups as `[a b]`. */
const groupsSchema = z.string().transform((text): readonly StaffRole[] =>
  text
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .flatMap((group) => staffRoleSchema.safeParse(group).data ?? []),
);

const staffClaimsSchema = z.object({
  'cognito:username': z.string().min(1),
  'cognito:groups': groupsSchema.default([]),
  'custom:channel': z.string().min(1).optional(),
  'custom:registration': registrationNumberSchema.optional(),
});

const insuredClaimsSchema = z.object({ 'cognito:username': registrationNumberSchema });

/** @throws ApiProblem 401 when the token was made for someone else, by whichever pool */
function claimsOf<Schema extends z.ZodType>({ event }: ApiBindings, schema: Schema): z.output<Schema> {
  const claims = schema.safeParse(event.requestContext.authorizer.jwt.claims);
  if (!claims.success)
    throw new ApiProblem(401, 'SESSION_INVALID', 'The session is not for this part of Milaf.');
  return claims.data;
}

/** @throws ApiProblem 401 when the token was not made for staff */
export function staffOf(bindings: ApiBindings): Staff {
  const claims = claimsOf(bindings, staffClaimsSchema);
  return {
    kind: 'staff',
    userId: claims['cognito:username'],
    roles: claims['cognito:groups'],
    channelId: claims['custom:channel'],
    registrationNumber: claims['custom:registration'],
  };
}

/** @throws ApiProblem 401 when the token was not made for an insured person */
export function insuredOf(bindings: ApiBindings): Insured {
  const claims = claimsOf(bindings, insuredClaimsSchema);
  return { kind: 'insured', registrationNumber: claims['cognito:username'] };
}

export const rolesOf = (actor: Actor): readonly Role[] =>
  actor.kind === 'staff' ? actor.roles : ['insured'];
