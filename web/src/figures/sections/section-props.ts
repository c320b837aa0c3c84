import type { Figures } from '../../../../contexts/reporting/api/figures.ts';
import type { Period } from '../period.ts';

export interface SectionProps {
  readonly figures: Figures;
  readonly period: Period;
}
