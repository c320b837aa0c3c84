import * as textract from '@aws-sdk/client-textract';

/**
 * The SDK's schemas as they are written in the package: a number for a simple type (plus 64 for a list of it), a
 * function that gives the schema, or an array `[kind, namespace, name, traits, ...]`. The SDK drops members it does not
 * know, so what the service says on the wire is checked against the schemas themselves.
 */
const kinds = { list: 1, structure: 3 } as const;
const simpleTypes: Readonly<Record<number, string>> = { 0: 'string', 1: 'number', 2: 'boolean' };
const listFlag = 64;

/** The values that a member may have, by structure and member. */
const enums: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Block.BlockType': textract.BlockType,
  'Block.TextType': textract.TextType,
  'Block.EntityTypes': textract.EntityType,
  'Block.SelectionStatus': textract.SelectionStatus,
  'Relationship.Type': textract.RelationshipType,
  'GetDocumentTextDetectionResponse.JobStatus': textract.JobStatus,
  'GetDocumentAnalysisResponse.JobStatus': textract.JobStatus,
};

const shapes = {
  StartDocumentTextDetectionResponse: textract.StartDocumentTextDetectionResponse$,
  GetDocumentTextDetectionResponse: textract.GetDocumentTextDetectionResponse$,
  DetectDocumentTextResponse: textract.DetectDocumentTextResponse$,
  StartDocumentAnalysisResponse: textract.StartDocumentAnalysisResponse$,
  GetDocumentAnalysisResponse: textract.GetDocumentAnalysisResponse$,
  AnalyzeDocumentResponse: textract.AnalyzeDocumentResponse$,
} as const;
export type ShapeName = keyof typeof shapes;

/** What is wrong with a value when the SDK's service model is asked; empty when it fits. */
export function problemsWith(shape: ShapeName, value: unknown): string[] {
  return check(shapes[shape], value, shape, shape);
}

function check(schemaOrThunk: unknown, value: unknown, path: string, member: string): string[] {
  const schema: unknown =
    typeof schemaOrThunk === 'function' ? Reflect.apply(schemaOrThunk, undefined, []) : schemaOrThunk;
  if (typeof schema === 'number') {
    return schema >= listFlag
      ? checkList(schema - listFlag, value, path, member)
      : checkSimple(simpleTypes[schema] ?? `type ${schema}`, value, path, member);
  }
  if (!Array.isArray(schema)) {
    return [`${path}: a schema that this test cannot read`];
  }
  const parts: readonly unknown[] = schema;
  switch (parts[0]) {
    case kinds.list:
      return checkList(parts[4], value, path, member);
    case kinds.structure:
      return checkStructure(parts, value, path);
    default:
      return [`${path}: a schema of kind ${String(parts[0])} that this test cannot read`];
  }
}

function checkSimple(type: string, value: unknown, path: string, member: string): string[] {
  if (typeof value !== type) {
    return [`${path}: ${typeof value} where the model says ${type}`];
  }
  const allowed = enums[member];
  return allowed !== undefined && !Object.values(allowed).includes(String(value))
    ? [`${path}: ${String(value)} is none of ${Object.values(allowed).join(', ')}`]
    : [];
}

function checkList(itemSchema: unknown, value: unknown, path: string, member: string): string[] {
  return Array.isArray(value)
    ? value.flatMap((item: unknown, index) => check(itemSchema, item, `${path}[${index}]`, member))
    : [`${path}: no list where the model says list`];
}

function checkStructure(schema: readonly unknown[], value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) {
    return [`${path}: ${typeof value} where the model says structure`];
  }
  const [, , structureName, , memberNames, memberSchemas] = schema;
  if (!Array.isArray(memberNames) || !Array.isArray(memberSchemas)) {
    return [`${path}: a structure that this test cannot read`];
  }
  return Object.entries(value).flatMap(([name, memberValue]: [string, unknown]) => {
    const index = memberNames.indexOf(name);
    return index < 0
      ? [`${path}.${name}: the model has no such member`]
      : check(memberSchemas[index], memberValue, `${path}.${name}`, `${String(structureName)}.${name}`);
  });
}
