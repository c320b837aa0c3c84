import * as z from 'zod';
import { listSourceSchema, type ListSource } from '../../contexts/shared/identifiers/list-source.ts';
import { outcomeCodeSchema } from '../../contexts/registration/records/list-lines.ts';
import { listManifestSchema } from '../../contexts/registration/records/list-manifest.ts';
import { answerClassOf } from '../../contexts/registration/domain/lists/answer/answer-class.ts';
import { listedCategories } from '../../contexts/registration/domain/lists/format/categories.ts';
import { refusalWords } from '../../contexts/registration/domain/lists/format/explain-refusal.ts';
import {
  invalidReasonWords,
  lineWarningWords,
  outcomeWords,
} from '../../contexts/registration/domain/lists/format/line-words.ts';
import { listColumns } from '../../contexts/registration/domain/lists/format/list-columns.ts';
import type { ListColumn } from '../../contexts/registration/domain/lists/format/list-format.ts';

const SENDERS: Readonly<Record<ListSource, string>> = {
  dgi: 'DGI, tax office: payers of the CPU, traders and artisans with accounts',
  barid: 'Barid Al-Maghrib, post: auto-entrepreneurs',
  orders: 'professional bodies',
  ramed: 'ANAM: RAMED households, a line for each member',
  rsu: 'social register: later changes of scores',
};

/** JSON Schemas of a line of each list, and of a manifest: file name and content. */
export function listSchemas(): readonly (readonly [name: string, schema: object])[] {
  return [
    ...listSourceSchema.options.map((source) => [`list-${source}-line`, lineSchema(source)] as const),
    [
      'list-manifest',
      { title: 'What is announced about a list', ...z.toJSONSchema(listManifestSchema, { io: 'input' }) },
    ],
  ];
}

/** Parts of docs/lists.md that come from the code: name of the place and text. */
export function listTables(): readonly (readonly [name: string, text: string])[] {
  return [
    ['columns', listSourceSchema.options.map(columnsTable).join('\n\n')],
    ['categories', categoriesTable()],
    [
      'refusals',
      table(
        ['code', 'the list was refused because', 'what to do'],
        Object.entries(refusalWords).map(([code, { why, remedy }]) => [`\`${code}\``, why, remedy]),
      ),
    ],
    ['reasons', codesTable(invalidReasonWords)],
    ['warnings', codesTable(lineWarningWords)],
    [
      'outcomes',
      table(
        ['reason', 'answer', 'meaning'],
        outcomeCodeSchema.options.map((code) => [
          `\`${code}\``,
          `\`${answerClassOf(code)}\``,
          outcomeWords[code],
        ]),
      ),
    ],
  ];
}

function lineSchema(source: ListSource): object {
  const columns = listColumns[source];
  const alternatives = columns.flatMap(({ name, need }) =>
    // Each pair once.
    typeof need === 'object' && name < need.or
      ? [{ anyOf: [{ required: [name] }, { required: [need.or] }] }]
      : [],
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `A line of a list in JSON Lines: ${SENDERS[source]}`,
    type: 'object',
    properties: Object.fromEntries(columns.map((column) => [column.name, propertyOf(column)])),
    required: columns.filter(({ need }) => need === 'required').map(({ name }) => name),
    allOf: alternatives,
    additionalProperties: false,
  };
}

function propertyOf({ name, need, description, example }: ListColumn): object {
  const optional = name === 'wants_achamil' ? ['string', 'boolean', 'null'] : ['string', 'null'];
  const type = need === 'required' ? { type: 'string', minLength: 1 } : { type: optional };
  return { ...type, description, examples: [example] };
}

function columnsTable(source: ListSource): string {
  const rows = listColumns[source].map(({ name, need, aliases, description, example }) => [
    `\`${name}\``,
    typeof need === 'object' ? `or \`${need.or}\`` : need,
    description,
    `\`${example}\``,
    aliases.join(', '),
  ]);
  return [
    `### \`${source}\``,
    `${SENDERS[source]}.`,
    table(['column', '', 'a cell holds', 'example', 'other headers that are understood'], rows),
  ].join('\n\n');
}

function categoriesTable(): string {
  const rows = Object.entries(listedCategories).flatMap(([source, categories]) =>
    categories.map(({ code, aliases }) => [`\`${source}\``, `\`${code}\``, aliases.join(', ')]),
  );
  return table(['source', 'code', 'also understood'], rows);
}

const codesTable = (words: Readonly<Record<string, string>>): string =>
  table(
    ['code', 'meaning'],
    Object.entries(words).map(([code, meaning]) => [`\`${code}\``, meaning]),
  );

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
