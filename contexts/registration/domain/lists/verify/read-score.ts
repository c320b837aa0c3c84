import { asciiDigits, isPlainText, normaliseRegistrationNumber } from '#shared';
import type { ListedScore } from '../../../records/list-lines.ts';
import type { CellOf } from '../format/list-format.ts';
import type { RsuColumn } from '../format/rsu-columns.ts';
import type { Findings } from './findings.ts';
import { parseListedDate } from './listed-date.ts';
import { answerOf } from './listed-words.ts';
import { readBirthDate, readCin, readName, readPhone, readSex } from './person-cells.ts';

const SCORE = /^\d{1,3}(?:\.\d{1,7})?$/;

/** Reads a change of a score. @returns undefined where the findings say why not */
export function readScore(
  cell: CellOf<RsuColumn>,
  { asOf, findings }: { readonly asOf: string; readonly findings: Findings },
): ListedScore | undefined {
  const identity = readIdentity(cell('cin'), cell('registration_number'), findings);
  const score = findings.required(scoreOf(cell('score')), 'SCORE_INVALID');
  const from = findings.required(parseListedDate(cell('score_from')), 'SCORE_DATE_INVALID');
  // Nobody is put into a scheme that costs money without a clear yes.
  const wantsAchamil = answerOf(cell('wants_achamil')) === 'yes';
  const person = readPerson(cell, asOf, findings);
  if (identity === undefined || score === undefined || from === undefined) return undefined;
  return { kind: 'score', ...identity, score, from, wantsAchamil, ...person };
}

type Applicant = Pick<ListedScore, 'name' | 'birthDate' | 'sex' | 'phone' | 'address' | 'household'>;

/** What is empty is not asked of somebody who is registered; what is there has to be right. */
function readPerson(cell: CellOf<RsuColumn>, asOf: string, findings: Findings): Applicant {
  const isNamed = ['family_name', 'given_name', 'family_name_ar', 'given_name_ar'] as const;
  const name = isNamed.some((column) => cell(column) !== '') ? readName(cell, findings) : undefined;
  const birthDate =
    cell('birth_date') === ''
      ? undefined
      : readBirthDate(cell('birth_date'), { parse: parseListedDate, asOf, findings });
  const sex = readSex(cell('sex'), findings);
  // A person who is known is told at the phone on file: nobody is warned for want of another.
  const phone =
    name === undefined || birthDate === undefined ? undefined : readPhone(cell('phone'), findings);
  const household = asciiDigits(cell('household'));
  const address = cell('address');
  return {
    ...(name !== undefined && { name }),
    ...(birthDate !== undefined && { birthDate }),
    ...(sex !== undefined && { sex }),
    ...(phone !== undefined && { phone }),
    ...(address !== '' && { address }),
    ...(household !== '' && isPlainText(household) && { household }),
  };
}

function readIdentity(
  cinCell: string,
  numberCell: string,
  findings: Findings,
): Pick<ListedScore, 'cin' | 'registrationNumber'> | undefined {
  if (cinCell === '' && numberCell === '') {
    findings.invalid('CIN_MISSING');
    return undefined;
  }
  return {
    cin: cinCell === '' ? undefined : findings.required(readCin(cinCell, findings), 'CIN_INVALID'),
    registrationNumber:
      numberCell === ''
        ? undefined
        : findings.required(
            normaliseRegistrationNumber(asciiDigits(numberCell)),
            'REGISTRATION_NUMBER_INVALID',
          ),
  };
}

/** Decimal text as it was written, with a point; never a float. */
function scoreOf(cell: string): string | undefined {
  const text = asciiDigits(cell).replace(/[,٫]/, '.');
  return SCORE.test(text) ? text : undefined;
}
