import path from 'node:path';
import type * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLATFORM_VARIABLES } from '../../lib/constructs/milaf-function.ts';
import { FUNCTIONS, REPOSITORY, type Resource, STAGES, synthesise } from './synthesise.ts';

describe.each(STAGES)('stage %s', (stage) => {
  let resources: readonly Resource[];
  const environmentOf = (name: string) => {
    const found = resources.find(({ Properties }) => Properties['FunctionName'] === `milaf-${stage}-${name}`);
    const { Variables } = found!.Properties['Environment'] as { Variables: Record<string, unknown> };
    return Object.fromEntries(
      Object.entries(Variables).filter(([key]) => !(PLATFORM_VARIABLES as readonly string[]).includes(key)),
    );
  };

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it.each(FUNCTIONS)('gives %s the environment it asks for, and starts with it', async (name) => {
    const { envSchema } = (await import(path.join(REPOSITORY, 'lambdas', name, 'env.ts'))) as {
      envSchema: z.ZodObject;
    };
    const environment = environmentOf(name);
    expect(Object.keys(environment).sort()).toEqual(Object.keys(envSchema.shape).sort());
    // What CloudFormation fills in is a name, or the address of a queue.
    const filled = Object.entries(environment).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? value
        : key.endsWith('_URL')
          ? 'https://sqs.eu-west-3.amazonaws.com/000000000000/queue'
          : 'name',
    ]);
    expect(envSchema.safeParse(Object.fromEntries(filled)).error).toBeUndefined();
  });
});
