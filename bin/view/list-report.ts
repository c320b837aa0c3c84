import pc from 'picocolors';
import { answerClassSchema, type AnswerClass } from '../../contexts/registration/records/list-lines.ts';
import type { ListReport } from '../../contexts/registration/records/list-report.ts';
import { table } from './print.ts';
import { lineCountText, quantity } from './quantity.ts';

const CLASS_TEXT: Readonly<Record<AnswerClass, string>> = {
  SUBJECT: 'subject',
  NOT_SUBJECT: 'not subject',
  INVALID: 'invalid',
  REFERRED: 'with a person',
};
const CLASS_COLOUR: Readonly<Record<AnswerClass, (text: string) => string>> = {
  SUBJECT: pc.green,
  NOT_SUBJECT: pc.yellow,
  INVALID: pc.red,
  REFERRED: pc.cyan,
};

/** What a list came to, for people: how many of what, and which lines to look at first. */
export function reportText(report: ListReport): string {
  const { lineCount, byCode, isDryRun } = report;
  const codes = table(
    ['Answer', 'Reason', 'Lines', '%', 'First lines'],
    inOrderOfAnswers(byCode).map(({ code, class: answerClass, count, firstLines }) => [
      CLASS_COLOUR[answerClass](CLASS_TEXT[answerClass]),
      code,
      quantity(count),
      percentOf(count, lineCount),
      linesOf(count, firstLines),
    ]),
    { wrapped: 'First lines', numbers: ['Lines', '%'] },
  );
  return [
    `${lineCountText(lineCount)} received, ${quantity(lineCount)} answered${isDryRun ? ' (dry run)' : ''}: ${classes(report)}`,
    codes,
    ...section(
      'Why lines are invalid',
      'Reason',
      report.invalidReasons.map(({ reason, ...rest }) => ({ name: reason, ...rest })),
    ),
    ...section(
      'Covered by another scheme',
      'Scheme',
      report.otherCovers.map(({ cover, ...rest }) => ({ name: cover, ...rest })),
    ),
    ...section(
      'Worth knowing; it decides nothing',
      'Warning',
      report.warnings.map(({ warning, ...rest }) => ({ name: warning, ...rest })),
    ),
    ...duplicates(report),
  ].join('\n');
}

/** Answers of a kind stand together, as in the line above them. */
function inOrderOfAnswers(byCode: ListReport['byCode']): ListReport['byCode'] {
  const { options } = answerClassSchema;
  return byCode.toSorted((one, other) => options.indexOf(one.class) - options.indexOf(other.class));
}

function classes({ byClass }: ListReport): string {
  return answerClassSchema.options
    .flatMap((answerClass) => {
      const count = byClass[answerClass];
      return count === undefined ? [] : [`${quantity(count)} ${CLASS_TEXT[answerClass]}`];
    })
    .join(', ');
}

interface Row {
  readonly name: string;
  readonly count: number;
  readonly firstLines: readonly number[];
}

function section(title: string, column: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const drawn = table(
    [column, 'Lines', 'First lines'],
    rows.map(({ name, count, firstLines }) => [name, quantity(count), linesOf(count, firstLines)]),
    { wrapped: 'First lines', numbers: ['Lines'] },
  );
  return ['', pc.bold(title), drawn];
}

function duplicates({ duplicates: found }: ListReport): string[] {
  if (found.length === 0) return [];
  const drawn = table(
    ['Line', 'Reason', 'With'],
    found.map(({ line, code, ofLine, ofRegisteredPerson }) => [
      String(line),
      code,
      withWhom(ofLine, ofRegisteredPerson),
    ]),
    { numbers: ['Line'] },
  );
  return [
    '',
    pc.bold('Who appears twice, perhaps twice, or with the CIN of another (the first of them)'),
    drawn,
  ];
}

function withWhom(ofLine: number | null, ofRegisteredPerson: string | null): string {
  if (ofLine !== null) return `line ${ofLine}`;
  // Whose CIN it is, is not for the sender, who reads the same outcome.
  return ofRegisteredPerson === null
    ? 'someone who is registered'
    : `registration number ${ofRegisteredPerson}`;
}

function linesOf(count: number, firstLines: readonly number[]): string {
  const more = count > firstLines.length ? ', …' : '';
  return firstLines.join(', ') + more;
}

const percentOf = (count: number, of: number): string => (of === 0 ? '' : ((100 * count) / of).toFixed(1));
