import type { Finding } from '#claims';
import { type CareForm, isAttachment, isTotalOf, sumOfActs, sumOfDispensing } from '#reading';
import type { AdjudicationInput } from './adjudication-input.ts';
import type { Certainty } from './certainty.ts';

function checkPages({ pageRoles, claim, form }: AdjudicationInput): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [index, role] of pageRoles.entries()) {
    if (role === 'failed')
      findings.push({ kind: 'missing', code: 'PAGE_NOT_READ', details: { page: index + 1 } });
  }
  if (claim.formsInFile > 1) {
    findings.push({
      kind: 'signal',
      code: 'SEVERAL_FORMS_IN_FILE',
      details: { formsInFile: claim.formsInFile },
    });
  }
  // Pages are not pieces (a prescription may have two, an invoice may be stuck beside another), and no attachment changes who,
  // what or how much is paid: fewer pages than pieces is worth a look, not a stop.
  const attached = pageRoles.filter(isAttachment).length;
  const announced = form.attachmentsCount?.value ?? 0;
  if (claim.formsInFile === 1 && attached < announced) {
    const details = { announced, pages: attached };
    findings.push({ kind: 'signal', code: 'ATTACHMENT_COUNT_MISMATCH', field: 'attachmentsCount', details });
  }
  return findings;
}

/** Whether acts and medicines add up to the total: two readings of the same money that agree. */
export function isSumRight({ totalCentimes, acts, dispensing }: CareForm): boolean {
  return (
    totalCentimes !== undefined &&
    (acts.length > 0 || dispensing !== undefined) &&
    isTotalOf(totalCentimes.value, sumOfActs(acts), dispensing)
  );
}

/** What is billed beside the acts is not passed over in silence: nobody knows what it would come to. */
function checkOtherItems({ otherAmounts = [], hasMedicineLabels = false }: CareForm): readonly Finding[] {
  if (otherAmounts.length === 0 && !hasMedicineLabels) return [];
  const details = { amounts: otherAmounts.length };
  return [{ kind: 'doubt', code: 'OTHER_ITEMS_BILLED', field: 'otherAmounts', details }];
}

function checkTotal(form: CareForm, certainty: Certainty): readonly Finding[] {
  const field = 'totalCentimes';
  const { totalCentimes: total } = form;
  if (total === undefined) return [{ kind: 'missing', code: 'FORM_INCOMPLETE', field }];
  const actsCentimes = sumOfActs(form.acts);
  const medicinesCentimes = sumOfDispensing(form.dispensing);
  const isKnown = actsCentimes !== undefined && medicinesCentimes !== undefined;
  if (isKnown && !isTotalOf(total.value, actsCentimes, form.dispensing)) {
    const details = {
      totalCentimes: total.value,
      actsCentimes,
      ...(form.dispensing === undefined ? {} : { medicinesCentimes }),
    };
    return [{ kind: 'doubt', code: 'AMOUNT_MISMATCH', field, details }];
  }
  return certainty.isCertainWhenConfirmed(total) ? [] : [{ kind: 'doubt', code: 'FIELD_UNREADABLE', field }];
}

/** What the form as a whole says: its pages, its purpose, its total, its signature. */
export function checkForm(input: AdjudicationInput, certainty: Certainty): readonly Finding[] {
  const { form, claim, rules } = input;
  const settings = rules.settingsOn(claim.decidedOn);
  const findings: Finding[] = [...checkPages(input)];
  if (form.purpose === 'prior-approval') findings.push({ kind: 'doubt', code: 'PRIOR_APPROVAL_REQUEST' });
  if (form.careType?.value === 'accident')
    findings.push({ kind: 'doubt', code: 'WORK_ACCIDENT_OR_OTHER_PAYER', field: 'careType' });
  if (form.acts.length === 0 && form.dispensing === undefined)
    findings.push({ kind: 'missing', code: 'FORM_INCOMPLETE', field: 'acts' });
  else findings.push(...checkTotal(form, certainty), ...checkOtherItems(form));
  if (form.signatureDate === undefined) {
    findings.push({
      kind: settings.requiredFields.signatureDate,
      code: 'FORM_INCOMPLETE',
      field: 'signatureDate',
    });
  }
  const billedCentimes = Math.max(
    form.totalCentimes?.value ?? 0,
    (sumOfActs(form.acts) ?? 0) + (sumOfDispensing(form.dispensing) ?? 0),
  );
  if (billedCentimes >= settings.unusualBilledCentimes) {
    findings.push({
      kind: 'doubt',
      code: 'AMOUNT_UNUSUAL',
      field: 'totalCentimes',
      details: { billedCentimes },
    });
  }
  return findings;
}
