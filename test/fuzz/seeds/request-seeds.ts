import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { inRepository } from '../../../local/cloud/folders.ts';
import { jsonSeed } from '../json-input.ts';

/** One request, as API Gateway hands it on. */
export const requestSchema = z.object({
  method: z.string().catch('GET'),
  path: z.string().catch('/'),
  headers: z.record(z.string(), z.string()).catch({}),
  /** The text of the body, or what is to be written as JSON. */
  body: z.unknown(),
  claims: z.unknown(),
});
export type ApiRequest = z.infer<typeof requestSchema>;

const schemaSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minLength: z.int().optional(),
  minItems: z.int().optional(),
  minimum: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});

const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema: z.unknown() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
});

const descriptionSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
type Description = z.infer<typeof descriptionSchema>;

/** Texts, of which the first is taken that fits. */
const TEXTS = [
  ...['AB123456', '112233445', '2024-02-29', '123456', '007780000123456789012396', '7Q2MK8D10ABCDEFG'],
  ...[
    '2024-02-29/0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5f',
    '0a1b2c3d-0a1b-4c2d-8e3f-0a1b2c3d4e5f',
    '060708091',
    '2024-02',
  ],
  'long enough to be a reason',
] as const;

function textFor({ format, pattern, minLength = 0 }: z.infer<typeof schemaSchema>): string {
  if (format === 'date') return '2024-02-29';
  if (format === 'date-time') return '2024-02-29T10:00:00Z';
  const fits = pattern === undefined ? /^/ : new RegExp(pattern);
  return (
    TEXTS.find((text) => fits.test(text) && text.length >= minLength) ?? 'x'.repeat(Math.max(1, minLength))
  );
}

/** Something that a schema of the description takes, as near as examples go. */
function exampleOf(given: unknown, { components }: Description): unknown {
  const schema = schemaSchema.parse(given ?? {});
  const example = (inner: unknown): unknown => exampleOf(inner, { paths: {}, components });
  if (schema.$ref !== undefined) return example(components.schemas[schema.$ref.split('/').at(-1) ?? '']);
  if (schema.const !== undefined) return schema.const;
  const choices = schema.enum ?? schema.anyOf?.map(example) ?? schema.oneOf?.map(example);
  if (choices !== undefined) return choices[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, example(inner)]),
      );
    case 'array':
      return [example(schema.items)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case undefined:
    default:
      return textFor(schema);
  }
}

const STAFF = {
  'cognito:username': 'someone',
  'cognito:groups': '[reviewer supervisor agency-clerk manager auditor registry-clerk contractor]',
  'custom:channel': 'agency-rabat-01',
};
const INSURED = { 'cognito:username': '112233445' };

const CURSOR = Buffer.from('{"day":"2024-02-29","after":"7Q2MK8D10ABCDEFG"}').toString('base64url');

function requestOf(description: Description, path: string, method: string): ApiRequest {
  const operation = description.paths[path]?.[method];
  const isPortal = path.startsWith('/api/portal');
  const valueOf = ({ name, schema }: { name: string; schema: unknown }): string =>
    name === 'cursor' ? CURSOR : String(exampleOf(schema, description));
  const parameters = operation?.parameters ?? [];
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => `${parameter.name}=${encodeURIComponent(valueOf(parameter))}`);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.name === name);
    return parameter === undefined ? 'x' : encodeURIComponent(valueOf(parameter));
  });
  const content = operation?.requestBody?.content['application/json'];
  return {
    method: method.toUpperCase(),
    path: query.length === 0 ? filled : `${filled}?${query.join('&')}`,
    headers: {
      'content-type': 'application/json',
      cookie: '__Secure-milaf-staff-refresh=abc.def; __Secure-milaf-insured-refresh=abc.def; other="a; b"',
    },
    body: content === undefined ? null : exampleOf(content.schema, description),
    claims: isPortal ? INSURED : STAFF,
  };
}

/** A request for each route of one part of the API, made of its published description. */
export function requestSeeds(isOfPart: (path: string) => boolean): readonly Uint8Array[] {
  const description = descriptionSchema.parse(
    JSON.parse(readFileSync(inRepository('docs/openapi.json'), 'utf8')),
  );
  return Object.entries(description.paths)
    .filter(([path]) => isOfPart(path))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => jsonSeed(requestOf(description, path, method))),
    );
}
