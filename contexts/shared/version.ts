import manifest from '../../package.json' with { type: 'json' };

/** Of Milaf: the command line says it, and each deployed stage. */
export const MILAF_VERSION: string = manifest.version;
