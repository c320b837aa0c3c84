import {
  invalidReasonSchema,
  lineWarningSchema,
  type InvalidReason,
  type LineWarning,
} from '../../../records/list-lines.ts';

const REASONS: readonly InvalidReason[] = invalidReasonSchema.options;
const WARNINGS: readonly LineWarning[] = lineWarningSchema.options;

/** What is found about one line while it is verified. All of it, so that a sender can put a line right at once. */
export class Findings {
  readonly #reasons: InvalidReason[] = [];
  readonly #warnings: LineWarning[] = [];

  invalid(reason: InvalidReason): void {
    this.#reasons.push(reason);
  }

  warn(warning: LineWarning): void {
    this.#warnings.push(warning);
  }

  /** @returns the value; where there is none, the reason makes the line invalid */
  required<Value>(value: Value | undefined, reason: InvalidReason): Value | undefined {
    if (value === undefined) this.invalid(reason);
    return value;
  }

  /** @returns the value; where there is none, someone is warned */
  expected<Value>(value: Value | undefined, warning: LineWarning): Value | undefined {
    if (value === undefined) this.warn(warning);
    return value;
  }

  /** In the order of the contract. */
  get reasons(): InvalidReason[] {
    return inOrder(this.#reasons, REASONS);
  }

  get warnings(): LineWarning[] {
    return inOrder(this.#warnings, WARNINGS);
  }
}

function inOrder<Code>(codes: readonly Code[], order: readonly Code[]): Code[] {
  return codes.length < 2 ? [...codes] : order.filter((code) => codes.includes(code));
}
