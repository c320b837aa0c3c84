import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRepository } from '../../../../local/cloud/folders.ts';
import { planFunction, STACK_NAMES, type StackName } from '../../../../local/new/plan-function.ts';

const NAME = 'try-generator';
/** What no function and no stack imports. */
const APART = new Set([
  '.git',
  '.milaf',
  '.stryker',
  'cdk.out',
  'coverage',
  'docs',
  'local',
  'node_modules',
  'test',
  'web',
]);
const read = (file: string): string | undefined =>
  existsSync(inRepository(file)) ? readFileSync(inRepository(file), 'utf8') : undefined;
const planned = (stack: StackName, name = NAME) =>
  new Map(planFunction(name, stack, read).map(({ path: file, content }) => [file, content]));

describe('a new function', () => {
  it.each([
    'Archive-Receipts',
    'archive_receipts',
    'archive',
    'archive-',
    '-archive',
    '1-archive',
    'archive--receipts',
    'archive receipts',
    '../archive-receipts',
    'archivér-receipts',
    '',
    `archive-${'receipts-'.repeat(5)}now`,
  ])('is not made under the name “%s”, and the message says how names are written', (name) => {
    expect(() => planFunction(name, 'pipeline', read)).toThrow("cannot be a function's name");
  });

  it.each([
    ['adjudicate-claim', 'pipeline', 'lambdas/adjudicate-claim/index.ts'],
    ['list-watch', 'registration', 'lib/registration/list-watch.ts'],
    ['textract-throttled', 'pipeline', 'docs/runbooks/textract-throttled.md'],
  ] as const)('takes the place of nothing that is there: %s in %s', (name, stack, file) => {
    expect(() => planFunction(name, stack, read)).toThrow(`${file} is there already`);
  });

  it.each(['pipeline-stack', 'queue-consumer', 'data-stack', 'cfn-output'])(
    'does not take the name of something else that its stack uses: %s',
    (name) => {
      expect(() => planFunction(name, 'pipeline', read)).toThrow(/pipeline-stack\.ts has a .* already/);
    },
  );

  it('stands behind the one that was made before it', () => {
    const first = new Map(planned('registration', 'try-first'));
    const both = planFunction('try-second', 'registration', (file) => first.get(file) ?? read(file));
    const stack = both.find(({ path: file }) => file === 'lib/stacks/registration-stack.ts')?.content;
    expect(stack).toContain('tryFirst.tryFirst,\n      trySecond.trySecond,\n    ];');
  });

  it('says what to do by hand where a place is not as it was, and is made at no wrong place', () => {
    const changed = (file: string) =>
      file === 'lib/stacks/pipeline-stack.ts'
        ? read(file)?.replace('this.steps = [', 'this.stages = [')
        : read(file);

    expect(() => planFunction(NAME, 'pipeline', changed)).toThrow(
      'lib/stacks/pipeline-stack.ts cannot be extended: ',
    );
  });

  it.each(STACK_NAMES)('is named wherever steps of %s are', (stack) => {
    const files = planned(stack);

    expect(files.get(`lib/stacks/${stack}-stack.ts`)).toContain('tryGenerator.tryGenerator,\n    ];');
    expect(files.get('docs/README.md')).toContain(`[${NAME}](../lambdas/${NAME}/README.md)`);
    expect(files.get('docs/architecture.md')).toMatch(new RegExp(`^\\| \\[${NAME}\\]`, 'm'));
    expect([...files.values()].filter((content) => /\{\{\w+\}\}/.test(content))).toEqual([]);
  });
});

describe('a repository with a new function in each stack', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'milaf-new-'));
    for (const part of readdirSync(inRepository('.')).filter((name) => !APART.has(name)))
      cpSync(inRepository(part), path.join(folder, part), { recursive: true });
    symlinkSync(inRepository('node_modules'), path.join(folder, 'node_modules'));
    for (const stack of STACK_NAMES) {
      for (const [file, content] of planned(stack, `try-${stack}`)) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), content);
      }
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('compiles, with the environment that each function asks for', async () => {
    const config = {
      extends: './tsconfig.json',
      include: [
        'lib',
        ...STACK_NAMES.flatMap((stack) => [`lambdas/try-${stack}`, `test/unit/lambdas/try-${stack}`]),
      ],
    };
    writeFileSync(path.join(folder, 'tsconfig.new.json'), JSON.stringify(config));

    const { all } = await execa('node_modules/.bin/tsc', ['--noEmit', '-p', 'tsconfig.new.json'], {
      cwd: folder,
      all: true,
      reject: false,
    });

    expect(all).toBe('');
  });
});
