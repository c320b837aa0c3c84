import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../../bin/view/user-error.ts';
import { insertAfter, insertBefore } from './insert.ts';

/** The stacks that a step can belong to, and where each names its steps. */
const STACKS = {
  pipeline: {
    folder: 'lib/pipeline',
    stack: 'lib/stacks/pipeline-stack.ts',
    kept: './kept.ts',
    table: 'claims',
    lastStep: 'reconcile-intake',
  },
  registration: {
    folder: 'lib/registration',
    stack: 'lib/stacks/registration-stack.ts',
    kept: '../pipeline/kept.ts',
    table: 'registry',
    lastStep: 'watch-lists',
  },
} as const;

export type StackName = keyof typeof STACKS;
export const STACK_NAMES = ['pipeline', 'registration'] as const satisfies readonly StackName[];

/** `verb-thing`, in small letters. */
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
/** The longest name made of it is `milaf-production-NAME-dead-letters`: SQS takes 80 characters, Lambda 64 of the function's. */
const MAX_NAME_LENGTH = 40;

export interface PlannedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly content: string;
}

/** Reads a file of the repository; undefined where there is none. */
export type ReadFile = (path: string) => string | undefined;

/**
 * The files of a new step behind a queue, and the files that name the steps with it among them.
 * @throws UserError when the name cannot be used, or a place where steps are named is not as it was
 */
export function planFunction(name: string, stackName: StackName, read: ReadFile): readonly PlannedFile[] {
  if (!NAME.test(name) || name.length > MAX_NAME_LENGTH) {
    throw new UserError(
      `"${name}" cannot be a function's name.`,
      `Write what it does in two or more words of small letters with "-" between them, at most ${MAX_NAME_LENGTH} characters, for example archive-receipts.`,
    );
  }
  const { folder, stack, kept, table, lastStep } = STACKS[stackName];
  const words = { name, ...casesOf(name), kept, table, TABLE: `${table.toUpperCase()}_TABLE` };
  const made = (
    [
      [`lambdas/${name}/index.ts`, 'index.ts'],
      [`lambdas/${name}/handler.ts`, 'handler.ts'],
      [`lambdas/${name}/env.ts`, 'env.ts'],
      [`lambdas/${name}/README.md`, 'README.md'],
      [`test/unit/lambdas/${name}/handler.test.ts`, 'handler.test.ts'],
      [`docs/runbooks/${name}.md`, 'runbook.md'],
      [`${folder}/${name}.ts`, 'construct.ts'],
    ] as const
  ).map(([file, template]) => ({ path: file, content: fillIn(template, words) }));
  const taken = made.find((file) => read(file.path) !== undefined);
  if (taken !== undefined) {
    throw new UserError(
      `"${name}" cannot be made: ${taken.path} is there already.`,
      'Take another name, or remove what is left of it.',
      { code: 'refused' },
    );
  }
  const { Name, camel } = words;
  if (new RegExp(`\\b(${Name}|${camel})\\b`).test(read(stack) ?? '')) {
    throw new UserError(
      `"${name}" cannot be made: ${stack} has a ${Name} or ${camel} already, which is something else.`,
      'Take another name.',
      { code: 'refused' },
    );
  }
  const page = `lambdas/${name}/README.md`;
  const changed: readonly PlannedFile[] = [
    edit(stack, read, (text) =>
      [
        insertBefore(
          'import type { Stage }',
          `import { ${Name} } from '../${folder.slice('lib/'.length)}/${name}.ts';\n`,
        ),
        insertBefore('    this.steps = [', `    const ${camel} = new ${Name}(this, '${Name}', kept);\n`),
        insertBefore('    ];', `      ${camel}.${camel},\n`),
      ].reduce((soFar, insert) => insert(soFar), text),
    ),
    edit(
      'docs/README.md',
      read,
      insertAfter(`[${lastStep}](../lambdas/${lastStep}/README.md)`, `, [${name}](../${page})`),
    ),
    edit('docs/architecture.md', read, (text) => {
      const row = rowOf(text, lastStep);
      const cells = row.split('|').length - 2;
      const blank = ['nothing yet', ...Array.from({ length: cells - 2 }, () => '')];
      return insertAfter(`${row}\n`, `| [${name}](../${page}) | ${blank.join(' | ')} |\n`)(text);
    }),
  ];
  return [...made, ...changed];
}

/** `archive-receipts` as `ArchiveReceipts` and `archiveReceipts`. */
function casesOf(name: string): { readonly Name: string; readonly camel: string } {
  const camel = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return { Name: camel.charAt(0).toUpperCase() + camel.slice(1), camel };
}

function fillIn(template: string, words: Readonly<Record<string, string>>): string {
  const text = readFileSync(path.join(import.meta.dirname, 'templates', `${template}.txt`), 'utf8');
  return text.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, word: string) => words[word] ?? placeholder);
}

function edit(file: string, read: ReadFile, change: (text: string) => string): PlannedFile {
  const text = read(file);
  if (text === undefined)
    throw new UserError(`${file} is not there: steps are named in it.`, 'Run this from the repository.', {
      code: 'not-found',
    });
  try {
    return { path: file, content: change(text) };
  } catch (error) {
    throw new UserError(
      `${file} cannot be extended: ${error instanceof Error ? error.message : String(error)}`,
      'Add the step by hand, as the others stand there.',
      { code: 'refused' },
    );
  }
}

/** The row of a step in the table of the architecture. */
function rowOf(text: string, step: string): string {
  const row = text.split('\n').find((line) => line.startsWith(`| [${step}](`));
  if (row === undefined) throw new Error(`There is no row of ${step}.`);
  return row;
}
