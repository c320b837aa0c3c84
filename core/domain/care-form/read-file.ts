import type { FileReading } from './care-form.ts';
import type { OcrDocument } from './ocr-document.ts';
import { readCareForms } from './read-care-forms.ts';
import type { LookWanted, RegistryKeys, Witnesses } from './witnesses.ts';

/** What the words of a file say by themselves, before the witnesses are heard. */
export interface DraftReading {
  readonly document: OcrDocument;
}

/** Reads the words of a file as far as they go by themselves. Pure. */
export function draftReading(document: OcrDocument): DraftReading {
  return { document };
}

/** What to look up in the registry, so that it can say who and which provider is meant: few keys, the likeliest first. */
export function registryKeysOf(_draft: DraftReading): RegistryKeys {
  return { registrationNumbers: [], cins: [], inpes: [] };
}

/** Makes the forms of a file from its words and what the witnesses say. Pure. */
export function settleReading(draft: DraftReading, _witnesses: Witnesses): FileReading {
  return readCareForms(draft.document);
}

/** The places that are in doubt after all this and would decide a claim, the most useful first. */
export function looksWanted(_draft: DraftReading, _witnesses: Witnesses): readonly LookWanted[] {
  return [];
}
