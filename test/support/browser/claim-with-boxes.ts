import { act } from '../../../local/samples/scenarios/care-form-fields.ts';
import { daysBefore } from '../../../local/samples/scenarios/calendar.ts';
import { householdRecords, type Household } from '../../../local/samples/scenarios/household.ts';
import { PROVIDERS } from '../../../local/samples/scenarios/providers.ts';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import type {
  CareForm,
  CareFormMedicine,
  FieldSource,
  ReadField,
} from '../../../contexts/reading/domain/care-form.ts';
import { S3ReadingStore } from '../../../contexts/reading/aws/reading-store.ts';
import type { Provider } from '../../../contexts/registry/records/registry-records.ts';
import { createS3Client } from '../../../contexts/shared/aws/clients.ts';
import { load, TODAY } from '../flow/cloud.ts';
import { isReferred, sendForm } from './send-form.ts';

const PHARMACY: Provider = {
  type: 'provider',
  inpe: '162048811',
  name: 'Pharmacie AL AMAL',
  specialty: 'Pharmacie',
  sector: 'PRIVATE',
  place: 'Tanger',
  from: '2015-01-01',
};
/** A number that no professional has. */
const UNKNOWN_INPE = '161027000';

/** Of the invented medicines; the code of the last one is not read right. */
export const BOXES = {
  paid: { name: 'FLUVOSARTAN 160 MG', code: '6119900209612', boxes: 2, priceCentimes: 185_40 },
  notReimbursed: { name: 'CARVASTATYL 40 MG', code: '6119900080839', boxes: 1, priceCentimes: 156_10 },
  withoutCode: { name: 'FLUVOPRAZ 20 MG', code: '6119900201395', boxes: 1, priceCentimes: 172_40 },
} as const;

/**
 * Sends in a form with acts of two doctors, and puts what a pharmacy sold beside them: somebody looked at all of it but the code
 * of the last box, which is for the reviewer to find.
 * @returns id of the claim, which waits for a reviewer
 */
export async function sendClaimWithBoxes(client: MilafClient, household: Household): Promise<string> {
  const provider = PROVIDERS.gynaecologist;
  await load(client, [...householdRecords(household, TODAY), PHARMACY]);
  const acts = [act(TODAY, 9, 'CS', 1, 300_00), act(TODAY, 8, 'CS', 1, 250_00)];
  const form = { household, provider, acts, signedOn: daysBefore(TODAY, 8) };
  const claimId = `${await sendForm(client, form, { readInpe: UNKNOWN_INPE })}-1`;
  await isReferred(client, claimId);
  const readings = new S3ReadingStore(createS3Client(), client.outputs.get('ReadingsBucketName') ?? '');
  const stored = await readings.loadForm(claimId);
  await readings.saveForm(claimId, { ...stored, form: withBoxes(stored.form) });
  return claimId;
}

function withBoxes(form: CareForm): CareForm {
  const source = form.acts[1]?.source ?? { page: 1, box: { left: 0.1, top: 0.6, width: 0.8, height: 0.03 } };
  const sold = Object.values(BOXES).reduce((sum, { boxes, priceCentimes }) => sum + boxes * priceCentimes, 0);
  const [first, second] = form.acts;
  if (first === undefined || second === undefined) throw new Error('The form was read without its acts');
  return {
    ...form,
    inpe: seen(PROVIDERS.gynaecologist.inpe, source),
    acts: [first, { ...second, inpe: seen(PROVIDERS.cardiologist.inpe, source) }],
    totalCentimes: seen(550_00 + sold, source),
    dispensing: {
      pharmacyInpe: seen(PHARMACY.inpe, source),
      dispensedOn: seen(daysBefore(TODAY, 8), source),
      totalCentimes: seen(sold, source),
      medicines: Object.values(BOXES).map(({ name, code, boxes, priceCentimes }): CareFormMedicine => ({
        code: code === BOXES.withoutCode.code ? misread(code, source) : seen(code, source),
        name: seen(name, source),
        quantity: seen(boxes, source),
        unitPriceCentimes: seen(priceCentimes, source),
        billedCentimes: undefined,
        source,
      })),
    },
  };
}

/** One digit was not read. */
function misread(code: string, source: FieldSource): ReadField<string> {
  const value = code.slice(0, -1);
  return { value, text: value, confidencePercent: 41, source, doubts: ['WRONG_LENGTH'] };
}

/** A value that a person has read on the scan. */
function seen<Value extends string | number>(value: Value, source: FieldSource): ReadField<Value> {
  const text = String(value);
  return { value, text, confidencePercent: 100, source, doubts: [], attestedBy: ['reviewer-of-before'] };
}
