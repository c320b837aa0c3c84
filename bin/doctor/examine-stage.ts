import { accountQuotas, smsAccount } from '../../contexts/operations/aws/account-quotas.ts';
import { callerIdentity } from '../../contexts/operations/aws/caller-identity.ts';
import { readStackOutputs } from '../../contexts/operations/aws/stack-outputs.ts';
import {
  createCloudFormationClient,
  createServiceQuotasClient,
  createSnsClient,
  createStsClient,
} from '../../contexts/shared/aws/clients.ts';
import { MILAF_VERSION } from '../../contexts/shared/version.ts';
import { explainError } from '../view/report-error.ts';
import { type Finding, ok, problem, warning } from './finding.ts';
import { quotaFinding, smsFindings, wantedQuotas } from './judge-account.ts';
import { clockFinding, versionFinding } from './judge-stage.ts';

/** Whether AWS, or what stands for it, lets us in, and the stage answers. The AWS variables say where. */
export async function examineStage(stage: string): Promise<Finding[]> {
  const [clock, credentials, deployed] = await Promise.all([
    examineClock(),
    examineCredentials(),
    examineDeployment(stage),
  ]);
  return [credentials, clock, ...deployed];
}

/** What the account may do; never a problem: at less, queues are longer. */
export async function examineAccount(): Promise<Finding[]> {
  const client = createServiceQuotasClient();
  const ofServices = await Promise.all(
    (['textract', 'lambda'] as const).map(async (service) => {
      const wanted = wantedQuotas.filter((quota) => quota.service === service);
      return accountQuotas(client, service).then(
        (quotas) => wanted.map((quota) => quotaFinding(quota, quotas)),
        (error: unknown) => [notAsked(`Quotas of ${service}`, error)],
      );
    }),
  );
  const sms = await smsAccount(createSnsClient()).then(smsFindings, (error: unknown) => [
    notAsked('SMS', error),
  ]);
  return [...ofServices.flat(), ...sms];
}

function notAsked(name: string, error: unknown): Finding {
  return warning(
    name,
    `AWS cannot be asked: ${explainError(error).message}`,
    'Let your role read Service Quotas and SNS settings, or look at them in the console (docs/operating.md).',
  );
}

async function examineCredentials(): Promise<Finding> {
  try {
    const { arn } = await callerIdentity(createStsClient());
    return ok('Credentials', arn);
  } catch (error) {
    const { message, whatToDo } = explainError(error);
    return problem('Credentials', message, whatToDo);
  }
}

async function examineClock(): Promise<Finding> {
  const region = process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? 'eu-west-3';
  const address = process.env['AWS_ENDPOINT_URL'] ?? `https://sts.${region}.amazonaws.com`;
  const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5_000) }).catch(
    () => undefined,
  );
  return clockFinding(answer?.headers.get('date'), new Date());
}

async function examineDeployment(stage: string): Promise<Finding[]> {
  try {
    const outputs = await readStackOutputs(createCloudFormationClient(), stage);
    return [
      ok('Stage', `${stage} is deployed: ${outputs.get('WebAddress') ?? 'no address'}`),
      versionFinding(outputs.get('MilafVersion'), MILAF_VERSION),
    ];
  } catch (error) {
    const { message, whatToDo } = explainError(error);
    return [problem('Stage', message, whatToDo)];
  }
}
