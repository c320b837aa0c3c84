import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { afterAll, describe, expect, it } from 'vitest';
import { buildStage, removeOutputs } from './synthesise.ts';

function acknowledgements(construct: IConstruct): { readonly rule: string; readonly reason: string }[] {
  return construct.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) =>
          Object.entries(data as Record<string, string>).map(([rule, reason]) => ({ rule, reason })),
        ),
    );
}

afterAll(removeOutputs);

describe('the app', () => {
  it.each([
    { stage: 'local', facts: {} },
    { stage: 'staging', facts: {} },
    { stage: 'production', facts: { linkEngine: 'athena' } },
  ] as const)(
    'of $stage passes the AwsSolutions rules and CloudFormation’s own, or says why not',
    ({ stage, facts }) => {
      process.env['CDK_VALIDATION'] = 'true';
      const { app } = buildStage(stage, { facts });
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
      expect(() => app.synth()).not.toThrow();
    },
  );

  it('would not pass them without its acknowledgements', () => {
    const { app } = buildStage('production');
    for (const { node } of app.node.findAll()) {
      for (const entry of node.metadata) {
        if (entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY) Object.assign(entry, { data: {} });
      }
    }
    expect(new AwsSolutionsChecks(app).validateScope(app).success).toBe(false);
  });

  it('gives a reason for every acknowledgement that a stranger can check', () => {
    const all = acknowledgements(buildStage('production').app);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });

  it('acknowledges single findings, never a whole rule about rights', () => {
    const wholeRules = acknowledgements(buildStage('production').app).filter(({ rule }) =>
      rule.endsWith('IAM5'),
    );
    expect(wholeRules).toEqual([]);
  });
});
