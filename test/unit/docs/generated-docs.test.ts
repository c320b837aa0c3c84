import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  claimEventSchema,
  fileEventSchema,
  listEventSchema,
  personEventSchema,
  paymentBatchEventSchema,
  rightsEventSchema,
} from '../../../contexts/events/events.ts';
import { registryRecordSchema } from '../../../contexts/registry/records/registry-records.ts';
import { loadRegistry } from '../../../contexts/registry/use-cases/load-registry.ts';
import { inRepository } from '../../../local/cloud/folders.ts';
import { replaceBetweenMarkers } from '../../../local/docs/between-markers.ts';
import { generatedDocs } from '../../../local/docs/generated-docs.ts';

const pageOf = (path: string): string => readFileSync(inRepository(path), 'utf8');

describe('what the documentation takes from the code', () => {
  it('is up to date: if this fails, run `npm run docs`', async () => {
    const docs = await generatedDocs();

    expect(docs.map(({ path }) => [path, pageOf(path)])).toEqual(
      docs.map(({ path, content }) => [path, content]),
    );
  });

  it('names every event in the catalogue, and no event that is not published', () => {
    const published = [
      ...fileEventSchema.options,
      ...claimEventSchema.options,
      ...paymentBatchEventSchema.options,
      ...listEventSchema.options,
      ...personEventSchema.options,
      rightsEventSchema,
    ].map(({ shape }) => shape.type.value);
    const catalogue = /## Event catalogue(.*?)\n## /s.exec(pageOf('docs/data-model.md'))?.[1] ?? '';
    const named = [...catalogue.matchAll(/^\| `([a-z-]+\.[a-z-]+\.v\d+)`/gm)].map(([, type]) => type);

    expect(new Set(named)).toEqual(new Set(published));
  });
});

describe('the example of a registry file', () => {
  const lines = pageOf('docs/schemas/registry-example.jsonl').trimEnd().split('\n');

  it('is loaded without a refused line', async () => {
    const loaded = await loadRegistry(lines, { put: () => Promise.resolve() });

    expect(loaded).toEqual({ loadedCount: lines.length, refused: [] });
  });

  it('has a record of every kind', () => {
    const kinds = lines.map((line) => registryRecordSchema.parse(JSON.parse(line)).type);

    expect(new Set(kinds)).toEqual(
      new Set(registryRecordSchema.options.map(({ shape }) => shape.type.value)),
    );
  });
});

describe('putting generated text into a page', () => {
  it('keeps what people wrote before and after it', () => {
    const page = 'Before\n\n<!-- generated: x -->\nold\n<!-- end: x -->\n\nAfter\n';

    expect(replaceBetweenMarkers(page, 'x', 'new')).toBe(
      'Before\n\n<!-- generated: x -->\n\nnew\n\n<!-- end: x -->\n\nAfter\n',
    );
  });

  it('refuses a page without the markers, so that no page is cut', () => {
    expect(() => replaceBetweenMarkers('Before\n<!-- generated: x -->\n', 'x', 'new')).toThrow(
      'no place for "x"',
    );
  });
});
