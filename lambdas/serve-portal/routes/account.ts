import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import {
  cancelAccountChange,
  requestAccountChange,
  showMyAccount,
  type AccountFault,
  type AccountResult,
  type ChangeAccountDependencies,
} from '../../../contexts/portal/use-cases/change-account.ts';
import type { Insured } from '../../../contexts/shared/access/actor.ts';
import {
  cancelAccountChangeSchema,
  myAccountSchema,
  requestAccountChangeSchema,
  type MyAccount,
} from '../../../contexts/portal/api/portal.ts';
import type { ApiEnv } from '../../runtime/api/api-app.ts';
import { json, ok, operation, problems } from '../../runtime/api/api-route.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';
import { registered } from '../registered.ts';

const showRoute = createRoute({
  ...operation('showMyAccount'),
  method: 'get',
  path: '/api/portal/account',
  summary: 'The bank account that I am paid to, and the change that is under way',
  responses: { ...ok(myAccountSchema, 'The account'), ...problems },
});

const requestRoute = createRoute({
  ...operation('requestAccountChange'),
  method: 'post',
  path: '/api/portal/account/change',
  summary: 'Asks for another account: it takes effect after some days, and payments wait until then',
  request: { body: { required: true, ...json(requestAccountChangeSchema) } },
  responses: { ...ok(myAccountSchema, 'Asked for; a message went to the phone on file'), ...problems },
});

const cancelRoute = createRoute({
  ...operation('cancelAccountChange'),
  method: 'post',
  path: '/api/portal/account/change/cancel',
  summary: 'Cancels the change, as long as it is not in effect',
  request: { body: { required: true, ...json(cancelAccountChangeSchema) } },
  responses: { ...ok(myAccountSchema, 'Cancelled'), ...problems },
});

const PROBLEMS: Readonly<Record<AccountFault, readonly [409 | 422, string]>> = {
  RIB_WRONG: [
    422,
    'The RIB is wrong: its last two digits do not fit the others. Copy it from a paper of the bank.',
  ],
  ACCOUNT_SAME: [422, 'This is the account on file already.'],
  NO_PHONE: [409, 'There is no phone on file to tell of the change. Go to an agency with the RIB.'],
  CHANGES_OF_DAY: [409, 'Two changes were asked for today. Ask again tomorrow, or go to your agency.'],
  CHANGE_OPEN: [409, 'Another change is under way. Cancel it, or wait until its days are over.'],
  CHANGE_NOT_OPEN: [409, 'This change is in effect or cancelled already. Ask for another change.'],
};

function accountOf(result: AccountResult): MyAccount {
  if ('account' in result) return result.account;
  const [status, title] = PROBLEMS[result.fault];
  throw new ApiProblem(status, result.fault, title);
}

export function accountRoutes(dependencies: ChangeAccountDependencies) {
  const app = new OpenAPIHono<ApiEnv<Insured>>();
  app.openapi(showRoute, async (context) =>
    context.json(await registered(showMyAccount(context.get('actor').registrationNumber, dependencies)), 200),
  );
  app.openapi(requestRoute, async (context) => {
    const { rib } = context.req.valid('json');
    const result = await registered(
      requestAccountChange(context.get('actor').registrationNumber, rib, dependencies),
    );
    return context.json(accountOf(result), 200);
  });
  app.openapi(cancelRoute, async (context) => {
    const { changeId } = context.req.valid('json');
    const result = await cancelAccountChange(context.get('actor').registrationNumber, changeId, dependencies);
    return context.json(accountOf(result), 200);
  });
  return app;
}
