import { DescribeStacksCommand, type CloudFormationClient } from '@aws-sdk/client-cloudformation';

/** The stage is not deployed where the AWS variables point. */
export class StageNotDeployedError extends Error {
  override name = 'StageNotDeployedError';
  readonly whatToDo: string;
  /** AWS was asked, and there is none; else it could not be asked. */
  readonly isMissing: boolean;

  constructor(
    message: string,
    whatToDo: string,
    { isMissing, cause }: { isMissing: boolean; cause: unknown },
  ) {
    super(message, { cause });
    this.whatToDo = whatToDo;
    this.isMissing = isMissing;
  }
}

/**
 * What the stacks of a stage tell about themselves: names of tables and buckets, addresses of queues.
 * @throws StageNotDeployedError with what to do about it
 */
export async function readStackOutputs(
  client: CloudFormationClient,
  stage: string,
): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map<string, string>();
  for (const part of ['data', 'pipeline', 'registration', 'web']) {
    const stackName = `milaf-${stage}-${part}`;
    for (const { OutputKey: key, OutputValue: value } of await describe(client, stackName)) {
      if (key !== undefined && value !== undefined) outputs.set(key, value);
    }
  }
  return outputs;
}

async function describe(client: CloudFormationClient, stackName: string) {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    return Stacks?.[0]?.Outputs ?? [];
  } catch (error) {
    const isMissing = error instanceof Error && error.name === 'ValidationError';
    throw new StageNotDeployedError(
      isMissing
        ? `The stack ${stackName} is not there.`
        : `AWS cannot be asked for the stack ${stackName}${reasonOf(error)}.`,
      isMissing
        ? 'Deploy the stage first (npm start for the local cloud; docs/operating.md for AWS), or choose another with --stage.'
        : 'Check that the cloud runs and that the AWS variables (AWS_ENDPOINT_URL, AWS_REGION, credentials) point to it; for the local cloud use --local.',
      { isMissing, cause: error },
    );
  }
}

/** Without what an error may tell of the account: its name, or what the network said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return ` (${code ?? error.name})`;
}
