import type { FileInspection, InspectionLimits } from '../domain/inspect-file.ts';

/** Says whether a file can be read, as `inspectFile` does, and always says so in time. */
export interface FileInspector {
  /** @throws Error when inspecting itself does not work, whatever the file */
  inspect(bytes: Uint8Array, limits: InspectionLimits): Promise<FileInspection>;
}
