import { paginateListServiceQuotas, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  type SNSClient,
} from '@aws-sdk/client-sns';

export interface AccountQuota {
  readonly name: string;
  readonly value: number;
}

/** What the account may do of a service, as AWS says it: `textract`, `lambda`. */
export async function accountQuotas(client: ServiceQuotasClient, service: string): Promise<AccountQuota[]> {
  const quotas: AccountQuota[] = [];
  for await (const { Quotas = [] } of paginateListServiceQuotas({ client }, { ServiceCode: service }))
    for (const { QuotaName, Value } of Quotas)
      if (QuotaName !== undefined && Value !== undefined) quotas.push({ name: QuotaName, value: Value });
  return quotas;
}

export interface SmsAccount {
  /** Only verified numbers get messages. */
  readonly isInSandbox: boolean;
  /** Dollars a month; undefined where AWS does not say. */
  readonly monthlySpendLimit: number | undefined;
}

export async function smsAccount(client: SNSClient): Promise<SmsAccount> {
  const [{ IsInSandbox = true }, { attributes = {} }] = await Promise.all([
    client.send(new GetSMSSandboxAccountStatusCommand({})),
    client.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] })),
  ]);
  const limit = Number(attributes['MonthlySpendLimit']);
  return { isInSandbox: IsInSandbox, monthlySpendLimit: Number.isFinite(limit) ? limit : undefined };
}
