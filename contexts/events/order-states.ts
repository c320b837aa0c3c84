/** What became of an order to the bank. Each order is in one of these, from the moment it left. */
export const orderStates = ['open', 'settled', 'returned', 'refused', 'disputed'] as const;
export type OrderState = (typeof orderStates)[number];
