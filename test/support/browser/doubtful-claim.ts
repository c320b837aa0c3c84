import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { daysBefore } from '../../../local/samples/scenarios/calendar.ts';
import { act, careFormFields } from '../../../local/samples/scenarios/care-form-fields.ts';
import type { Household } from '../../../local/samples/scenarios/household.ts';
import { PROVIDERS } from '../../../local/samples/scenarios/providers.ts';
import { formPage, scanOf } from '../../../local/samples/scenarios/scans.ts';
import { renderScan } from '../../../local/samples/render-scan.ts';
import { submit, TODAY } from '../flow/cloud.ts';
import { until } from '../flow/wait.ts';
import { misread } from '../misread.ts';

export interface DoubtfulClaim {
  readonly claimId: string;
  readonly fileId: string;
  /** The number as the OCR took it: nobody has it. */
  readonly misreadNumber: string;
}

/** Sends a consultation of 250 DH whose registration number the OCR misreads, and waits until it is in the queue of reviewers. */
export async function sendDoubtfulClaim(client: MilafClient, household: Household): Promise<DoubtfulClaim> {
  const { registrationNumber } = household;
  const misreadNumber = `${registrationNumber.slice(0, -1)}${registrationNumber.endsWith('3') ? '8' : '3'}`;
  const fields = careFormFields({
    household,
    provider: PROVIDERS.cardiologist,
    acts: [act(TODAY, 9, 'CS', 1, 250_00)],
    signedOn: daysBefore(TODAY, 9),
    // A file of its own each time, also on a cloud that was used before.
    dossier: Date.now().toString().slice(-7),
  });
  const scan = await renderScan(scanOf('doubtful', [formPage(fields, 'classic', 'serif', 'office')]));
  const fileId = await submit(client, misread(scan, registrationNumber, misreadNumber, 62), {
    channel: 'agency-rabat-01',
  });
  const claimId = `${fileId}-1`;
  await until('the claim waits for a person', async () =>
    (await client.claims.find(claimId))?.state === 'REFERRED' ? true : undefined,
  );
  return { claimId, fileId, misreadNumber };
}
