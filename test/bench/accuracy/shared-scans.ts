import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import { inRepository } from '../../../local/cloud/folders.ts';
import { householdRecords, type Household } from '../../../local/samples/scenarios/household.ts';
import { truthFieldsSchema } from '../../support/field-accuracy.ts';
import { scanTruthSchema, truthDocument } from '../../support/scan-truth.ts';
import type { AccuracySample, TruthFields } from './accuracy-sample.ts';
import { truthWordsSchema } from './read-by-ocr.ts';

const FOLDER = inRepository('..', 'shared', 'data', 'scans');
const DAYS_UNTIL_DEPOSIT = 7;

/** Scans that this project did not make; none where they are not beside the repository. */
export function sharedScans(): readonly AccuracySample[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.basename(name, '.json'))
    .filter((id) => existsSync(path.join(FOLDER, `${id}.jpg`)))
    .toSorted()
    .map(sampleOf);
}

function sampleOf(id: string): AccuracySample {
  const json: unknown = JSON.parse(readFileSync(path.join(FOLDER, `${id}.json`), 'utf8'));
  const { fields: truth, words: truthWords } = z
    .object({ fields: truthFieldsSchema, words: truthWordsSchema })
    .parse(json);
  const signedOn = isoDate(truth.date_signature ?? '01/01/2025');
  const day = Temporal.PlainDate.from(signedOn).add({ days: DAYS_UNTIL_DEPOSIT }).toString();
  return {
    id,
    set: 'shared scans',
    mediaType: 'image/jpeg',
    file: path.join(FOLDER, `${id}.jpg`),
    bytes: readFileSync(path.join(FOLDER, `${id}.jpg`)),
    truth,
    truthWords: [truthWords],
    perfectDocument: truthDocument(scanTruthSchema.parse(json), false),
    records: recordsOf(truth, day),
    day,
  };
}

/** The people on the form as the registry would know them if all of it is true: insured, covered, paid up. */
function recordsOf(truth: TruthFields, day: string): readonly RegistryRecord[] {
  const patient = nameOf(truth.patient ?? '');
  const city = truth.ville ?? '';
  const link = truth.beneficiaire === 'conjoint' ? 'spouse' : 'child';
  const household: Household = {
    registrationNumber: truth.immatriculation ?? '',
    cin: truth.cin ?? '',
    ...nameOf(truth.nom_prenom ?? ''),
    birthDate: isoDate(truth.date_naissance ?? ''),
    sex: 'M',
    address: truth.adresse ?? '',
    city,
    language: 'fr',
    scheme: 'AMO_SALARIE',
    account: (truth.rib ?? '').slice(0, 22),
    ...(truth.beneficiaire === 'assure'
      ? {}
      : {
          relatives: [
            {
              dependantId: '1',
              link,
              ...patient,
              birthDate: isoDate(truth.patient_naissance ?? ''),
              sex: truth.sexe === 'F' ? 'F' : 'M',
            },
          ],
        }),
  };
  return [
    ...householdRecords(household, day),
    {
      type: 'provider',
      inpe: truth.inpe ?? '',
      name: truth.medecin ?? '',
      specialty: truth.specialite ?? '',
      sector: 'PRIVATE',
      place: city,
      from: '2010-01-01',
    },
  ];
}

/** Family names are written in capitals on the forms, given names are not. */
function nameOf(printed: string): { readonly family: string; readonly given: string } {
  const words = printed.split(' ');
  const isFamily = (word: string): boolean => word === word.toUpperCase();
  return {
    family: words.filter(isFamily).join(' '),
    given: words.filter((word) => !isFamily(word)).join(' '),
  };
}

function isoDate(printed: string): string {
  return printed.split('/').reverse().join('-');
}
