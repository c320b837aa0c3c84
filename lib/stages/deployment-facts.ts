import * as z from 'zod';

/**
 * Facts of one deployment that do not belong in the repository. Each is read from CDK context (`-c debtorRib=...`, or the
 * installation's own `cdk.context.json`), else from the environment.
 */
const sources = {
  region: 'MILAF_REGION',
  debtorName: 'MILAF_DEBTOR_NAME',
  debtorRib: 'MILAF_DEBTOR_RIB',
  debtorBic: 'MILAF_DEBTOR_BIC',
  alarmEmail: 'MILAF_ALARM_EMAIL',
  smsSenderId: 'MILAF_SMS_SENDER_ID',
  ocrStartsPerSecond: 'MILAF_OCR_STARTS_PER_SECOND',
  ocrConcurrentJobs: 'MILAF_OCR_CONCURRENT_JOBS',
  linkEngine: 'MILAF_LINK_ENGINE',
  undoSeconds: 'MILAF_UNDO_SECONDS',
  localGatewayPort: 'MILAF_LOCAL_GATEWAY_PORT',
  webAclArn: 'MILAF_WEB_ACL_ARN',
  originSecretVersion: 'MILAF_ORIGIN_SECRET_VERSION',
  webDomainName: 'MILAF_WEB_DOMAIN_NAME',
  webCertificateArn: 'MILAF_WEB_CERTIFICATE_ARN',
} as const;

export type FactName = keyof typeof sources;

const factsSchema = z.object({
  region: z.string().optional(),
  debtorName: z.string().optional(),
  debtorRib: z.string().optional(),
  debtorBic: z.string().optional(),
  alarmEmail: z.string().optional(),
  smsSenderId: z.string().optional(),
  ocrStartsPerSecond: z.coerce.number().optional(),
  ocrConcurrentJobs: z.coerce.number().optional(),
  linkEngine: z.string().optional(),
  undoSeconds: z.coerce.number().optional(),
  localGatewayPort: z.coerce.number().optional(),
  webAclArn: z.string().optional(),
  originSecretVersion: z.string().optional(),
  webDomainName: z.string().optional(),
  webCertificateArn: z.string().optional(),
}) satisfies z.ZodType<Partial<Record<FactName, unknown>>>;

export type DeploymentFacts = z.infer<typeof factsSchema>;

/** @param context reads a key of CDK context; undefined where it is not set */
export function readDeploymentFacts(
  context: (key: FactName) => unknown,
  environment = process.env,
): DeploymentFacts {
  const given: Partial<Record<FactName, unknown>> = {};
  for (const name of factsSchema.keyof().options) given[name] = context(name) ?? environment[sources[name]];
  return factsSchema.parse(given);
}

/** How a person gives a fact, for error messages. */
export function howToGive(name: FactName): string {
  return `-c ${name}=… or ${sources[name]}=…`;
}
