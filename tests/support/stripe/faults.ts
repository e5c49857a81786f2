/**
 * What goes wrong with the next request of a kind: `lost` does nothing and hangs up, `done-then-lost` does it and hangs
 * up before answering, `slow` answers after `delay` ms, `garbled` answers half, a number is an HTTP status without a deed.
 */
export interface Fault {
  on: 'create' | 'retrieve' | 'expire' | 'refund' | 'refunds' | 'disputes' | 'movements'
  how: 'lost' | 'done-then-lost' | 'garbled' | { delay: number } | 401 | 403 | 429 | 500 | 502 | 503
  /** How many requests; one unless told. */
  times?: number
}

/** Stripe's error for a status. https://docs.stripe.com/api/errors */
export function errorBody(status: number): { type: string; message: string; code?: string } {
  if (status === 401) return { type: 'invalid_request_error', message: 'Invalid API Key provided: sk_test_***' }
  if (status === 403) return { type: 'invalid_request_error', message: 'This account cannot make live charges.' }
  if (status === 429) return { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests.' }
  return { type: 'api_error', message: 'Something went wrong on our end.' }
}

/** Hands out each planned fault as often as it was planned, oldest first. */
export function faultPlan() {
  const planned: Required<Fault>[] = []
  return {
    add: (fault: Fault) => void planned.push({ times: 1, ...fault }),
    next(on: Fault['on']): Fault['how'] | null {
      const fault = planned.find((one) => one.on === on && one.times > 0)
      if (!fault) return null
      fault.times--
      return fault.how
    },
    clear: () => void planned.splice(0),
  }
}
