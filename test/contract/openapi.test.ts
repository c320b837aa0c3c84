import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { accessTable } from '../../contexts/shared/access/access.ts';
import { inRepository } from '../../local/cloud/folders.ts';
import { apiDoc } from '../../local/docs/api-docs.ts';

interface Described {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly 'x-roles'?: readonly string[];
}

const readDescription = (): string => readFileSync(inRepository('docs/openapi.json'), 'utf8');
const description = JSON.parse(readDescription()) as {
  readonly paths: Record<string, Record<string, Described>>;
};
const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods));
const guarded = operations.filter(({ security }) => security.length > 0);

describe('the published description of the API', () => {
  it('is valid OpenAPI 3.1, with every reference leading somewhere', async () => {
    const validator = new Validator();

    const { valid, errors } = await validator.validate(structuredClone(description));

    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  it('is what the functions serve: if this fails, run `npm run docs`', async () => {
    const { content } = await apiDoc();

    expect(readDescription()).toBe(content);
  });

  it('names each operation of the table of access once, with the roles that may use it', () => {
    const described = guarded.map((operation) => [operation.operationId, operation['x-roles']] as const);

    expect(described.map(([id]) => id).sort()).toEqual(Object.keys(accessTable).sort());
    expect(Object.fromEntries(described)).toEqual(accessTable);
  });

  it('gives no two operations the same name', () => {
    const names = operations.map(({ operationId }) => operationId);

    expect(names).toHaveLength(new Set(names).size);
  });
});
