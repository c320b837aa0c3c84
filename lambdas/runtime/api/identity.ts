import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import * as z from 'zod';
import { staffRoles, type Role, type StaffRole } from '../../../core/contracts/access.ts';
import type { Actor, Insured, Staff } from '../../../core/contracts/actor.ts';
import { registrationNumberSchema } from '../../../core/contracts/registry-records.ts';

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
});

const insuredClaimsSchema = z.object({ 'cognito:username': registrationNumberSchema });

const claimsOf = ({ event }: ApiBindings): unknown => event.requestContext.authorizer.jwt.claims;

/** @throws ZodError when the token was not made for staff */
export function staffOf(bindings: ApiBindings): Staff {
  const claims = staffClaimsSchema.parse(claimsOf(bindings));
  return {
    kind: 'staff',
    userId: claims['cognito:username'],
    roles: claims['cognito:groups'],
    channelId: claims['custom:channel'],
  };
}

/** @throws ZodError when the token was not made for an insured person */
export function insuredOf(bindings: ApiBindings): Insured {
  const claims = insuredClaimsSchema.parse(claimsOf(bindings));
  return { kind: 'insured', registrationNumber: claims['cognito:username'] };
}

export const rolesOf = (actor: Actor): readonly Role[] =>
  actor.kind === 'staff' ? actor.roles : ['insured'];
