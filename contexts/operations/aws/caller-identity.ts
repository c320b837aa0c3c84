import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';

export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** Whose credentials these are. */
export async function callerIdentity(client: Pick<STSClient, 'send'>): Promise<CallerIdentity> {
  const { Account = '', Arn = '' } = await client.send(new GetCallerIdentityCommand({}));
  return { account: Account, arn: Arn };
}

/** Names a person may have in an ARN: the user or session, whole and before an @. */
export function namesIn(arn: string): readonly string[] {
  const name = arn.split('/').at(-1) ?? '';
  return [name, name.split('@')[0] ?? ''].filter((one) => one !== '');
}
