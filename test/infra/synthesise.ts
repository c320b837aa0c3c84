import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { buildApp, type MilafApp } from '../../lib/app.ts';
import type { FactName } from '../../lib/stages/deployment-facts.ts';
import type { StageName } from '../../lib/stages/stage.ts';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');
export const STAGES: readonly StageName[] = ['local', 'staging', 'production'];

/** Facts a real deployment must be given; the account is synthetic. */
const FACTS = {
  debtorName: 'CAISSE DE TEST',
  debtorRib: '007780000123456789012396',
  debtorBic: 'BCMAMAMC',
  alarmEmail: 'operations@example.ma',
  webAclArn: 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/milaf-test/1',
};

const cdkJsonSchema = z.object({ context: z.record(z.string(), z.unknown()) });
const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const templateSchema = z.object({
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.unknown()).default({}),
});

export type Resource = z.infer<typeof resourceSchema> & {
  readonly logicalId: string;
  readonly stack: string;
};

/** Every function there is the code of. */
export const FUNCTIONS: readonly string[] = readdirSync(path.join(REPOSITORY, 'lambdas'))
  .filter((name) => name !== 'runtime')
  .sort();

const outputs = new Set<string>();

/** Removes what building and synthesising left on the disk. */
export function removeOutputs(): void {
  for (const folder of outputs) rmSync(folder, { recursive: true, force: true });
  outputs.clear();
}

/** The app as `cdk deploy` would build it, with the context of cdk.json, but without bundling unless asked for. */
export function buildStage(
  stage: StageName,
  options: { readonly bundle?: boolean; readonly facts?: Partial<Record<FactName, string | undefined>> } = {},
): MilafApp {
  const { context } = cdkJsonSchema.parse(
    JSON.parse(readFileSync(path.join(REPOSITORY, 'cdk.json'), 'utf8')),
  );
  const outdir = mkdtempSync(path.join(os.tmpdir(), 'milaf-infra-'));
  outputs.add(outdir);
  return buildApp({
    outdir,
    context: {
      ...context,
      stage,
      ...(stage === 'local' ? {} : FACTS),
      ...options.facts,
      ...(options.bundle === true ? {} : { 'aws:cdk:bundling-stacks': [] }),
    },
  });
}

/** All resources of all stacks of a stage, as CloudFormation gets them. */
export function synthesise(
  stage: StageName,
  facts: Partial<Record<FactName, string>> = {},
): {
  readonly resources: readonly Resource[];
  readonly outputs: readonly string[];
} {
  // CloudFormation's own rules are run once, together with cdk-nag; here they would cost seconds for each stage.
  process.env['CDK_VALIDATION'] = 'false';
  const assembly = buildStage(stage, { facts }).app.synth();
  const templates = assembly.stacks.map(({ stackName, templateFullPath }) => ({
    stackName,
    template: templateSchema.parse(JSON.parse(readFileSync(templateFullPath, 'utf8'))),
  }));
  removeOutputs();
  return {
    resources: templates.flatMap(({ stackName, template }) =>
      Object.entries(template.Resources).map(([logicalId, resource]) => ({
        ...resource,
        logicalId,
        stack: stackName,
      })),
    ),
    outputs: templates.flatMap(({ template }) => Object.keys(template.Outputs)),
  };
}

/** Every string anywhere inside a value of a template. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return [];
}
