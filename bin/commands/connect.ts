import type { Command } from 'commander';
import * as z from 'zod';
import { connectToStage, type MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { readCloudVariables } from '../../local/cloud/start-local-cloud.ts';

const globalOptionsSchema = z.object({
  stage: z.string(),
  local: z.boolean().default(false),
  json: z.boolean().default(false),
});

export type GlobalOptions = z.infer<typeof globalOptionsSchema>;

export function globalOptions(command: Command): GlobalOptions {
  return globalOptionsSchema.parse(command.optsWithGlobals());
}

/**
 * Connects to the stage the options name. With --local the AWS variables of this process are set to those of the local
 * cloud, before any client is made.
 */
export async function connect(command: Command): Promise<MilafClient> {
  const { stage, local } = globalOptions(command);
  if (!local) return connectToStage(stage);
  for (const [name, value] of Object.entries(readCloudVariables())) process.env[name] = value;
  return connectToStage('local');
}
