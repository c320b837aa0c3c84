import type { Random } from '../../random.ts';
import { asOnForm } from '../../scenarios/calendar.ts';
import { ribOf } from '../../scenarios/household.ts';
import type { CareFormFields } from '../../truth.ts';
import { totalOf, type AnyAct } from '../claim/any-acts.ts';
import type { ClaimOnForm } from '../claim/any-claim.ts';
import type { FormDesign, SectionName } from '../design/form-design.ts';
import { shuffled } from '../shuffled.ts';
import type { FormItem } from './form-item.ts';
import { CARE_TYPE_VALUES, ItemWriter, LINK_VALUES, nameAsPrinted } from './item-writer.ts';
import { pharmacyContent, type PharmacyContent } from './pharmacy-content.ts';
import { asInTruth, printAmount } from './print-styles.ts';

/** All that a form says, before it has a place. */
export interface FormContent {
  /** What is printed, in the one way of writing that truths have; without what the form leaves out. */
  readonly fields: CareFormFields;
  readonly items: ReadonlyMap<SectionName, readonly FormItem[]>;
  readonly dossier: FormItem | undefined;
  readonly signing: readonly FormItem[];
  /** Absent on forms without medicines. */
  readonly pharmacy?: PharmacyContent;
}

/** Writes a claim as the form of a design has it. */
export function formContent(claim: ClaimOnForm, design: FormDesign, random: Random): FormContent {
  const writer = new ItemWriter(design, random);
  const { household, insured, patient, provider } = claim;
  const isPatientOmitted = claim.link === 'insured' && design.isPatientPartOmitted;
  const { has, inpeIn } = design;
  const rib = ribOf(household.account ?? '');
  const city = provider.place;
  const dossier = random.pick([
    `${claim.day.slice(0, 4)}-${random.digits(random.pick([5, 6, 7]))}`,
    `${random.pick(['A', 'B', 'F', 'M'])}-${random.digits(6)}`,
    random.digits(random.pick([5, 7, 9, 10])),
  ]);
  const sheets = sheetsBehind(design).toString();
  const total = printAmount(claim.totalCentimes, design.amount);
  const ribItem = has.rib ? [writer.rib(rib)] : [];
  const isRibWithInsured = !design.sections.includes('payment');

  const insuredItems = [
    ...shuffledSome(
      [
        writer.number('immatriculation', 'immatriculation', household.registrationNumber, 9),
        writer.number('cin', 'cin', household.cin, 8),
        ...writer.name('nom_prenom', 'insuredName', insured),
        ...(has.birthDate ? [writer.date('date_naissance', 'birthDate', household.birthDate)] : []),
      ],
      random,
    ),
    ...(has.address ? [writer.text('adresse', 'address', `${household.address}, ${household.city}`)] : []),
    ...(has.phone ? [writer.text(undefined, 'phone', printPhone(household.phone ?? '', random))] : []),
    ...(has.expenses ? [writer.text('montant_frais', 'expenses', total)] : []),
    ...(has.attachments ? [writer.text('pieces_jointes', 'attachments', sheets)] : []),
    ...(isRibWithInsured ? ribItem : []),
  ];
  const patientItems = isPatientOmitted
    ? []
    : [
        ...shuffledSome(
          [
            ...writer.name('patient', 'patientName', patient),
            writer.date('patient_naissance', 'patientBirthDate', patient.birthDate),
          ],
          random,
        ),
        ...writer.link(claim.link),
        ...(has.sex ? [writer.sex(patient.sex)] : []),
      ];
  const providerItems = [
    ...shuffledSome(
      [
        writer.text('medecin', 'doctorName', provider.name),
        ...(has.specialty ? [writer.text('specialite', 'specialty', provider.specialty)] : []),
        ...(inpeIn.field ? [writer.number('inpe', 'inpe', provider.inpe, 9)] : []),
      ],
      random,
    ),
    ...(has.ice ? [writer.text(undefined, 'ice', `00${random.digits(13)}`)] : []),
    ...(has.taxNumber ? [writer.text(undefined, 'taxNumber', random.digits(random.pick([8, 9])))] : []),
  ];
  const { careType: boxes } = design;
  const careTypeItems =
    claim.careType === undefined || boxes === undefined
      ? []
      : [writer.careType(claim.careType, boxes.isBoxAfter)];
  const pharmacy =
    claim.dispensing === undefined || design.pharmacy === undefined
      ? undefined
      : pharmacyContent(claim.dispensing, design, design.pharmacy, writer, random);
  const { columns } = design.table;
  const fields: CareFormFields = {
    ...(has.purpose ? { objet: 'execution' } : {}),
    ...(has.dossier ? { dossier } : {}),
    immatriculation: household.registrationNumber,
    cin: household.cin,
    nom_prenom: nameAsPrinted(insured, design),
    ...(has.birthDate ? { date_naissance: asOnForm(household.birthDate) } : {}),
    ...(has.address ? { adresse: `${household.address}, ${household.city}` } : {}),
    ...(has.expenses ? { montant_frais: asInTruth(claim.totalCentimes) } : {}),
    ...(has.attachments ? { pieces_jointes: sheets } : {}),
    ...(isPatientOmitted
      ? {}
      : {
          ...(design.link === 'absent' ? {} : { beneficiaire: LINK_VALUES[claim.link] }),
          ...(has.sex ? { sexe: patient.sex } : {}),
          patient: nameAsPrinted(patient, design),
          patient_naissance: asOnForm(patient.birthDate),
        }),
    ...(claim.careType === undefined || boxes === undefined
      ? {}
      : { type_soins: CARE_TYPE_VALUES[claim.careType] }),
    medecin: provider.name,
    inpe: provider.inpe,
    ...(has.specialty ? { specialite: provider.specialty } : {}),
    actes: claim.acts.map((act) => {
      const isCounted = columns.includes('quantity');
      return {
        date: asOnForm(act.day),
        code: act.letter,
        coefficient: (isCounted ? act.coefficient : act.coefficient * act.quantity).toString(),
        montant: asInTruth(act.billedCentimes),
        ...(isCounted ? { quantite: act.quantity.toString() } : {}),
        ...inpeInRow(act, claim, design),
      };
    }),
    ...(pharmacy !== undefined && design.pharmacy?.hasActsTotal === true
      ? { total_actes: asInTruth(totalOf(claim.acts)) }
      : {}),
    total: asInTruth(claim.totalCentimes),
    ...(has.rib ? { rib } : {}),
    ville: city,
    date_signature: asOnForm(claim.signedOn),
    ...(pharmacy === undefined ? {} : { pharmacie: pharmacy.fields }),
  };
  return {
    fields,
    items: new Map<SectionName, readonly FormItem[]>([
      ['insured', insuredItems],
      ['patient', [...patientItems, ...(boxes?.part === 'patient' ? careTypeItems : [])]],
      ['provider', [...providerItems, ...(boxes?.part === 'provider' ? careTypeItems : [])]],
      ['acts', []],
      ['pharmacy', pharmacy?.items ?? []],
      ['payment', isRibWithInsured ? [] : ribItem],
    ]),
    dossier: has.dossier ? { kind: 'text', field: 'dossier', label: 'dossier', text: dossier } : undefined,
    signing: [
      { kind: 'text', field: 'ville', label: 'place', text: city },
      writer.date('date_signature', 'signedOn', claim.signedOn),
    ],
    ...(pharmacy === undefined ? {} : { pharmacy }),
  };
}

/** What a row says of who gave its act. */
export function inpeInRow(
  { provider }: AnyAct,
  claim: Pick<ClaimOnForm, 'provider'>,
  { table }: FormDesign,
): { readonly inpe?: string } {
  if (!table.columns.includes('inpe')) return {};
  if (provider !== undefined) return { inpe: provider.inpe };
  return table.isOwnInpeLeftOut === true ? {} : { inpe: claim.provider.inpe };
}

/** Sheets that a form with medicines says come with it. */
function sheetsBehind({ pharmacy }: FormDesign): number {
  return [pharmacy?.prescription, pharmacy?.invoice].filter((sheet) => sheet !== undefined).length;
}

/** Designers keep the usual order more often than not. */
function shuffledSome<T>(items: readonly T[], random: Random): readonly T[] {
  return random.next() < 0.5 ? items : shuffled(items, random);
}

function printPhone(phone: string, random: Random): string {
  const local = phone.replace('+212', '0');
  return random.pick([local.replace(/(\d\d)(?=\d)/g, '$1 '), local, local.replace(/(\d\d)(?=\d)/g, '$1.')]);
}
