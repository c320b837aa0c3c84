import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { S3ReadingStore } from '../../contexts/reading/aws/reading-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { RegistryFactsReader } from '../../contexts/reading/aws/registry-facts-reader.ts';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import type { RandomScan } from '../../local/samples/random/random-scan.ts';
import { barcodePicture } from '../support/barcode-picture.ts';
import { connectToTestCloud, submit } from '../support/flow/cloud.ts';
import { prepareClaims } from '../support/flow/people.ts';
import { settled } from '../support/flow/wait.ts';

describe('what speaks beside the OCR', () => {
  let client: MilafClient;
  let scan: RandomScan;
  const output = (name: string): string => client.outputs.get(name) ?? '';

  beforeAll(async () => {
    client = await connectToTestCloud();
    scan = (await prepareClaims(client, 210_000, 1))[0]!;
  });

  it('is heard: a file with a barcode sticker becomes a paid claim, and the barcode is kept beside the answer', async () => {
    const { inpe } = scan.provider;
    const bytes = await withSticker(scan.sample.bytes, inpe);

    const fileId = await submit(client, { ...scan.sample, bytes }, { channel: 'agency-rabat-01' });
    const [outcome] = (await settled(client, fileId)).claims;

    expect(outcome?.claim).toMatchObject({ state: 'APPROVED', paidCentimes: scan.expected.paidCentimes });
    const kept = await new S3ReadingStore(createS3Client(), output('ReadingsBucketName')).loadBarcodes(
      fileId,
    );
    expect(kept).toMatchObject([{ page: 1, symbology: 'CODE_39', text: inpe }]);
    expect(kept![0]!.box.left).toBeCloseTo(0.1, 1);
    expect(kept![0]!.box.top).toBeCloseTo(0.03, 1);
  });

  it('is asked: the registry names person, family and provider by number, and a person by the CIN alone', async () => {
    const registry = new RegistryFactsReader(createDocumentClient(), output('RegistryTableName'));
    const person = scan.records.find((record) => record.type === 'person')!;
    const dependants = scan.records.filter((record) => record.type === 'dependant');
    const nobody = { registrationNumbers: [], cins: [], inpes: [], rowInpes: [], medicineCodes: [] };

    const byNumber = await registry.ask(
      {
        registrationNumbers: ['999999999', person.registrationNumber],
        cins: [person.cin ?? ''],
        inpes: [scan.provider.inpe, '999999998'],
        rowInpes: [],
        medicineCodes: [],
      },
      3,
    );
    expect(byNumber.families).toMatchObject([{ person: { registrationNumber: person.registrationNumber } }]);
    expect(byNumber.families[0]!.dependants).toHaveLength(dependants.length);
    expect(byNumber.providers).toMatchObject([{ inpe: scan.provider.inpe }]);

    const byCin = await registry.ask({ ...nobody, cins: [person.cin ?? ''] }, 3);
    expect(byCin.families).toEqual(byNumber.families);
    expect(await registry.ask(nobody, 3)).toEqual({ families: [], providers: [], medicines: [] });
  });
});

/** The scan drawn larger, as 60 dpi are too few for bars, with a label in its upper margin. */
async function withSticker(jpeg: Uint8Array, text: string): Promise<Buffer> {
  const picture = await barcodePicture('Code39', text, { heightPixels: 60 });
  return sharp(jpeg)
    .resize({ width: 1240 })
    .composite([{ input: picture, left: 60, top: 15 }])
    .jpeg({ quality: 90 })
    .toBuffer();
}
