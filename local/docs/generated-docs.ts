import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { listAnswerSchema } from '../../contexts/registration/records/list-answer.ts';
import { listReportSchema } from '../../contexts/registration/records/list-report.ts';
import { medicineLineSchema } from '../../contexts/medicines/records/medicine-line.ts';
import { coverLineSchema, deathLineSchema } from '../../contexts/registry/records/reference-records.ts';
import { registryRecordSchema } from '../../contexts/registry/records/registry-records.ts';
import { stateMachines } from '../../contexts/claims/domain/states.ts';
import { listMachine } from '../../contexts/registration/domain/lists/list-states.ts';
import { campaignMachine } from '../../contexts/messaging/domain/campaign.ts';
import { toMermaid, type StateMachine } from '../../contexts/shared/state-machine.ts';
import { inRepository } from '../cloud/folders.ts';
import { sampleMedicineFile } from '../samples/medicines/sample-medicines.ts';
import { accessDocs } from './access-docs.ts';
import { actsTable } from './act-docs.ts';
import { apiDoc } from './api-docs.ts';
import { replaceBetweenMarkers } from './between-markers.ts';
import { drawContexts, listContexts, readContextMap } from './context-map.ts';
import { formatted, type GeneratedDoc } from './generated-doc.ts';
import { listSchemas, listTables } from './list-docs.ts';

/** The parts of the documentation that come from the code, as they should be now. */
export async function generatedDocs(): Promise<readonly GeneratedDoc[]> {
  const pages = await Promise.all([
    registryRecordDoc(),
    schemaDoc('list-answer', 'What the answer to a list is (<list>.answer.json)', listAnswerSchema),
    schemaDoc('list-report', 'What a list came to (report.json)', listReportSchema),
    schemaDoc(
      'reference-cover',
      'A line of the list of another scheme (CNOPS, FAR, employees)',
      coverLineSchema,
    ),
    medicineLineDoc(),
    schemaDoc('reference-death', 'A line of the list of civil status', deathLineSchema),
    ...listSchemas().map(([name, schema]) =>
      formatted(`docs/schemas/${name}.schema.json`, JSON.stringify(schema)),
    ),
    listsDoc(),
    dataModelDoc(),
    consoleDoc(),
    architectureDoc(),
    rulesDoc(),
    apiDoc(),
  ]);
  const medicines = { path: 'docs/schemas/medicines-example.jsonl', content: sampleMedicineFile() };
  return [...pages, medicines];
}

async function registryRecordDoc(): Promise<GeneratedDoc> {
  // `input`: what may be written on a line; fields with a default may be left out.
  const schema = {
    title: 'A record of the registry, one a line',
    ...z.toJSONSchema(registryRecordSchema, { io: 'input' }),
  };
  return formatted('docs/schemas/registry-record.schema.json', JSON.stringify(schema));
}

async function medicineLineDoc(): Promise<GeneratedDoc> {
  const schema = {
    title: 'A line of a list of medicines in JSON Lines',
    ...z.toJSONSchema(medicineLineSchema, { io: 'input' }),
  };
  return formatted('docs/schemas/medicine-line.schema.json', JSON.stringify(schema));
}

/** The schema of a file, or of a line of it. */
async function schemaDoc(name: string, title: string, schema: z.ZodType): Promise<GeneratedDoc> {
  const json = { title, ...z.toJSONSchema(schema, { io: 'output' }) };
  return formatted(`docs/schemas/${name}.schema.json`, JSON.stringify(json));
}

async function listsDoc(): Promise<GeneratedDoc> {
  const path = 'docs/lists.md';
  let page = await readFile(inRepository(path), 'utf8');
  for (const [name, text] of listTables()) page = replaceBetweenMarkers(page, name, text);
  return formatted(path, page);
}

async function architectureDoc(): Promise<GeneratedDoc> {
  const path = 'docs/architecture.md';
  const page = await readFile(inRepository(path), 'utf8');
  const map = readContextMap();
  const text = `${drawContexts(map)}\n\n${listContexts(map)}`;
  return formatted(path, replaceBetweenMarkers(page, 'contexts', text));
}

async function rulesDoc(): Promise<GeneratedDoc> {
  const path = 'docs/rules.md';
  const page = await readFile(inRepository(path), 'utf8');
  return formatted(path, replaceBetweenMarkers(page, 'kinds of acts', actsTable()));
}

async function consoleDoc(): Promise<GeneratedDoc> {
  const path = 'docs/console.md';
  const page = await readFile(inRepository(path), 'utf8');
  return formatted(path, replaceBetweenMarkers(page, 'access table', accessDocs()));
}

async function dataModelDoc(): Promise<GeneratedDoc> {
  const path = 'docs/data-model.md';
  const page = await readFile(inRepository(path), 'utf8');
  const diagrams = [
    ...stateMachines.map((machine) => diagramOf<string>(machine)),
    diagramOf(listMachine),
    diagramOf(campaignMachine),
  ].join('\n\n');
  return formatted(path, replaceBetweenMarkers(page, 'state machines', diagrams));
}

function diagramOf<State extends string>(machine: StateMachine<State>): string {
  return [`### State of a ${machine.name}`, '', '```mermaid', toMermaid(machine), '```'].join('\n');
}
