import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { registryRecordSchema } from '../../core/contracts/registry-records.ts';
import { stateMachines } from '../../core/domain/claims/states.ts';
import { toMermaid } from '../../core/domain/state-machine.ts';
import { inRepository } from '../cloud/folders.ts';
import { replaceBetweenMarkers } from './between-markers.ts';

export interface GeneratedDoc {
  /** Relative to the repository. */
  readonly path: string;
  readonly content: string;
}

/** The parts of the documentation that come from the code, as they should be now. */
export async function generatedDocs(): Promise<readonly GeneratedDoc[]> {
  return Promise.all([registryRecordDoc(), dataModelDoc()]);
}

async function registryRecordDoc(): Promise<GeneratedDoc> {
  // `input`: what may be written on a line; fields with a default may be left out.
  const schema = {
    title: 'A record of the registry, one a line',
    ...z.toJSONSchema(registryRecordSchema, { io: 'input' }),
  };
  return formatted('docs/schemas/registry-record.schema.json', JSON.stringify(schema));
}

async function dataModelDoc(): Promise<GeneratedDoc> {
  const path = 'docs/data-model.md';
  const page = await readFile(inRepository(path), 'utf8');
  const diagrams = stateMachines.map(diagramOf).join('\n\n');
  return formatted(path, replaceBetweenMarkers(page, 'state machines', diagrams));
}

function diagramOf(machine: (typeof stateMachines)[number]): string {
  return [`### State of a ${machine.name}`, '', '```mermaid', toMermaid<string>(machine), '```'].join('\n');
}

/** Formatted as the check of the whole repository wants it. */
async function formatted(path: string, text: string): Promise<GeneratedDoc> {
  const file = inRepository(path);
  return { path, content: await format(text, { ...(await resolveConfig(file)), filepath: file }) };
}
