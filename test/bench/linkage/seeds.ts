/** Weights and thresholds are made of lists of this seed (and of those that follow it), never of the reported ones. */
export const TRAINING_SEED = 101;
/** Reported figures are of this one, which nothing was chosen by. */
export const HOLD_OUT_SEED = 7_919;
