/** How long a seat waits for its money: longer than any payment page lives. */
export const HOLD_MINUTES = 40
