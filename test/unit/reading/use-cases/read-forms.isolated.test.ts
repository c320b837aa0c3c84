import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readForms } from '../../../../contexts/reading/use-cases/read-forms.ts';
import type { CareForm, FileReading } from '../../../../contexts/reading/domain/care-form.ts';
import {
  draftReading,
  inpesToAsk,
  looksWanted,
  registryKeysOf,
  settleReading,
} from '../../../../contexts/reading/domain/read-file.ts';
import type { LookWanted, Witnesses } from '../../../../contexts/reading/domain/witnesses.ts';
import { ThrottledError, UnreadableFileError } from '../../../../contexts/reading/ports/ocr-service.ts';
import { readMessage, ReadingWorld } from '../../../support/reading-world.ts';

// What is read is told elsewhere; here, who is heard and what happens when.
vi.mock('../../../../contexts/reading/domain/read-file.ts');

const form = { pages: [1] } as unknown as CareForm;
const reading: FileReading = { forms: [form], pageRoles: ['care-form', 'other'], pageTurns: [1, 0] };
const look: LookWanted = {
  page: 1,
  box: { left: 0.3, top: 0.2, width: 0.2, height: 0.015 },
  quarterTurns: 0,
};

let world: ReadingWorld;
const deliver = (deliveryCount = 1) => readForms(readMessage, deliveryCount, world.dependencies);
/** What the forms were made of in the end. */
const witnesses = (): Witnesses => vi.mocked(settleReading).mock.lastCall![1];

/** The words that they were made of in the end. */
const wordsRead = (): readonly string[] =>
  vi.mocked(draftReading).mock.lastCall![0].pages.flatMap(({ lines }) => lines.map(({ text }) => text));

beforeEach(() => {
  world = new ReadingWorld();
  vi.mocked(draftReading).mockReturnValue({} as never);
  vi.mocked(registryKeysOf).mockReturnValue({
    registrationNumbers: [],
    cins: [],
    inpes: [],
    rowInpes: [],
    medicineCodes: [],
  });
  vi.mocked(looksWanted).mockReturnValue([]);
  vi.mocked(inpesToAsk).mockReturnValue([]);
  vi.mocked(settleReading).mockReset().mockReturnValue(reading);
});

describe('a file whose words were read', () => {
  it('becomes a claim that is made of the words, the barcodes of all pages and the registry', async () => {
    expect(await deliver()).toMatchObject({ outcome: 'drafted', barcodeCount: 2, secondLookCalls: 0 });
    expect(world.drafted).toMatchObject([{ claimId: 'FILE-1', state: 'DRAFTED', formsInFile: 1 }]);
    expect(world.forms.get('FILE-1')).toMatchObject({ form, pageRoles: reading.pageRoles });
    expect(witnesses().barcodes.map(({ page }) => page)).toEqual([1, 2]);
    expect(world.file.jobId).toBe('JOB');
  });

  it('is not read again when the message comes a second time', async () => {
    await deliver();
    expect(await deliver(2)).toMatchObject({ outcome: 'already-done' });
    expect(world.drafted).toHaveLength(1);
    expect(world.pagesDrawn).toEqual([1, 2]);
  });

  it('is left to the newer attempt when it is being read again', async () => {
    world.file = { ...world.file, readingAttempt: 2 };
    expect(await deliver()).toMatchObject({ outcome: 'already-done' });
  });

  it('is kept with how each page lies, so that people see it upright', async () => {
    await deliver();
    expect([...world.forms.values()]).toMatchObject([{ pageTurns: [1, 0] }]);
  });

  it('waits for the table to know it', async () => {
    world.file = { ...world.file, fileId: 'OTHER' };
    await expect(deliver()).rejects.toThrow('not in the claims table');
  });

  it.each([
    ['NO_CARE_FORM', { forms: [], pageRoles: ['other', 'other'] }],
    ['PAGE_NOT_READ', { forms: [], pageRoles: ['other', 'failed'] }],
    ['TOO_MANY_FORMS', { forms: Array.from({ length: 41 }, () => form), pageRoles: ['care-form'] }],
  ] as const)('is quarantined as %s', async (reason, found) => {
    vi.mocked(settleReading).mockReturnValue({ ...found, pageTurns: [] });
    expect(await deliver()).toMatchObject({ outcome: 'quarantined' });
    expect(world.quarantined).toEqual([reason]);
    expect(world.drafted).toEqual([]);
  });

  it('asks the registry for few keys, the likeliest, and more where it holds more claims', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => String(100000000 + index));
    vi.mocked(registryKeysOf).mockReturnValue({
      registrationNumbers: numbers,
      cins: numbers,
      inpes: numbers,
      rowInpes: [],
      medicineCodes: [],
    });
    await deliver();
    const [{ keys, mostFamilies }] = world.asked as [(typeof world.asked)[number]];
    const asked = keys.registrationNumbers.length + keys.cins.length + keys.inpes.length;
    // Half a unit each, and for each family its dependants and, if the CIN alone led there, the person.
    expect((asked + 2 * mostFamilies) / 2).toBeLessThanOrEqual(8);
    expect(keys.registrationNumbers).toEqual(numbers.slice(0, 4));
    world = new ReadingWorld();
    vi.mocked(settleReading).mockReturnValue({ ...reading, forms: [form, form] });
    await deliver();
    expect(world.asked[0]?.keys.registrationNumbers).toHaveLength(8);
  });

  it('asks for each provider that a row names, those that it asks for anyway only once', async () => {
    vi.mocked(registryKeysOf).mockReturnValue({
      registrationNumbers: [],
      cins: [],
      inpes: ['1', '2', '3', '4'],
      rowInpes: ['2', '4', '5'],
      medicineCodes: [],
    });
    await deliver();
    expect(world.asked[0]?.keys).toMatchObject({ inpes: ['1', '2', '3'], rowInpes: ['4', '5'] });
  });
});

describe('an INPE that only a second look read', () => {
  it('is asked for afterwards, by itself, and its provider heard with the others', async () => {
    vi.mocked(inpesToAsk).mockReturnValue(['1', '2', '3']);
    await deliver();
    expect(world.asked.map(({ keys, mostFamilies }) => [keys.inpes, mostFamilies])).toEqual([
      [[], 3],
      [['1', '2'], 0],
    ]);
    expect(world.asked[1]?.keys).toMatchObject({ registrationNumbers: [], cins: [], medicineCodes: [] });
  });
});

describe('a file of which it is not sure that all was read', () => {
  it.each([
    ['intake', { atIntake: 1, byOcr: 2, whenDrawn: 2 }],
    ['the OCR', { atIntake: 2, byOcr: 1, whenDrawn: 2 }],
    ['who draws it', { atIntake: 2, byOcr: 2, whenDrawn: 3000 }],
    ['each of them', { atIntake: 1, byOcr: 2, whenDrawn: 3 }],
  ])('is quarantined where %s counts other pages', async (_, { atIntake, byOcr, whenDrawn }) => {
    world.file = { ...world.file, pageCount: atIntake };
    world.pagesByOcr = byOcr;
    world.pagesWhenDrawn = whenDrawn;
    expect(await deliver()).toMatchObject({ outcome: 'quarantined' });
    expect(world.quarantined).toEqual(['PAGE_COUNT_UNCLEAR']);
    expect(world.drafted).toEqual([]);
    expect(world.paidLooks).toBe(0);
  });

  it('is quarantined where intake and OCR count other pages and nobody can open it', async () => {
    world.pagesByOcr = 3;
    world.isFileUnopenable = true;
    await deliver();
    expect(world.quarantined).toEqual(['PAGE_COUNT_UNCLEAR']);
  });

  it.each(['for barcodes', 'for a second look'])(
    'is quarantined where drawing a page %s takes too much, each of three times',
    async (when) => {
      world.tooCostly.add(1);
      if (when === 'for a second look') {
        world.savedBarcodes = [];
        world.savedWords = [];
        vi.mocked(looksWanted).mockReturnValue([look]);
      }
      for (const tried of [1, 2]) await expect(deliver(tried)).rejects.toThrow('too much');
      expect(world.quarantined).toEqual([]);
      expect(await deliver(3)).toMatchObject({ outcome: 'quarantined' });
      expect(world.quarantined).toEqual(['TOO_COMPLEX']);
      expect(await deliver(4)).toMatchObject({ outcome: 'already-done' });
    },
  );
});

describe('a file whose pictures are no help', () => {
  it('goes on without barcodes when it cannot be opened', async () => {
    world.isFileUnopenable = true;
    const result = await deliver();
    expect(result).toMatchObject({ outcome: 'drafted', barcodeCount: 0 });
    expect(result.failure).toBeDefined();
  });

  it('goes on with the barcodes of the other pages when one cannot be drawn', async () => {
    world.undrawable.add(1);
    expect(await deliver()).toMatchObject({ outcome: 'drafted', barcodeCount: 1 });
    expect(witnesses().barcodes.map(({ page }) => page)).toEqual([2]);
  });

  it('goes on when the barcode reader breaks', async () => {
    world.barcodeFailure = new Error('the engine broke');
    expect(await deliver()).toMatchObject({ outcome: 'drafted', failure: world.barcodeFailure });
  });

  it('goes on with what was found when its time is up', async () => {
    world.secondsPerPage = 11;
    expect(await deliver()).toMatchObject({ outcome: 'drafted', barcodeCount: 1 });
    expect(world.pagesDrawn).toEqual([1]);
  });

  it('is read without them after it killed the function three times', async () => {
    vi.mocked(looksWanted).mockReturnValue([look]);
    expect(await deliver(4)).toMatchObject({ outcome: 'drafted', secondLookCalls: 0 });
    expect(world.pagesDrawn).toEqual([]);
    expect(world.paidLooks).toBe(0);
  });
});

describe('a date that the OCR cannot read', () => {
  beforeEach(() => {
    world.pagesByOcr = 1;
    world.pagesWhenDrawn = 1;
    world.file = { ...world.file, pageCount: 1 };
  });

  it('is among the words that the claim is made of, as it was seen in the picture', async () => {
    await deliver();
    expect(wordsRead()).toEqual(['١٨/١٠/٢٠٢٦']);
    expect(world.wordsUpTo).toEqual([2027]);
  });

  it('is the same when the function died before the claim was drafted, and nobody looks for it again', async () => {
    world.isKilledBeforeDraft = true;
    await expect(deliver()).rejects.toThrow('killed');
    world.isKilledBeforeDraft = false;
    world.wordFailure = new Error('would see something else');
    expect(await deliver(2)).toMatchObject({ outcome: 'drafted' });
    expect(wordsRead()).toEqual(['١٨/١٠/٢٠٢٦']);
    expect(world.pagesDrawn).toEqual([1]);
  });

  it('is still known when the pictures are not opened any more', async () => {
    world.isKilledBeforeDraft = true;
    await expect(deliver()).rejects.toThrow('killed');
    world.isKilledBeforeDraft = false;
    expect(await deliver(4)).toMatchObject({ outcome: 'drafted', barcodeCount: 1 });
    expect(wordsRead()).toEqual(['١٨/١٠/٢٠٢٦']);
  });

  it('is missing, and the barcodes are not, when looking for it breaks', async () => {
    world.wordFailure = new Error('the model broke');
    expect(await deliver()).toMatchObject({
      outcome: 'drafted',
      barcodeCount: 1,
      failure: world.wordFailure,
    });
    expect(wordsRead()).toEqual([]);
  });
});

describe('a place that is in doubt', () => {
  beforeEach(() => {
    vi.mocked(looksWanted).mockReturnValue([look]);
  });

  it('is looked at again, and what it says is where it stands on the page', async () => {
    expect(await deliver()).toMatchObject({ outcome: 'drafted', secondLookCalls: 1 });
    const [second] = witnesses().secondLooks;
    expect(second).toMatchObject({ ...look, lines: [{ text: '184203957' }] });
    expect(second!.lines[0]!.box.left).toBeGreaterThan(0.3);
    expect(second!.lines[0]!.box.top).toBeCloseTo(0.2, 1);
  });

  it('costs one call, however many there are, and no more places than are allowed', async () => {
    vi.mocked(looksWanted).mockReturnValue(Array.from({ length: 9 }, () => look));
    await deliver();
    expect(world.paidLooks).toBe(1);
    expect(witnesses().secondLooks).toHaveLength(3);
  });

  it('is not looked at where second looks are turned off', async () => {
    await readForms(readMessage, 1, { ...world.dependencies, mostLooksPerClaim: 0 });
    expect(world.paidLooks).toBe(0);
  });

  it('is not paid again, nor are barcodes read again, when the function died before the claim was drafted', async () => {
    world.isKilledBeforeDraft = true;
    await expect(deliver()).rejects.toThrow('killed');
    world.isKilledBeforeDraft = false;
    const drawn = world.pagesDrawn.length;
    expect(await deliver(2)).toMatchObject({ outcome: 'drafted', secondLookCalls: 0, barcodeCount: 2 });
    expect(world.paidLooks).toBe(1);
    expect(world.pagesDrawn).toHaveLength(drawn);
    expect(witnesses().secondLooks).toHaveLength(1);
  });

  it('is waited for twice when the OCR is at its quota, each time longer, and then gone on without', async () => {
    world.lookFailure = new ThrottledError('at its quota');
    expect(await deliver()).toMatchObject({ outcome: 'look-postponed' });
    const [first] = world.sentBack;
    expect(first!.message).toEqual({ ...readMessage, failedLookCount: 1 });
    expect(first!.delaySeconds).toBeGreaterThan(0);
    await readForms(first!.message, 1, world.dependencies);
    const second = world.sentBack[1]!;
    expect(world.drafted).toEqual([]);
    expect(await readForms(second.message, 1, world.dependencies)).toMatchObject({ outcome: 'drafted' });
    expect(world.sentBack).toHaveLength(2);
    expect(witnesses().secondLooks).toEqual([]);
  });

  it('is waited for and then gone on without when the OCR is unwell', async () => {
    world.lookFailure = new Error('InternalServerError');
    expect(await deliver()).toMatchObject({ outcome: 'look-postponed' });
    const message = { ...readMessage, failedLookCount: 2 };
    expect(await readForms(message, 1, world.dependencies)).toMatchObject({ outcome: 'drafted' });
  });

  it('is gone on without when the OCR will never read it', async () => {
    world.lookFailure = new UnreadableFileError('no image');
    expect(await deliver()).toMatchObject({ outcome: 'drafted', failure: world.lookFailure });
  });

  it('is gone on without when its page cannot be drawn', async () => {
    world.undrawable.add(1);
    expect(await deliver()).toMatchObject({ outcome: 'drafted', secondLookCalls: 0 });
    expect(world.paidLooks).toBe(0);
  });
});
