import type { Params } from './schema.ts'

export interface Answer {
  status: number
  body: unknown
}

/**
 * Stripe's rule (https://docs.stripe.com/api/idempotent_requests): the first answer to a key is kept and given again, a
 * server error too; the same key with other parameters is an error; a rate limit is not kept.
 */
export function idempotent() {
  const answers = new Map<string, { params: string; answer: Answer }>()
  return {
    /** The answer that was given before, or null when the request is to be done. */
    begin(key: string | null, params: Params): Answer | null {
      const known = key === null ? undefined : answers.get(key)
      if (!known) return null
      if (known.params === JSON.stringify(params)) return known.answer
      const message =
        'Keys for idempotent requests can only be used with the same parameters they were first used with.'
      return { status: 400, body: { error: { type: 'idempotency_error', message } } }
    },
    keep(key: string | null, params: Params, answer: Answer): Answer {
      if (key !== null && !answers.has(key) && answer.status !== 429 && answer.status !== 401)
        answers.set(key, { params: JSON.stringify(params), answer })
      return answer
    },
  }
}
