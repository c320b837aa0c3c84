import { attachedKind } from './attached-page.ts';
import { readActsByContent } from './acts/acts-by-content.ts';
import { actsOfForm, settleActs } from './acts/settle-acts.ts';
import { findCandidates } from './candidates/find-candidates.ts';
import { tokenRows } from './candidates/row-tokens.ts';
import type { CareForm, FieldSource, FileReading, PageRole } from './care-form.ts';
import { crossCheck } from './cross-checks.ts';
import { joinForms } from './form-joining.ts';
import { splitForms } from './form-splitting.ts';
import type { OcrDocument, OcrPage } from './ocr-document.ts';
import { framePage } from './page-frame.ts';
import { completesTotal, continues, isFurtherPage } from './further-pages.ts';
import { readPage, type PageReading } from './page-reading.ts';
import { roleOfPage } from './page-role.ts';
import { cinPlaces, hearCins } from './second-look/cin-looks.ts';
import { hearInpe, inpePlaces, inpesAgain } from './second-look/inpe-looks.ts';
import { hearNames, namePlaces } from './second-look/name-looks.ts';
import { hearSecondLooks } from './second-look/hear-second-looks.ts';
import { looksAt } from './second-look/looks-wanted.ts';
import { settleRest } from './settle-rest.ts';
import { unlabelledFields } from './unlabelled-fields.ts';
import { doubtByAttached } from './who/attached-patient.ts';
import { likeliestFamily, weighFamily } from './who/family-hypotheses.ts';
import type { FormPage } from './form-page.ts';
import { indexNames } from './who/name-index.ts';
import { likeliestProvider, weighProvider } from './who/provider-hypotheses.ts';
import { settleFamily } from './who/settle-family.ts';
import { settleProvider } from './who/settle-provider.ts';
import { isOfRowsAlone, settleRowProviders, withoutNumberOfRow } from './who/row-providers.ts';
import { registryKeys } from './who/registry-keys.ts';
import { doubtByBarcodes } from './who/inpe-barcodes.ts';
import { articleCodeOf, hasPublicPrice, isMedicineLabel } from './medicines/medicine-labels.ts';
import { readMedicines } from './medicines/read-medicines.ts';
import { cutAtRules } from './words-at-rules.ts';
import type { LookWanted, PageBarcode, RegistryFacts, RegistryKeys, Witnesses } from './witnesses.ts';

/** A page, or the part of a page that holds one form, before the witnesses are heard. */
interface DraftPart extends FormPage {
  readonly role: ReturnType<typeof roleOfPage>;
}

type FormParts = [DraftPart, ...DraftPart[]];

/** What the words of a file say by themselves, before the witnesses are heard. */
export interface DraftReading {
  /** In page order; a page that the OCR did not read has no parts. */
  readonly pages: readonly { readonly wasRead: boolean; readonly parts: readonly DraftPart[] }[];
}

function partOf(reading: PageReading): DraftPart {
  const { frame, labels } = reading;
  const rows = tokenRows(reading.rows, frame);
  const candidates = findCandidates(rows);
  return {
    reading,
    rows,
    candidates,
    contentTable: readActsByContent(rows, candidates, labels, frame),
    names: indexNames(rows, frame),
    role: roleOfPage(reading),
  };
}

function draftPage(page: OcrPage): DraftReading['pages'][number] {
  if (!page.wasRead) return { wasRead: false, parts: [] };
  const frame = framePage({ ...page, lines: cutAtRules(page.lines) });
  return { wasRead: true, parts: splitForms(readPage(frame)).map(partOf) };
}

/** Reads the words of a file as far as they go by themselves. Pure; knows no coordinates of any print of the form. */
export function draftReading(document: OcrDocument): DraftReading {
  return { pages: document.pages.map(draftPage) };
}

/** What to look up in the registry, so that it can say who and which provider is meant: few keys, the likeliest first. */
export function registryKeysOf({ pages }: DraftReading, barcodes: readonly PageBarcode[] = []): RegistryKeys {
  return registryKeys(
    pages.flatMap(({ parts }) => parts),
    barcodes,
  );
}

/** Whether the registry knows somebody whose number or CIN stands on the page. */
function namesSomebody({ candidates }: DraftPart, { families }: RegistryFacts): boolean {
  const has = (found: PageValues, value: string | undefined): boolean =>
    value !== undefined && found.some(({ parsed }) => parsed.value === value);
  return families.some(
    ({ person }) => has(candidates.nineDigits, person.registrationNumber) || has(candidates.cins, person.cin),
  );
}

type PageValues = readonly { readonly parsed: { readonly value: string } }[];

/** Adds a part of a page to the forms found so far and says what it is. */
function takeIn(part: DraftPart, forms: FormParts[], facts: RegistryFacts): PageRole {
  const { role } = part;
  const open = forms.at(-1);
  const isBill =
    part.contentTable !== undefined || part.candidates.amounts.length > 0 || part.reading.table.hasHeader;
  if (
    role === 'form' ||
    (role !== 'blank' && role !== 'continuation' && isBill && namesSomebody(part, facts))
  ) {
    forms.push([part]);
    return 'care-form';
  }
  switch (role) {
    case 'continuation':
    case 'acts-only':
      if (open !== undefined && continues(open, part, role)) open.push(part);
      // What says itself that it is of a form is kept as one, for a person to join.
      else if (role === 'continuation') forms.push([part]);
      else return attachedRole(part, facts);
      return 'care-form';
    case 'illegible':
      return 'failed';
    case 'blank':
      return 'blank';
    case 'other':
      if (open === undefined || !(completesTotal(open, part) || isFurtherPage(open, part, facts)))
        return attachedRole(part, facts);
      open.push(part);
      return 'care-form';
  }
}

/** What a page behind a form is; a table of acts that is no form's is a bill. */
function attachedRole(part: DraftPart, { providers }: RegistryFacts): PageRole {
  const kind = attachedKind(part, providers);
  if (kind !== 'unknown') return kind;
  return part.role === 'acts-only' ? 'supporting' : 'other';
}

const rolesByWeight: readonly PageRole[] = [
  'care-form',
  'failed',
  'prescription',
  'other',
  'supporting',
  'blank',
];

/**
 * A sheet that bills acts is never turned away, whoever it names, nor one that names somebody insured, whatever was read of its
 * acts: it goes to a person with what was read.
 */
function lastResort(draft: DraftReading, facts: RegistryFacts): FormParts | undefined {
  const parts = draft.pages.flatMap((page) => page.parts);
  const part =
    parts.find(({ contentTable }) => contentTable !== undefined) ??
    parts.find((one) => namesSomebody(one, facts));
  return part === undefined ? undefined : [part];
}

/** A form, and the pages behind it that are of no form: prescriptions, invoices, sheets with labels. */
interface FormOfFile {
  readonly parts: FormParts;
  readonly attached: readonly DraftPart[];
  /** Whether whatever is on its pages can only be its own. */
  readonly isAlone: boolean;
}

/** Gives the pages that are no form's to the form before them, and those before the first one to the first. */
function withAttachments(forms: readonly FormParts[], { pages }: DraftReading): readonly FormOfFile[] {
  const taken = new Set(forms.flat());
  const firstPage = ([first]: FormParts): number => first.reading.frame.number;
  return forms.map((parts, index) => {
    const from = index === 0 ? 0 : firstPage(parts);
    const next = forms[index + 1];
    const to = next === undefined ? Infinity : firstPage(next);
    const attached = pages
      .flatMap((page) => page.parts)
      .filter((part) => !taken.has(part))
      .filter(({ reading: { frame } }) => frame.number >= from && frame.number < to);
    const own = new Set(parts.map(({ reading: { frame } }) => frame.number));
    const isAlone = forms.every(
      (other) => other === parts || !other.some((part) => own.has(part.reading.frame.number)),
    );
    return { parts, attached, isAlone };
  });
}

/** A form after the witnesses were heard, and where names, CINs and INPEs may stand that it should bear. */
interface SettledForm {
  readonly form: CareForm;
  readonly identityPlaces: () => readonly FieldSource[];
  /** What second looks read of them that the registry has not been asked for. */
  readonly inpesToAsk: () => readonly string[];
}

function settleForm(
  { parts, attached, isAlone }: FormOfFile,
  { registry, barcodes, secondLooks: looks }: Witnesses,
): SettledForm {
  const secondLooks = looks.map((look) => ({ ...look, lines: cutAtRules(look.lines) }));
  const [first, ...rest] = parts;
  const labelled = joinForms([first.reading, ...rest.map(({ reading }) => reading)]);
  const withRows = { ...labelled, acts: actsOfForm(parts) };
  const allPages = [...parts, ...attached];
  const providers = registry.providers.map((provider) => weighProvider(provider, parts, withRows, barcodes));
  const sellers = registry.providers.map((provider) => weighProvider(provider, allPages, withRows, barcodes));
  const medicines = readMedicines(withRows, isAlone ? parts : [], isAlone ? attached : [], sellers, {
    registry,
    barcodes,
  });
  const withActs = settleActs(labelled, parts, medicines);
  const ofForm = providers.filter((one) => !isOfRowsAlone(one, withActs));
  const provider = likeliestProvider(ofForm);
  const withProvider =
    provider === undefined ? withoutNumberOfRow(withActs) : settleProvider(withActs, provider, parts);
  const families = registry.families.map((family) => weighFamily(family, parts));
  const best = likeliestFamily(families);
  const others = families.filter((one) => one !== best);
  const onForm = best && { form: withProvider, pages: parts, best, others, providers };
  const withFamily = onForm === undefined ? withProvider : settleFamily(onForm);
  const unlabelled = unlabelledFields(
    parts.map(({ reading }) => reading),
    parts.some(({ contentTable }) => contentTable !== undefined),
  );
  const printed = new Set(
    parts.flatMap(({ candidates }) => candidates.nineDigits.map(({ parsed }) => parsed.value)),
  );
  const withRowProviders = settleRowProviders(withFamily, parts, sellers);
  const again = hearSecondLooks(settleRest(withRowProviders, parts), secondLooks);
  // Heard last: a number that one look read is not borne out by that look.
  const withInpe = hearInpe(again, parts, providers, secondLooks);
  const heard =
    onForm === undefined
      ? withInpe
      : doubtByAttached(
          hearCins(hearNames(withInpe, onForm, secondLooks), onForm, secondLooks),
          onForm.best,
          attached,
        );
  const settled = doubtByBarcodes(heard, barcodes, printed);
  // Labels on a sheet that two forms share may be of either; of one whose code is none or was not read, nobody knows what it is.
  const isLabelled =
    barcodes.some(
      (barcode) => isMedicineLabel(barcode) && (!isAlone || articleCodeOf(barcode) === undefined),
    ) ||
    (settled.dispensing === undefined && parts.some(hasPublicPrice));
  const form = crossCheck({
    ...settled,
    ...(isLabelled ? { hasMedicineLabels: true } : {}),
    ...(unlabelled.length === 0 ? {} : { unlabelledFields: unlabelled }),
  });
  return {
    form,
    identityPlaces: () => [
      ...(onForm === undefined ? [] : [...namePlaces(form, onForm), ...cinPlaces(form, onForm)]),
      ...inpePlaces(form, parts),
    ],
    inpesToAsk: () => inpesAgain(form, parts, secondLooks),
  };
}

/**
 * Makes the forms of a file from its words and what the witnesses say. Pure.
 *
 * A further page of acts belongs to the form before it. Every page with an insured's part is a form of its own, also
 * when it is the same person's: a form too many is a question to a person, a form too few is money lost.
 * @returns the forms in page order and what each page is
 */
export function settleReading(draft: DraftReading, witnesses: Witnesses): FileReading {
  const { forms, pageRoles } = settleForms(draft, witnesses);
  const pageTurns = draft.pages.map(({ parts }) => parts[0]?.reading.frame.quarterTurns ?? 0);
  return { forms: forms.map(({ form }) => form), pageRoles, pageTurns };
}

function settleForms(
  draft: DraftReading,
  witnesses: Witnesses,
): { readonly forms: readonly SettledForm[]; readonly pageRoles: readonly PageRole[] } {
  const forms: FormParts[] = [];
  const pageRoles = draft.pages.map(({ wasRead, parts }): PageRole => {
    if (!wasRead) return 'failed';
    const roles = parts.map((part) => takeIn(part, forms, witnesses.registry));
    return rolesByWeight.find((role) => roles.includes(role)) ?? 'blank';
  });
  const resort =
    forms.length === 0 && !pageRoles.includes('failed') ? lastResort(draft, witnesses.registry) : undefined;
  if (resort !== undefined) {
    const page = resort[0].reading.frame.number;
    return {
      forms: withAttachments([resort], draft).map((form) => settleForm(form, witnesses)),
      pageRoles: pageRoles.map((role, index) => (index + 1 === page ? 'care-form' : role)),
    };
  }
  return {
    forms: withAttachments(forms, draft).map((form) => settleForm(form, witnesses)),
    pageRoles,
  };
}

/** INPEs that only second looks read, for which the registry has to be asked before they are believed. */
export function inpesToAsk(draft: DraftReading, witnesses: Witnesses): readonly string[] {
  if (witnesses.secondLooks.length === 0) return [];
  const known = new Set(witnesses.registry.providers.map(({ inpe }) => inpe));
  const read = settleForms(draft, witnesses).forms.flatMap((form) => form.inpesToAsk());
  return [...new Set(read)].filter((inpe) => !known.has(inpe));
}

/** Lines of a form (0-based) of which one sure reading is not enough to pay by. */
export type LinesToConfirm = (form: CareForm, providers: RegistryFacts['providers']) => ReadonlySet<number>;

/** The places that are in doubt after all this, or need a second reading, and would decide a claim: the most useful first. */
export function looksWanted(
  draft: DraftReading,
  witnesses: Witnesses,
  linesToConfirm: LinesToConfirm,
): readonly LookWanted[] {
  const turns = new Map(
    draft.pages.flatMap(({ parts }) =>
      parts.map(({ reading: { frame } }) => [frame.number, frame.quarterTurns] as const),
    ),
  );
  const turnsOf = (page: number): number => turns.get(page) ?? 0;
  return settleForms(draft, witnesses).forms.flatMap(({ form, identityPlaces }) =>
    looksAt(form, turnsOf, linesToConfirm(form, witnesses.registry.providers), identityPlaces()),
  );
}
