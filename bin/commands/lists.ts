import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import * as z from 'zod';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { listSourceSchema } from '../../contexts/shared/identifiers/list-source.ts';
import { listReportSchema, type ListReport } from '../../contexts/registration/records/list-report.ts';
import { formatReceipt, parseReceipt } from '../../contexts/shared/identifiers/receipt-number.ts';
import type { AnswerVerdict } from '../../contexts/registration/domain/lists/answer/verify-answer.ts';
import { listObjects, type List } from '../../contexts/registration/domain/lists/list.ts';
import { progressOf } from '../../contexts/registration/domain/lists/progress/list-progress.ts';
import { monthInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { followList } from '../view/follow-list.ts';
import { reportText } from '../view/list-report.ts';
import { instantText, listHead, listsTable, refusalText } from '../view/list-text.ts';
import { demandNoFile } from '../view/demand-file.ts';
import { print } from '../view/print.ts';
import { lineCountText } from '../view/quantity.ts';
import { UserError } from '../view/user-error.ts';
import {
  answerFilesOf,
  checkAnswer,
  downloadAnswer,
  explainFault,
  opensslCommand,
  type AnswerFiles,
} from './answer-files.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';
import { prepareList } from './list-files.ts';

const submitOptionsSchema = z.object({
  source: listSourceSchema,
  dryRun: z.boolean().default(false),
  manifest: z.string().optional(),
  wait: z.boolean().default(false),
  timeoutSeconds: z.coerce.number().positive(),
});
const listOptionsSchema = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/, 'a month is written YYYY-MM'),
});
const answerOptionsSchema = z.object({ out: z.string() });
const verifyOptionsSchema = z.object({ key: z.string() });

export function addListCommands(program: Command): void {
  const lists = program
    .command('lists')
    .description('Lists of people to be registered, and the answers to them');
  addSubmit(lists);
  lists
    .command('list')
    .description('lists received in a month, newest first')
    .option('--month <month>', 'YYYY-MM', monthInMorocco(new Date()))
    .action(async (_options: unknown, command: Command) => {
      const options = listOptionsSchema.safeParse(command.opts());
      if (!options.success)
        throw new UserError('That is no month.', 'A month is written YYYY-MM, e.g. --month 2026-11.');
      const client = await connect(command);
      const found = await client.lists.listByMonth(options.data.month);
      print(globalOptions(command).json, found, () =>
        found.length === 0
          ? `No list was received in ${options.data.month}. Choose another with --month.`
          : listsTable(found, new Date()),
      );
    });
  lists
    .command('show')
    .description('where a list has got to, what it came to, or why it was refused')
    .argument('<id>', 'the list’s id, as submit gave it')
    .action(async (id: string, _options: unknown, command: Command) => {
      const client = await connect(command);
      await show(client, await demandList(client, id), globalOptions(command).json);
    });
  addAnswer(lists);
}

function addSubmit(lists: Command): void {
  lists
    .command('submit')
    .description('send a list, after its manifest')
    .argument('<file>', 'CSV or JSON Lines, plain or gzip (docs/lists.md)')
    .addOption(
      new Option('--source <name>', 'who sends it').choices(listSourceSchema.options).makeOptionMandatory(),
    )
    .option('--dry-run', 'validate without writing, and report')
    .option('--manifest <file>', 'how many lines it has; NAME.manifest.json beside it where it is not given')
    .option('--wait', 'wait until it is closed or refused, and show what it came to')
    .option('--timeout-seconds <n>', 'how long to wait', '3600')
    .action(async (file: string, _options: unknown, command: Command) => {
      const { source, dryRun, manifest, wait, timeoutSeconds } = parseOptions(
        submitOptionsSchema,
        command.opts(),
      );
      const { json } = globalOptions(command);
      const list = await prepareList({ file, source, isDryRun: dryRun, manifestFile: manifest });
      const client = await connect(command);
      const listId = await client.submitList(list);
      const sent = `${basename(file)} was sent: list ${formatReceipt(listId)}`;
      if (!wait) {
        print(json, { listId }, () => `${sent}\nSee: milaf lists show ${formatReceipt(listId)}`);
        return;
      }
      if (!json) console.log(sent);
      const followed = await followList(client.lists, listId, { timeoutSeconds, isLive: !json });
      if (followed !== undefined) await show(client, followed, json);
      if (followed === undefined || !progressOf(followed, new Date()).isSettled)
        throw new UserError(
          `The list was not closed within ${timeoutSeconds} seconds; it goes on.`,
          `Ask again with: milaf lists show ${formatReceipt(listId)}`,
          { code: 'unfinished' },
        );
    });
}

function addAnswer(lists: Command): void {
  lists
    .command('answer')
    .description('download the answer to a list and check its digest and signature')
    .argument('<id>', 'the list’s id, as submit gave it')
    .option('--out <folder>', 'where to', '.')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { out } = parseOptions(answerOptionsSchema, command.opts());
      demandNoFile(out);
      const client = await connect(command);
      const list = await demandList(client, id);
      demandAnswer(list);
      const files = await downloadAnswer(client, list, out);
      printVerdict(await checkAnswer(files), files, globalOptions(command).json);
    });
  lists
    .command('verify-answer')
    .description('check an answer that was received, without any connection')
    .argument('<file>', 'the .csv of the answer; .answer.json and .answer.json.sig beside it')
    .requiredOption('--key <file>', 'public key, PEM')
    .action(async (file: string, _options: unknown, command: Command) => {
      const files = answerFilesOf(file, parseOptions(verifyOptionsSchema, command.opts()).key);
      printVerdict(await checkAnswer(files), files, globalOptions(command).json);
    });
}

/** @throws UserError when there is no such list */
async function demandList(client: MilafClient, id: string): Promise<List> {
  const listId = parseReceipt(id);
  if (listId === undefined) {
    throw new UserError(
      `${id} is no id of a list: 16 characters are expected, as in 7Q2M-K8D1-0ABC-DEFG.`,
      'See: milaf lists list',
    );
  }
  const list = await client.lists.find(listId);
  if (list === undefined) {
    throw new UserError(
      `There is no list ${id} (yet).`,
      'Check the id and the stage; a list that was just sent takes some seconds.',
      { code: 'not-found' },
    );
  }
  return list;
}

/** @throws UserError with what there is instead */
function demandAnswer(list: List): void {
  const id = formatReceipt(list.listId);
  if (list.state === 'REFUSED')
    throw new UserError(
      `The list ${id} was refused, so it has no answer.`,
      refusalText(list) ?? 'Send it again.',
      { code: 'refused' },
    );
  if (list.isDryRun)
    throw new UserError(
      `The list ${id} was a dry run, which has no answer.`,
      `See its report: milaf lists show ${id}`,
      { code: 'refused' },
    );
  if (list.state !== 'CLOSED')
    throw new UserError(`The list ${id} is not closed yet.`, `See how far it is: milaf lists show ${id}`, {
      code: 'refused',
    });
}

async function show(client: MilafClient, list: List, json: boolean): Promise<void> {
  const now = new Date();
  const report = list.state === 'CLOSED' ? await readReport(client, list) : undefined;
  print(json, { list, progress: progressOf(list, now), refusal: refusalText(list), report }, () =>
    [listHead(list, now), ...(report === undefined ? [] : ['', reportText(report)]), ...nextStep(list)].join(
      '\n',
    ),
  );
  if (list.state === 'REFUSED') process.exitCode = 1;
}

async function readReport(
  { listObjects: objects }: MilafClient,
  list: List,
): Promise<ListReport | undefined> {
  const text = await objects.readText(listObjects.report(list.listId));
  // Removed some time after the list was closed; its counts stay on its record.
  return text === undefined ? undefined : listReportSchema.parse(JSON.parse(text));
}

function nextStep({ state, isDryRun, listId }: List): string[] {
  if (state !== 'CLOSED' || isDryRun) return [];
  return ['', `The answer for its sender: milaf lists answer ${formatReceipt(listId)} --out FOLDER`];
}

function printVerdict(verdict: AnswerVerdict, files: AnswerFiles, json: boolean): void {
  if (!verdict.isValid) process.exitCode = 1;
  print(json, { ...verdict, files }, () => {
    if (!verdict.isValid) return explainFault(verdict.because);
    const { answered, listFileName, asOf, madeAt, answerSha256 } = verdict.answer;
    return [
      `The answer is valid: the digest and the signature are right.`,
      `  ${files.csv}: ${lineCountText(answered)} for ${listFileName} (records as of ${asOf}), made ${instantText(madeAt)}`,
      'Anyone can check it without Milaf, in two steps:',
      `  ${opensslCommand(files)}`,
      `  sha256sum ${files.csv}   # must be the answerSha256 of the .answer.json: ${answerSha256}`,
    ].join('\n');
  });
}
