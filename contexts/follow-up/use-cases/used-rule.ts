import type { RuleBook, RuleRow } from '#rules';
import type { UsedRule } from '../api/follow-up.ts';

/** Rules that a person's own file holds stand in decisions under this prefix. */
const APPROVAL_PREFIX = 'approval-';
/** Prices stand in the list of medicines, not in the rule book. */
const MEDICINE_PREFIX = 'medicine-';

/** What a row says about itself, and is told apart from what it rules. */
const ownFields: ReadonlySet<string> = new Set<keyof RuleRow>([
  'id',
  'validFrom',
  'validTo',
  'status',
  'confidence',
  'sources',
  'startUncertain',
  'note',
]);

/**
 * A rule as the rule book has it now: its dates, how well it is known, where it comes from, and what it says. An id that the
 * rule book does not have (any more) is told as it was recorded.
 */
export function usedRule(id: string, { data }: RuleBook): UsedRule {
  if (id.startsWith(APPROVAL_PREFIX))
    return { id, subject: 'approval', sources: [], facts: { approvalId: id.slice(APPROVAL_PREFIX.length) } };
  if (id.startsWith(MEDICINE_PREFIX)) return { id, subject: 'medicinePrice', sources: [], facts: {} };
  const { sources, ...tables } = data;
  for (const [subject, rows] of Object.entries(tables)) {
    const row = rows.find((candidate: RuleRow) => candidate.id === id);
    if (row !== undefined) return fromRow(row, subject, sources);
  }
  return { id, subject: 'unknown', sources: [], facts: {} };
}

function fromRow(row: RuleRow, subject: string, texts: Readonly<Record<string, string>>): UsedRule {
  return {
    id: row.id,
    subject,
    validFrom: row.validFrom ?? undefined,
    validTo: row.validTo ?? undefined,
    confidence: row.confidence,
    sources: row.sources.map((key) => ({ key, text: texts[key] ?? key })),
    facts: Object.fromEntries(
      Object.entries(row).flatMap(([name, value]): [string, string | number][] =>
        ownFields.has(name) ? [] : factOf(name, value),
      ),
    ),
  };
}

function factOf(name: string, value: unknown): [string, string | number][] {
  if (typeof value === 'string' || typeof value === 'number') return [[name, value]];
  return Array.isArray(value) && value.length > 0 ? [[name, value.join(', ')]] : [];
}
