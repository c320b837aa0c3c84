/** A code of ICD-10 as approvals have it (`E11`, `E11.2`); undefined where the text is none. */
export function normaliseDiseaseCode(text: string): string | undefined {
  const code = /^([A-Z]\d{2})\.?(\d{1,2})?$/.exec(text.toUpperCase().replaceAll(/\s/g, ''));
  if (code === null) return undefined;
  const [, category = '', detail] = code;
  return detail === undefined ? category : `${category}.${detail}`;
}

/** Whether a disease is one of those, or a kind of one of them: `E11.2` is of `E11`. */
export function isOfDiseases(code: string, diseases: readonly string[]): boolean {
  return diseases.some(
    (disease) => code === disease || code.startsWith(disease.includes('.') ? disease : `${disease}.`),
  );
}
