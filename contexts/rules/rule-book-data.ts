import actsTogether from './data/acts-together.json' with { type: 'json' };
import bankReasons from './data/bank-reasons.json' with { type: 'json' };
import ceilings from './data/ceilings.json' with { type: 'json' };
import childAges from './data/child-ages.json' with { type: 'json' };
import continuations from './data/continuations.json' with { type: 'json' };
import contributionRules from './data/contribution-rules.json' with { type: 'json' };
import filingDeadlines from './data/filing-deadlines.json' with { type: 'json' };
import keyLetters from './data/key-letters.json' with { type: 'json' };
import medicineProfessions from './data/medicine-professions.json' with { type: 'json' };
import medicineSettings from './data/medicine-settings.json' with { type: 'json' };
import letterProfessions from './data/letter-professions.json' with { type: 'json' };
import migrations from './data/migrations.json' with { type: 'json' };
import ocrConfidences from './data/ocr-confidences.json' with { type: 'json' };
import plausibleAges from './data/plausible-ages.json' with { type: 'json' };
import priorApprovals from './data/prior-approvals.json' with { type: 'json' };
import professions from './data/professions.json' with { type: 'json' };
import rates from './data/rates.json' with { type: 'json' };
import readingChances from './data/reading-chances.json' with { type: 'json' };
import registrationCategories from './data/registration-categories.json' with { type: 'json' };
import reviewSettings from './data/review-settings.json' with { type: 'json' };
import settlementRules from './data/settlement-rules.json' with { type: 'json' };
import sessionFrequencies from './data/session-frequencies.json' with { type: 'json' };
import severalADay from './data/several-a-day.json' with { type: 'json' };
import settings from './data/settings.json' with { type: 'json' };
import sources from './data/sources.json' with { type: 'json' };
import tadamonThresholds from './data/tadamon-thresholds.json' with { type: 'json' };
import tariffs from './data/tariffs.json' with { type: 'json' };
import waitingPeriods from './data/waiting-periods.json' with { type: 'json' };
import { ruleBookDataSchema } from './rule-book-schema.ts';
import type { RuleBookData } from './rule-book-schema.ts';

/** The rule data as it is kept in `contexts/rules/data`, checked row by row. */
export function readRuleBookData(): RuleBookData {
  return ruleBookDataSchema.parse({
    sources,
    tariffs,
    keyLetters,
    professions,
    letterProfessions,
    medicineProfessions,
    actsTogether,
    severalADay,
    rates,
    waitingPeriods,
    contributionRules,
    settlementRules,
    childAges,
    continuations,
    filingDeadlines,
    ceilings,
    priorApprovals,
    sessionFrequencies,
    tadamonThresholds,
    registrationCategories,
    migrations,
    plausibleAges,
    settings,
    reviewSettings,
    medicineSettings,
    ocrConfidences,
    readingChances,
    bankReasons,
  });
}
