import type { Finding } from '#claims';
import type { CareForm } from '#reading';

/**
 * A field can be said to be blank only where its printed label was found. On a sheet whose labels are not known, what is
 * absent was not read: that is for a person to look at, and nothing to ask the insured for.
 */
export function blankOrUnread(
  findings: readonly Finding[],
  { unlabelledFields = [] }: CareForm,
): readonly Finding[] {
  return findings.map((finding) => {
    const { kind, code, field } = finding;
    const isUnread =
      kind === 'missing' &&
      code === 'FORM_INCOMPLETE' &&
      field !== undefined &&
      unlabelledFields.includes(field);
    return isUnread ? { ...finding, kind: 'doubt', code: 'FIELD_UNREADABLE' } : finding;
  });
}
