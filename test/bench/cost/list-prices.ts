import { readFileSync } from 'node:fs';
import * as z from 'zod';

const priceSchema = z.object({
  usd: z.number().positive(),
  per: z.string(),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
});

const listPricesSchema = z.object({
  region: z.string(),
  note: z.string(),
  prices: z.object({
    dynamoDbWriteUnit: priceSchema,
    dynamoDbReadUnit: priceSchema,
    lambdaGigabyteSecond: priceSchema,
    lambdaRequest: priceSchema,
    s3Write: priceSchema,
    s3Read: priceSchema,
    sqsRequest: priceSchema,
    eventBridgeEvent: priceSchema,
    logGigabyte: priceSchema,
    textractTextPage: priceSchema,
    dynamoDbStreamRead: priceSchema,
    dynamoDbGigabyteMonth: priceSchema,
    dynamoDbBackupGigabyteMonth: priceSchema,
    s3GigabyteMonth: priceSchema,
    kmsRequest: priceSchema,
  }),
});
export type ListPrices = z.infer<typeof listPricesSchema>;

/** What AWS asks for what a claim uses, with where each price comes from. */
export function listPrices(): ListPrices {
  const file = new URL('list-prices.json', import.meta.url);
  return listPricesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
