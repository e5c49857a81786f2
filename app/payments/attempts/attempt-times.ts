/** How long one may ask again for the same page, with the same key, when the answer was lost. */
export const START_MINUTES = 4

/** How long a payment page lives: Stripe asks for at least 30 minutes when it is made, which may be a little later. */
export const SESSION_MINUTES = 35

/** How long a hold outlives its payment page, for a payment made in the last second. */
export const GRACE_MINUTES = 10

/** How long a seat waits for a method that takes days to answer. */
export const PROCESSING_DAYS = 7

/** How long a seat waits for another try after a delayed payment failed. */
export const RETRY_MINUTES = 60

/** An attempt is not asked about more often than this, in seconds. */
export const CHECK_SECONDS = 60

/** A failed attempt is looked at again so often, and for so long. */
export const RECHECK_MINUTES = 60
export const RECHECK_DAYS = 14
