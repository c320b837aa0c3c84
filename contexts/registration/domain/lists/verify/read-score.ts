import { asciiDigits, normaliseRegistrationNumber } from '#shared';
import type { ListedScore } from '../../../records/list-lines.ts';
import type { CellOf } from '../format/list-format.ts';
import type { RsuColumn } from '../format/rsu-columns.ts';
import type { Findings } from './findings.ts';
import { parseListedDate } from './listed-date.ts';
import { answerOf } from './listed-words.ts';
import { readCin } from './person-cells.ts';

const SCORE = /^\d{1,3}(?:\.\d{1,7})?$/;

/** Reads a change of a score. @returns undefined where the findings say why not */
export function readScore(cell: CellOf<RsuColumn>, findings: Findings): ListedScore | undefined {
  const identity = readIdentity(cell('cin'), cell('registration_number'), findings);
  const score = findings.required(scoreOf(cell('score')), 'SCORE_INVALID');
  const from = findings.required(parseListedDate(cell('score_from')), 'SCORE_DATE_INVALID');
  // Nobody is put into a scheme that costs money without a clear yes.
  const wantsAchamil = answerOf(cell('wants_achamil')) === 'yes';
  if (identity === undefined || score === undefined || from === undefined) return undefined;
  return { kind: 'score', ...identity, score, from, wantsAchamil };
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
