import type { RegistryRecord } from '../../../../contexts/registry/records/registry-records.ts';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { Decision } from '../../../../contexts/claims/domain/decision.ts';
import { linesToConfirm } from '../../../../contexts/adjudication/domain/confirmed-values.ts';
import type { Box, FileReading } from '../../../../contexts/reading/domain/care-form.ts';
import type { OcrDocument, OcrText } from '../../../../contexts/reading/domain/ocr-document.ts';
import {
  draftReading,
  looksWanted,
  registryKeysOf,
  settleReading,
} from '../../../../contexts/reading/domain/read-file.ts';
import { noWitnesses, type PageBarcode } from '../../../../contexts/reading/domain/witnesses.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { establishmentOfChannel } from '../../../../contexts/intake/domain/upload-key.ts';
import type { Scenario } from '../../../../local/samples/scenarios/scenario.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import type { Corner, RecognisedPage, RecognisedText } from '../../../../local/ocr/engine/ocr-engine.ts';
import { listedMedicines } from '../../../../local/samples/any-form/claim/listed-medicines.ts';
import type { RenderedScan, ScanSpec } from '../../../../local/samples/render-scan.ts';
import type { PageTruth } from '../../../../local/samples/truth.ts';
import { RegistryLookup } from '../../../bench/accuracy/registry-lookup.ts';
import { looksAtWords } from '../../../support/looks-at-words.ts';

/** The same pages with the same geometry in a resolution that is drawn in no time: enough where no OCR looks at them. */
export function atLowResolution(scan: ScanSpec): ScanSpec {
  return {
    ...scan,
    pages: scan.pages.map((page) => ({ ...page, degradation: { ...page.degradation, dpi: 40 } })),
  };
}

const rules = currentRuleBook();

/** What Milaf's core makes of a file's recognised pages, form by form, as the functions do it one after the other. */
export class Decider {
  readonly #records: readonly RegistryRecord[];
  readonly #registry: RegistryLookup;
  /** By act, and by day or month of a person and provider: the claim that was paid for it. */
  readonly #paid = new Map<string, string>();
  readonly #paidGroups = new Map<string, string>();

  constructor(records: readonly RegistryRecord[]) {
    this.#records = records;
    this.#registry = new RegistryLookup(records, listedMedicines());
  }

  decide(
    fileId: string,
    { recognisedPages, truths }: Pick<RenderedScan, 'recognisedPages' | 'truths'>,
    today: string,
    {
      submissionDate = today,
      channelId = 'agency-1',
    }: Partial<Pick<Scenario, 'submissionDate' | 'channelId'>> = {},
  ): readonly Decision[] {
    const establishment = establishmentOfChannel(channelId);
    const { forms, pageRoles } = this.#read(ocrDocument(recognisedPages), barcodesOf(truths), today);
    return forms.map((form, formIndex) => {
      const claimId = `${fileId}-${formIndex + 1}`;
      const decision = adjudicate({
        claim: {
          claimId,
          fileId,
          channelId,
          submissionDate,
          receivedOn: today,
          decidedOn: today,
          formIndex,
          formsInFile: forms.length,
        },
        form,
        pageRoles,
        ocrEngine: 'textract',
        person: this.#personFile(form.registrationNumber?.value),
        personByCin: this.#ofType('person').find(({ cin }) => cin !== undefined && cin === form.cin?.value)
          ?.registrationNumber,
        provider: this.#ofType('provider').find(({ inpe }) => inpe === form.inpe?.value),
        rowProviders: new Map(this.#ofType('provider').map((one) => [one.inpe, one])),
        filedBy: establishment === undefined ? undefined : this.#establishment(establishment),
        pharmacy: this.#ofType('provider').find(({ inpe }) => inpe === form.dispensing?.pharmacyInpe?.value),
        medicines: new Map(listedMedicines().map((medicine) => [medicine.code, medicine])),
        knownFingerprints: this.#paid,
        knownGroups: this.#paidGroups,
        rules,
      });
      this.#take(decision, claimId);
      return decision;
    });
  }

  /** What is paid is known to the claims that come after. */
  #take({ lines, fingerprints, fingerprintGroups, ...traces }: Decision, claimId: string): void {
    const { fingerprintsOfPerson = [] } = traces;
    const ofLines = lines.map((_, line) => ({
      line,
      group: fingerprintGroups[line],
      fingerprint: fingerprints[line],
    }));
    for (const { line, group, fingerprint } of [...ofLines, ...fingerprintsOfPerson]) {
      if (lines[line]?.outcome !== 'paid') continue;
      if (fingerprint !== undefined) this.#paid.set(fingerprint, claimId);
      if (group !== undefined) this.#paidGroups.set(group, claimId);
    }
  }

  #read(document: OcrDocument, barcodes: readonly PageBarcode[], today: string): FileReading {
    const draft = draftReading(document);
    const { facts } = this.#registry.factsOf(registryKeysOf(draft, barcodes));
    const witnesses = { ...noWitnesses, registry: facts, barcodes };
    const wanted = looksWanted(draft, witnesses, linesToConfirm(rules, 'textract', today));
    return settleReading(draft, { ...witnesses, secondLooks: looksAtWords(document, wanted) });
  }

  #ofType<T extends RegistryRecord['type']>(type: T) {
    return this.#records.filter(
      (record): record is Extract<RegistryRecord, { type: T }> => record.type === type,
    );
  }

  #establishment(inpe: string) {
    return { inpe, accounts: this.#ofType('provider-account').filter((account) => account.inpe === inpe) };
  }

  #personFile(registrationNumber: string | undefined): PersonFile | undefined {
    const isHis = (record: { readonly registrationNumber: string }): boolean =>
      record.registrationNumber === registrationNumber;
    const person = this.#ofType('person').find(isHis);
    if (person === undefined) return undefined;
    return {
      person,
      dependants: this.#ofType('dependant').filter(isHis),
      coverages: this.#ofType('coverage').filter(isHis),
      contributions: this.#ofType('contribution').filter(isHis),
      accounts: this.#ofType('account').filter(isHis),
      priorApprovals: this.#ofType('prior-approval').filter(isHis),
    };
  }
}

/** All bars that are drawn, but for torn ones. */
function barcodesOf(truths: readonly PageTruth[]): readonly PageBarcode[] {
  return truths.flatMap(({ barcodes = [] }, index) =>
    barcodes
      .filter(({ condition }) => condition !== 'torn')
      .map(({ symbology, text, polygon }) => ({ page: index + 1, symbology, text, box: boxOf(polygon) })),
  );
}

/** Recognised pages as text detection gives them on: lines and words, no check boxes. */
function ocrDocument(pages: readonly RecognisedPage[]): OcrDocument {
  const text = (item: RecognisedText): OcrText => ({ ...item, box: boxOf(item.polygon) });
  return {
    pages: pages.map((page, index) => ({
      number: index + 1,
      wasRead: true,
      lines: page.lines.map((line) => ({ ...text(line), words: line.words.map(text) })),
    })),
  };
}

function boxOf(polygon: readonly Corner[]): Box {
  const left = Math.min(...polygon.map(({ x }) => x));
  const top = Math.min(...polygon.map(({ y }) => y));
  return {
    left,
    top,
    width: Math.max(...polygon.map(({ x }) => x)) - left,
    height: Math.max(...polygon.map(({ y }) => y)) - top,
  };
}
