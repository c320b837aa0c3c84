import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { careFormFields, type FormInput } from '../../../local/samples/scenarios/care-form-fields.ts';
import { scanOf } from '../../../local/samples/scenarios/scans.ts';
import { renderScan, type PageSpec } from '../../../local/samples/render-scan.ts';
import { submit } from '../flow/cloud.ts';
import { until } from '../flow/wait.ts';
import { misread } from '../misread.ts';

const FEW_LINES = 4;

/** Small and clean: quick to draw, and the OCR service gives out what is on it. */
const pageOf = (form: FormInput): PageSpec => {
  const fields = careFormFields({ ...form, dossier: form.household.registrationNumber.slice(-7) });
  return {
    content: { kind: 'care-form', layout: 'classic', look: 'serif', fields },
    degradation: { dpi: 100 },
  };
};

interface Misreading {
  /** What the OCR takes the doctor's number for. */
  readonly readInpe?: string;
  /** The form of someone else on a second page, of which the OCR reads a few words. */
  readonly unread?: FormInput;
}

/**
 * Sends in a form at an agency; where the OCR misreads something, a person has to look at it.
 * @returns id of the file
 */
export async function sendForm(
  client: MilafClient,
  form: FormInput,
  { readInpe, unread }: Misreading = {},
): Promise<string> {
  const pages = [pageOf(form), ...(unread === undefined ? [] : [pageOf(unread)])];
  const name = `form-${form.household.registrationNumber}`;
  const whole = await renderScan(scanOf(name, pages, unread === undefined ? 'jpeg' : 'pdf'));
  const scan = {
    ...whole,
    recognisedPages: whole.recognisedPages.map((page, index) =>
      index === 0 ? page : { ...page, lines: page.lines.slice(-FEW_LINES) },
    ),
  };
  const sample = readInpe === undefined ? scan : misread(scan, form.provider.inpe, readInpe, 62);
  return submit(client, sample, { channel: 'agency-rabat-01' });
}

export async function isReferred(client: MilafClient, claimId: string): Promise<void> {
  await until(`claim ${claimId} waits for a person`, async () =>
    (await client.claims.find(claimId))?.state === 'REFERRED' ? true : undefined,
  );
}
