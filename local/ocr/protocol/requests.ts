import * as z from 'zod';
import { invalidParameter } from './textract-error.ts';

// Lengths and patterns are those of Textract's service model (2018-06-27).
const s3ObjectSchema = z.strictObject({
  Bucket: z
    .string()
    .min(3)
    .max(255)
    .regex(/^[0-9A-Za-z.\-_]*$/),
  Name: z.string().min(1).max(1024).regex(/\S/),
  Version: z.string().min(1).max(1024).regex(/\S/).optional(),
});
export type S3ObjectReference = z.infer<typeof s3ObjectSchema>;

const documentSchema = z
  .strictObject({ Bytes: z.base64().optional(), S3Object: s3ObjectSchema.optional() })
  .refine(
    (document) => (document.Bytes === undefined) !== (document.S3Object === undefined),
    'give either Bytes or S3Object',
  );
export type DocumentReference = z.infer<typeof documentSchema>;

const notificationChannelSchema = z.strictObject({
  SNSTopicArn: z
    .string()
    .min(20)
    .max(1024)
    .regex(/^arn:[a-z\d-]+:sns:[a-zA-Z\d-]{1,20}:\w{12}:.+$/),
  RoleArn: z
    .string()
    .min(20)
    .max(2048)
    .regex(/arn:[a-z\d-]+:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+/),
});
export type NotificationChannel = z.infer<typeof notificationChannelSchema>;

const featureTypesSchema = z
  .array(z.enum(['TABLES', 'FORMS', 'QUERIES', 'SIGNATURES', 'LAYOUT']))
  .min(1, 'name at least one feature')
  .superRefine((features, context) => {
    const notOffered = features.filter((feature) => feature !== 'FORMS');
    if (notOffered.length > 0) {
      context.addIssue({
        code: 'custom',
        message: `the local OCR service offers FORMS only; leave out ${notOffered.join(', ')}`,
      });
    }
  });

const notOffered = z.undefined('the local OCR service does not offer this; leave it out').optional();

const startShape = {
  DocumentLocation: z.strictObject({ S3Object: s3ObjectSchema }),
  ClientRequestToken: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[a-zA-Z0-9-_]+$/)
    .optional(),
  JobTag: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[a-zA-Z0-9_.\-:]+$/)
    .optional(),
  NotificationChannel: notificationChannelSchema.optional(),
  OutputConfig: notOffered,
  KMSKeyId: notOffered,
};

const getSchema = z.strictObject({
  JobId: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[a-zA-Z0-9-_]+$/),
  MaxResults: z.int().min(1).optional(),
  NextToken: z.string().min(1).max(1024).regex(/\S/).optional(),
});
export type GetRequest = z.infer<typeof getSchema>;

const startTextDetectionSchema = z.strictObject(startShape);
const startAnalysisSchema = z.strictObject({
  ...startShape,
  FeatureTypes: featureTypesSchema,
  QueriesConfig: notOffered,
  AdaptersConfig: notOffered,
});
export type StartRequest = z.infer<typeof startTextDetectionSchema>;

/** What each operation takes; a request that does not fit is the caller's InvalidParameterException. */
export const requestSchemas = {
  DetectDocumentText: z.strictObject({ Document: documentSchema }),
  AnalyzeDocument: z.strictObject({
    Document: documentSchema,
    FeatureTypes: featureTypesSchema,
    HumanLoopConfig: notOffered,
    QueriesConfig: notOffered,
    AdaptersConfig: notOffered,
  }),
  StartDocumentTextDetection: startTextDetectionSchema,
  StartDocumentAnalysis: startAnalysisSchema,
  GetDocumentTextDetection: getSchema,
  GetDocumentAnalysis: getSchema,
} as const;

export type OperationName = keyof typeof requestSchemas;

/** True for the operations that this service answers. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(requestSchemas, name);
}

/**
 * Parses a request body.
 * @throws TextractError InvalidParameterException that names each wrong member, never its value
 */
export function parseRequest<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    return parsed.data;
  }
  throw invalidParameter(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`).join('; '),
  );
}
