import * as z from 'zod';
import { storedFormSchema } from '../../../contexts/reading/records/stored-form.ts';
import {
  storedBarcodesSchema,
  storedLooksSchema,
} from '../../../contexts/reading/records/stored-witnesses.ts';
import { textractAnswersSchema, toOcrDocument } from '../../../contexts/reading/records/textract-blocks.ts';
import { linesToConfirm } from '../../../contexts/adjudication/domain/confirmed-values.ts';
import {
  draftReading,
  looksWanted,
  registryKeysOf,
  settleReading,
} from '../../../contexts/reading/domain/read-file.ts';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';
import type { Witnesses } from '../../../contexts/reading/domain/witnesses.ts';
import { jsonOf } from '../json-input.ts';
import { jsonMutators } from '../mutators/json.ts';
import { answerSeeds, readingSeeds } from '../seeds/answer-seeds.ts';
import { accepted, refused, type Target, type Verdict } from '../target.ts';

const WORDS = [
  ...['PAGE', 'LINE', 'WORD', 'SELECTION_ELEMENT', 'CHILD', 'SELECTED', 'FAILED', 'PARTIAL_SUCCESS', 'TABLE'],
  ...[
    'Immatriculation',
    'N° CIN',
    'Nom et prénom',
    'Total',
    'Montant facturé',
    'Date des actes',
    'INPE',
    'RIB',
  ],
  ...[
    '112233445',
    'AB123456',
    '07/05/1981',
    '31/02/2025',
    '1 602,00',
    '1.602,00',
    '250,00DH',
    'K16',
    'CS',
    'B 120',
  ],
  ...['الاسم', 'محمد', '٠٣/٠٢/٢٠٢٥', 'X', '.', ':', '0', '', ' ', '\0', '\ud800', '\u200f', 'é'.repeat(200)],
  ...[
    '1'.repeat(300),
    '0,0,0,0',
    '1/1/1',
    '--',
    '007780000123456789012396',
    'Dr MANSOURI Adil',
    'Cardiologie',
  ],
] as const;

const rules = currentRuleBook();
const toConfirm = linesToConfirm(rules, 'textract', '2025-02-10');

function readAnswers(bytes: Uint8Array): Verdict {
  const answers = textractAnswersSchema.safeParse(jsonOf(bytes));
  if (!answers.success) return refused('no answers');
  toOcrDocument(answers.data);
  return accepted;
}

const caseSchema = z.object({
  answers: textractAnswersSchema,
  barcodes: storedBarcodesSchema,
  secondLooks: storedLooksSchema,
});

/** Someone whom the forms name, so that what the registry says is heard as well. */
const registry: Witnesses['registry'] = {
  families: [
    {
      person: {
        ...{ type: 'person', registrationNumber: '112233445', cin: 'AB123456', birthDate: '1981-05-07' },
        ...{ name: { family: 'SEFRIOUI', given: 'Nadia' }, language: 'fr', smsOptOut: false },
      },
      dependants: [],
    },
  ],
  medicines: [],
  providers: [
    {
      ...{ type: 'provider', inpe: '060708091', name: 'MANSOURI Adil', specialty: 'Cardiologie' },
      ...{ sector: 'PRIVATE', place: 'Settat', from: '2010-01-01' },
    },
  ],
};

/** Reads the forms of a file as read-forms does, and keeps them as it does. */
function readForms(bytes: Uint8Array): Verdict {
  const found = caseSchema.safeParse(jsonOf(bytes));
  if (!found.success) return refused('no answers');
  const { answers, barcodes, secondLooks } = found.data;
  const draft = draftReading(toOcrDocument(answers));
  registryKeysOf(draft, barcodes);
  const witnesses: Witnesses = { registry, barcodes, secondLooks };
  looksWanted(draft, witnesses, toConfirm);
  const { forms, pageRoles } = settleReading(draft, witnesses);
  for (const form of forms)
    storedFormSchema.parse(JSON.parse(JSON.stringify({ form, pageRoles, ocrEngine: 'textract' })));
  return forms.length > 0 ? accepted : refused('no form');
}

export const readingTargets: readonly Target[] = [
  {
    name: 'ocr-answers',
    share: 25,
    prepare: () =>
      Promise.resolve({
        seeds: answerSeeds(),
        words: WORDS,
        mutators: jsonMutators(WORDS),
        parse: readAnswers,
      }),
  },
  {
    name: 'care-forms',
    share: 12,
    prepare: () =>
      Promise.resolve({
        seeds: readingSeeds(),
        words: WORDS,
        mutators: jsonMutators(WORDS),
        parse: readForms,
      }),
  },
];
