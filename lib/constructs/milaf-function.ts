import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import { bundledCode } from './bundled-code.ts';
import { RETENTION } from './log-retention.ts';
import { NATIVE_ARCHITECTURE, type NativePackages, nativePlatformOf } from './native-packages.ts';

/** Variables every function has beside those of its own env.ts: they belong to Node and Powertools, not to Milaf. */
export const PLATFORM_VARIABLES = [
  'NODE_OPTIONS',
  'POWERTOOLS_SERVICE_NAME',
  'POWERTOOLS_METRICS_NAMESPACE',
  'POWERTOOLS_LOG_LEVEL',
] as const;

const PROCESSORS: Readonly<Record<Stage['processor'], Architecture>> = {
  arm64: Architecture.ARM_64,
  x86_64: Architecture.X86_64,
};

export const METRIC_NAMESPACE = 'Milaf';

/** The environment of a function: one string for each key of its env.ts, no more and no fewer. */
export type EnvironmentOf<Env extends object> = Readonly<Record<keyof Env & string, string>>;

type PolicyConditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface MilafFunctionProps<Env extends object> {
  readonly stage: Stage;
  /** Folder below lambdas/, and the function's name. */
  readonly name: string;
  readonly description: string;
  readonly environment: EnvironmentOf<Env>;
  readonly memoryMb: number;
  /** Copies that it has for itself, and no more; where it is not given, it shares those of the account. */
  readonly reservedConcurrency?: number;
  /** Room in `/tmp`; 512 MB where it is not given. */
  readonly storageMb?: number;
  /** Packages with compiled code that it needs. */
  readonly nativePackages?: NativePackages;
  /** Files, from the root, that it starts as threads. */
  readonly threads?: readonly string[];
  readonly timeoutSeconds: number;
  /** Encrypts the log. */
  readonly logKey: IKey;
}

/** A Lambda of Milaf: newest Node, one bundled file, its own role with nothing in it yet, a log that ends. */
export class MilafFunction<Env extends object> extends Construct {
  readonly function: Function;
  readonly timeout: Duration;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: MilafFunctionProps<Env>) {
    super(scope, id);
    const { stage, nativePackages } = props;
    const functionName = `milaf-${stage.name}-${props.name}`;
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: RETENTION[stage.logRetentionDays],
      encryptionKey: props.logKey,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${functionName}: exactly what it uses`,
    });
    logGroup.grantWrite(this.role);
    this.timeout = Duration.seconds(props.timeoutSeconds);
    this.function = new Function(this, 'Function', {
      functionName,
      description: props.description,
      // The SDK is in the bundle: pinned, tested with, and quicker to load than the runtime's whole copy.
      code: bundledCode(props.name, {
        native: nativePackages && { packages: nativePackages, platform: nativePlatformOf(stage) },
        threads: props.threads,
      }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: nativePackages === undefined ? PROCESSORS[stage.processor] : NATIVE_ARCHITECTURE,
      memorySize: props.memoryMb,
      ...(props.storageMb === undefined ? {} : { ephemeralStorageSize: Size.mebibytes(props.storageMb) }),
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
      timeout: this.timeout,
      role: this.role,
      logGroup,
      tracing: stage.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: {
        ...props.environment,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: props.name,
        POWERTOOLS_METRICS_NAMESPACE: METRIC_NAMESPACE,
        POWERTOOLS_LOG_LEVEL: stage.logLevel,
      },
    });
    if (stage.tracing) {
      acknowledgeWildcard(
        this.role,
        '*',
        'X-Ray has no resource to name in PutTraceSegments and PutTelemetryRecords.',
      );
    }
  }

  /** Allows exact actions on exact resources. */
  allow(actions: readonly string[], resources: readonly string[], conditions?: PolicyConditions): void {
    this.addStatement(Effect.ALLOW, actions, resources, conditions);
  }

  deny(actions: readonly string[], resources: readonly string[]): void {
    this.addStatement(Effect.DENY, actions, resources);
  }

  /**
   * Allows actions on things whose names are not known beforehand.
   * @param resource with a `*`
   * @param reason why it is right here, in words that someone from outside can check
   */
  allowBroadly(
    resource: string,
    reason: string,
    actions: readonly string[],
    conditions?: PolicyConditions,
  ): void {
    this.addStatement(Effect.ALLOW, actions, [resource], conditions);
    acknowledgeWildcard(this.role, resource, reason);
  }

  private addStatement(
    effect: Effect,
    actions: readonly string[],
    resources: readonly string[],
    conditions: PolicyConditions = {},
  ): void {
    this.role.addToPolicy(
      new PolicyStatement({ effect, actions: [...actions], resources: [...resources], conditions }),
    );
  }
}
