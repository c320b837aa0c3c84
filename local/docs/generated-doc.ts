import { format, resolveConfig } from 'prettier';
import { inRepository } from '../cloud/folders.ts';

export interface GeneratedDoc {
  /** Relative to the repository. */
  readonly path: string;
  readonly content: string;
}

/** Formatted as the check of the whole repository wants it. */
export async function formatted(path: string, text: string): Promise<GeneratedDoc> {
  const file = inRepository(path);
  return { path, content: await format(text, { ...(await resolveConfig(file)), filepath: file }) };
}
