import { textractAnswersSchema, toOcrDocument } from '../../contexts/reading/records/textract-blocks.ts';
import { adjudicate } from '../../contexts/adjudication/domain/adjudicate.ts';
import { readCareForms } from '../../contexts/reading/domain/read-care-forms.ts';
import { buildBlocks } from '../../local/ocr/blocks/blocks.ts';
import { randomScan } from '../../local/samples/random/random-scan.ts';
import { RegistryLookup } from './accuracy/registry-lookup.ts';
import { claimFactsOf } from './accuracy/claim-facts.ts';
import type { BenchGroup, Figure } from './group.ts';
import { figureTable } from './number-text.ts';
import { claimOfRepeatedBoxes } from './repeated-boxes.ts';
import { measureThroughput } from './throughput.ts';

const CLAIMS = 60;
const WINDOWS = 5;
/** Medicines of patients who get the same each month. */
const REPEATED_BOXES = [1, 3, 10];
const TURNS = 100;

/** How fast the code of the core is, without OCR and without AWS, on one core. */
export const speedGroup: BenchGroup = {
  name: 'speed',
  run: async ({ report, today }) => {
    report(`speed: drawing ${CLAIMS} forms`);
    const scans = [];
    for (let seed = 0; seed < CLAIMS; seed += 1)
      scans.push(await randomScan(seed, { today, quality: 'none', dpi: 40 }));
    const answers = scans.map(({ sample }, index): unknown => [
      {
        JobStatus: 'SUCCEEDED',
        DocumentMetadata: { Pages: 1 },
        Blocks: buildBlocks(sample.recognisedPages, { seed: String(index), withForms: false }),
      },
    ]);
    const documents = answers.map((answer) => toOcrDocument(textractAnswersSchema.parse(answer)));
    const registry = new RegistryLookup(scans.flatMap(({ records, provider }) => [...records, provider]));
    const inputs = documents.flatMap((document, index) => {
      const { forms, pageRoles } = readCareForms(document);
      return forms.map((form) =>
        registry.adjudicationInput({
          form,
          pageRoles,
          ocrEngine: 'textract',
          claim: claimFactsOf(`bench-${index}`, today),
        }),
      );
    });
    const approved = inputs.filter((input) => adjudicate(input).outcome === 'approved').length;

    report('speed: reading forms');
    const parsing = measureThroughput(() => {
      for (const answer of answers) toOcrDocument(textractAnswersSchema.parse(answer));
      return answers.length;
    }, WINDOWS);
    const reading = measureThroughput(() => {
      for (const document of documents) readCareForms(document);
      return documents.length;
    }, WINDOWS);
    report('speed: adjudicating');
    const adjudicating = measureThroughput(() => {
      for (const input of inputs) adjudicate(input);
      return inputs.length;
    }, WINDOWS);
    const repeated = REPEATED_BOXES.map((count) => {
      const input = claimOfRepeatedBoxes(count);
      const { perProcessorSecond } = measureThroughput(() => {
        for (let turn = 0; turn < TURNS; turn += 1) adjudicate(input);
        return TURNS;
      }, WINDOWS);
      return {
        name: `adjudication of ${count} boxes that were got each month, claims a second of one core`,
        value: perProcessorSecond,
        target: { atLeast: 5000 },
      };
    });
    const figures: Figure[] = [
      {
        name: 'form reader, pages a second of one core',
        value: reading.perProcessorSecond,
        target: { atLeast: 100 },
      },
      { name: 'form reader, pages a second of the clock', value: reading.perSecond },
      { name: 'parsing of Textract answers, pages a second of one core', value: parsing.perProcessorSecond },
      {
        name: 'adjudication, claims a second of one core',
        value: adjudicating.perProcessorSecond,
        target: { atLeast: 5000 },
      },
      { name: 'adjudication, claims a second of the clock', value: adjudicating.perSecond },
      ...repeated,
      { name: 'claims adjudicated: share approved', value: approved / inputs.length },
    ];
    return {
      figures,
      tables: [figureTable('Speed of the core', figures)],
      notes: [
        `${CLAIMS} forms of one page each in all layouts, as a perfect OCR gives them, again and again for ${WINDOWS} seconds. "Of one core" counts this thread's time on the processor in the best of these seconds, so that other programs on the machine matter little.`,
      ],
    };
  },
};
