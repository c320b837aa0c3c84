import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** Everything the local cloud writes, and nothing else does: deleting the folder is a fresh start. */
export const WORK_FOLDER = path.join(REPOSITORY, '.milaf');

export const inRepository = (...parts: string[]): string => path.join(REPOSITORY, ...parts);
export const inWorkFolder = (...parts: string[]): string => path.join(WORK_FOLDER, ...parts);
