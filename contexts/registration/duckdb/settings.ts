/** What DuckDB may take of the machine. */
export interface DuckDbSettings {
  /** Folder for staged files and for what does not fit into memory; a folder of its own is made in it and removed. */
  readonly tempFolder: string;
  readonly memoryLimitMegabytes: number;
  readonly threads: number;
}

export interface LinkSettings extends DuckDbSettings {
  /** Lines a unit has at least (the last one may have fewer); with a household's lines it may get some more. */
  readonly linesPerUnit: number;
}
