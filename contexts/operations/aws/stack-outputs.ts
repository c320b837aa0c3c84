import { DescribeStacksCommand, type CloudFormationClient } from '@aws-sdk/client-cloudformation';

/** The stage is not deployed where the AWS variables point. */
export class StageNotDeployedError extends Error {
  override name = 'StageNotDeployedError';
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
        ? `The stack ${stackName} is not there. Deploy the stage first (npm start for the local cloud; docs/operating.md for AWS), or choose another with --stage.`
        : `AWS cannot be asked for the stack ${stackName}. Check that the cloud runs and that the AWS variables (AWS_ENDPOINT_URL, AWS_REGION, credentials) point to it; for the local cloud use --local.`,
      { cause: error },
    );
  }
}
