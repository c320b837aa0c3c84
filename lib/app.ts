import { App, type AppProps, Tags } from 'aws-cdk-lib';
import { DataStack } from './stacks/data-stack.ts';
import { EDGE_REGION, EdgeStack } from './stacks/edge-stack.ts';
import { ObservabilityStack } from './stacks/observability-stack.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';
import { RegistrationStack } from './stacks/registration-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import { readDeploymentFacts } from './stages/deployment-facts.ts';
import { readStage } from './stages/read-stage.ts';

export interface MilafApp {
  readonly app: App;
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
  readonly registration: RegistrationStack;
  readonly web: WebStack;
  readonly observability: ObservabilityStack;
}

/**
 * The whole of Milaf for the stage that CDK context names (`-c stage=local`). Tests build the same app.
 * @param account of AWS to deploy to; whichever the credentials belong to, where it is not given
 * @throws StageError when the stage's settings are not complete
 */
export function buildApp(props: AppProps = {}, account?: string): MilafApp {
  const app = new App(props);
  const context = (key: string): unknown => app.node.tryGetContext(key);
  const stage = readStage(context('stage'), readDeploymentFacts(context));
  const shared = {
    stage,
    env: { region: stage.region, ...(account === undefined ? {} : { account }) },
    terminationProtection: stage.keepsData,
  };
  const data = new DataStack(app, 'MilafData', {
    ...shared,
    stackName: `milaf-${stage.name}-data`,
    description: 'Milaf: keys, tables, documents (kept)',
  });
  const pipeline = new PipelineStack(app, 'MilafPipeline', {
    ...shared,
    terminationProtection: false,
    stackName: `milaf-${stage.name}-pipeline`,
    description: 'Milaf: from an uploaded file to money and an SMS (replaceable)',
    data,
  });
  const registration = new RegistrationStack(app, 'MilafRegistration', {
    ...shared,
    terminationProtection: false,
    stackName: `milaf-${stage.name}-registration`,
    description: 'Milaf: from a list of people to registration numbers and an answer (replaceable)',
    data,
  });
  const web = new WebStack(app, 'MilafWeb', {
    ...shared,
    terminationProtection: false,
    stackName: `milaf-${stage.name}-web`,
    description: 'Milaf: console, portal and their API (replaceable)',
    data,
  });
  if (stage.name !== 'local') {
    const edge = new EdgeStack(app, 'MilafEdge', {
      ...shared,
      terminationProtection: false,
      env: { ...shared.env, region: EDGE_REGION },
      stackName: `milaf-${stage.name}-edge`,
      description: 'Milaf: the web ACL in front of console and portal (replaceable)',
    });
    Tags.of(edge).add('milaf:part', 'web');
  }
  const observability = new ObservabilityStack(app, 'MilafObservability', {
    ...shared,
    terminationProtection: false,
    stackName: `milaf-${stage.name}-observability`,
    description: 'Milaf: dashboard, business alarms, budget',
    data,
    pipeline,
    registration,
  });
  Tags.of(app).add('milaf:stage', stage.name);
  Tags.of(data).add('milaf:part', 'data');
  Tags.of(pipeline).add('milaf:part', 'pipeline');
  Tags.of(registration).add('milaf:part', 'registration');
  Tags.of(web).add('milaf:part', 'web');
  Tags.of(observability).add('milaf:part', 'observability');
  return { app, data, pipeline, registration, web, observability };
}
