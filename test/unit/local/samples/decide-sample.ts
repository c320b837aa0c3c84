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
import { noWitnesses } from '../../../../contexts/reading/domain/witnesses.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { establishmentOfChannel } from '../../../../contexts/intake/domain/upload-key.ts';
import type { Scenario } from '../../../../local/samples/scenarios/scenario.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import type { Corner, RecognisedPage, RecognisedText } from '../../../../local/ocr/engine/ocr-engine.ts';
import type { ScanSpec } from '../../../../local/samples/render-scan.ts';
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
  readonly #paid = new Map<string, string>();

  constructor(records: readonly RegistryRecord[]) {
    this.#records = records;
  }

  decide(
    fileId: string,
    pages: readonly RecognisedPage[],
    today: string,
    {
      submissionDate = today,
      channelId = 'agency-1',
    }: Partial<Pick<Scenario, 'submissionDate' | 'channelId'>> = {},
  ): readonly Decision[] {
    const establishment = establishmentOfChannel(channelId);
    const { forms, pageRoles } = this.#read(ocrDocument(pages), today);
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
        knownFingerprints: this.#paid,
        rules,
      });
      decision.lines.forEach((line, index) => {
        const fingerprint = decision.fingerprints[index];
        if (line.outcome === 'paid' && fingerprint !== undefined) this.#paid.set(fingerprint, claimId);
      });
      return decision;
    });
  }

  #read(document: OcrDocument, today: string): FileReading {
    const draft = draftReading(document);
    const { facts } = new RegistryLookup(this.#records).factsOf(registryKeysOf(draft));
    const witnesses = { ...noWitnesses, registry: facts };
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
