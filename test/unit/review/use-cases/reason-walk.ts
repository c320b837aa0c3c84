import type { StatedTerms } from '../../../../contexts/claims/domain/attestations.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { Medicine } from '../../../../contexts/medicines/domain/medicine.ts';
import type { CareForm, PageRole } from '../../../../contexts/reading/domain/care-form.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import { overrideFindings } from '../../../../contexts/review/use-cases/override-findings.ts';
import { recordDocument } from '../../../../contexts/review/use-cases/record-document.ts';
import { rejectClaim } from '../../../../contexts/review/use-cases/reject-claim.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import type { RuleBook } from '../../../../contexts/rules/rule-book.ts';
import type { rejectionCodes } from '../../../../contexts/shared/reasons/names.ts';
import { amina, CLAIM_ID, doctor, ReviewWorld, supervisor } from '../../../support/review-world.ts';
import { form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

type RejectionCode = (typeof rejectionCodes)[number];

/** What someone does about a claim that was referred. */
export type Step =
  /** A reviewer keys what stands on the scan. */
  | { readonly keys: readonly FieldChange[] }
  /** A reviewer says that it stands there so. */
  | { readonly confirms: readonly Pick<FieldChange, 'field' | 'line'>[]; readonly by?: Staff }
  /** A supervisor sets aside the reasons with these codes. */
  | { readonly setsAside: readonly string[]; readonly terms?: StatedTerms }
  /** The registry or the list of medicines is put right, and a reviewer submits the claim again. */
  | { readonly registers: (registers: Registers) => void }
  /** The document that was asked for comes. */
  | { readonly brings: 'document' }
  | { readonly rejects: RejectionCode };

interface Registers {
  readonly people: PersonFile[];
  readonly providers: Provider[];
  readonly medicines: Medicine[];
}

/** A claim with a reason that keeps it from being decided, and how it comes to an end. */
export interface Walk {
  readonly form?: Partial<CareForm>;
  readonly person?: Partial<PersonFile> | 'unknown';
  readonly provider?: Partial<Provider> | 'unknown';
  readonly pharmacy?: Provider;
  readonly medicines?: readonly Medicine[];
  readonly pages?: readonly PageRole[];
  readonly claim?: Partial<Claim>;
  readonly rules?: RuleBook;
  readonly now?: string;
  /** Another claim that is decided before. */
  readonly before?: Partial<CareForm>;
  /** What people do until the reason comes up. */
  readonly leads?: readonly Step[];
  readonly steps: readonly Step[];
  readonly ends: 'APPROVED' | 'PARTLY_APPROVED' | 'REJECTED';
}

const EARLIER = 'EEEEFFFFEEEEFFFF-1';

/** A world in which the claim of a walk was decided for the first time, and its registers to put right. */
export async function worldOf(walk: Walk): Promise<{ world: ReviewWorld; registers: Registers }> {
  const registers: Registers = {
    people: walk.person === 'unknown' ? [] : [personFile(walk.person)],
    providers: [
      ...(walk.provider === 'unknown' ? [] : [provider(walk.provider)]),
      ...(walk.pharmacy === undefined ? [] : [walk.pharmacy]),
    ],
    medicines: [...(walk.medicines ?? [])],
  };
  const world = new ReviewWorld(registers);
  if (walk.rules !== undefined) Object.assign(world.dependencies, { rules: walk.rules });
  if (walk.now !== undefined) world.now = new Date(walk.now);
  if (walk.before !== undefined) {
    await world.dependencies.readings.saveForm(EARLIER, {
      form: form(walk.before),
      pageRoles: ['care-form'],
      ocrEngine: 'tesseract',
    });
    world.memory.addDraft({
      claimId: EARLIER,
      fileId: EARLIER.slice(0, -2),
      channelId: 'agency-rabat-01',
      submissionDate: '2025-09-12',
      receivedOn: '2025-09-12',
      submissionSignals: [],
      version: 1,
      state: 'DRAFTED',
      formNumber: 1,
      formsInFile: 1,
    });
    await world.relay();
  }
  await world.draft(form(walk.form), walk.claim, walk.pages);
  return { world, registers };
}

/** Does what people do about the claim, each with what their role allows. */
export async function take(step: Step, world: ReviewWorld, registers: Registers): Promise<void> {
  const { dependencies } = world;
  if ('brings' in step) {
    await recordDocument(CLAIM_ID, {}, amina, dependencies);
    return;
  }
  if ('rejects' in step) {
    const { version } = await takeClaim(CLAIM_ID, doctor, dependencies);
    await rejectClaim(CLAIM_ID, { version, code: step.rejects }, doctor, dependencies);
  } else {
    if ('registers' in step) step.registers(registers);
    const who = 'setsAside' in step ? supervisor : 'confirms' in step ? (step.by ?? amina) : amina;
    let review = await takeClaim(CLAIM_ID, who, dependencies);
    if ('setsAside' in step) {
      const findings = review.findings
        .filter(({ kind, code }) => kind !== 'signal' && step.setsAside.includes(code))
        .map(({ code, line }) => ({ code, line, terms: step.terms }));
      const request = { version: review.version, findings, reason: 'A document of the fund says so' };
      review = await overrideFindings(CLAIM_ID, request, who, dependencies);
    } else if (!('registers' in step)) {
      const changes = 'keys' in step ? [...step.keys] : [];
      const confirmed = 'confirms' in step ? [...step.confirms] : [];
      const request = { version: review.version, changes, confirmed, addLines: 0, removeLines: [] };
      review = await saveCorrections(CLAIM_ID, request, who, dependencies);
    }
    await submitReview(CLAIM_ID, review, who, dependencies);
  }
  await world.relay();
}
