import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import * as z from 'zod';
import { buildStage } from '../infra/synthesise.ts';
import type { TableShape } from './cost/capacity-units.ts';

/** A function as the CDK app would deploy it. */
export interface DeployedFunction {
  /** Folder below lambdas/. */
  readonly name: string;
  /** Path of the bundle. */
  readonly bundleFile: string;
  readonly memoryMb: number;
  /** Variables that are plain text in the template, and the names of all. */
  readonly literals: Readonly<Record<string, string>>;
  readonly variableNames: readonly string[];
}

export interface DeployedStage {
  /** In the order of their names. */
  readonly functions: readonly DeployedFunction[];
  /** By the last part of the table's name. */
  readonly tables: ReadonlyMap<string, TableShape>;
}

const functionSchema = z.object({
  Type: z.literal('AWS::Lambda::Function'),
  Properties: z.object({
    MemorySize: z.int(),
    /** `<hash of the bundle>.zip`; the CDK keeps the bundle itself as `asset.<hash>`. */
    Code: z.object({ S3Key: z.string().endsWith('.zip') }),
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  }),
});

const keySchemaSchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const tableSchema = z.object({
  Type: z.literal('AWS::DynamoDB::GlobalTable'),
  Properties: z.object({
    TableName: z.string(),
    KeySchema: keySchemaSchema,
    GlobalSecondaryIndexes: z
      .array(
        z.object({
          IndexName: z.string(),
          KeySchema: keySchemaSchema,
          Projection: z.object({
            ProjectionType: z.enum(['ALL', 'INCLUDE', 'KEYS_ONLY']),
            NonKeyAttributes: z.array(z.string()).default([]),
          }),
        }),
      )
      .default([]),
  }),
});

const templateSchema = z.object({ Resources: z.record(z.string(), z.unknown()) });

/** Builds the CDK app of the stage `local`, bundles and all, and looks at what would be deployed. */
export function synthesiseStage(): DeployedStage {
  process.env['CDK_VALIDATION'] = 'false';
  const assembly = buildStage('local', { bundle: true }).app.synth();
  const resources = resourcesOf(assembly);
  return {
    functions: resources
      .flatMap((resource) => functionSchema.safeParse(resource).data ?? [])
      .map((resource) => functionOf(resource, assembly.directory))
      .toSorted((one, other) => one.name.localeCompare(other.name)),
    tables: tablesOf(resources),
  };
}

/** The tables alone, by the last part of their names: nothing is bundled for it. */
export function synthesiseTables(): ReadonlyMap<string, TableShape> {
  process.env['CDK_VALIDATION'] = 'false';
  return tablesOf(resourcesOf(buildStage('local').app.synth()));
}

function resourcesOf({ stacks }: CloudAssembly): unknown[] {
  return stacks.flatMap(({ templateFullPath }) =>
    Object.values(templateSchema.parse(JSON.parse(readFileSync(templateFullPath, 'utf8'))).Resources),
  );
}

function tablesOf(resources: readonly unknown[]): ReadonlyMap<string, TableShape> {
  return new Map(resources.flatMap((resource) => tableSchema.safeParse(resource).data ?? []).map(tableOf));
}

function functionOf({ Properties }: z.infer<typeof functionSchema>, directory: string): DeployedFunction {
  const { Variables } = Properties.Environment;
  const hash = path.basename(Properties.Code.S3Key, '.zip');
  const literals = z
    .record(z.string(), z.string())
    .parse(Object.fromEntries(Object.entries(Variables).filter(([, value]) => typeof value === 'string')));
  return {
    name: literals['POWERTOOLS_SERVICE_NAME'] ?? '',
    bundleFile: path.join(directory, `asset.${hash}`, 'index.mjs'),
    memoryMb: Properties.MemorySize,
    literals,
    variableNames: Object.keys(Variables),
  };
}

function tableOf({ Properties }: z.infer<typeof tableSchema>): [string, TableShape] {
  const shape: TableShape = {
    keys: keysOf(Properties.KeySchema),
    indexes: Properties.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
      name: IndexName,
      keys: keysOf(KeySchema),
      projected: Projection.ProjectionType === 'ALL' ? 'all' : Projection.NonKeyAttributes,
    })),
  };
  return [Properties.TableName.split('-').at(-1) ?? '', shape];
}

function keysOf(keySchema: z.infer<typeof keySchemaSchema>): TableShape['keys'] {
  const nameOf = (type: string): string | undefined =>
    keySchema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  return { partition: nameOf('HASH') ?? '', sort: nameOf('RANGE') };
}
