/**
 * An expected "no". Commands return it as a value; only surprises are thrown.
 * `code` is stable and has a sentence in the language catalogues under `refusal.CODE`;
 * `field` is the form field it belongs to, as the form names it; `details` fill the sentence.
 */
export interface Refusal<Code extends string = string> {
  code: Code
  field?: string
  details?: Record<string, string | number>
}

export type Result<T, Code extends string = string> = { ok: true; value: T } | { ok: false; refusals: Refusal<Code>[] }

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refuse<Code extends string>(...refusals: Refusal<Code>[]): { ok: false; refusals: Refusal<Code>[] } {
  return { ok: false, refusals }
}

/** Thrown inside a transaction to roll it back; `transact` returns its refusals as a value. */
export class Refused<Code extends string = string> extends Error {
  readonly refusals: Refusal<Code>[]

  constructor(...refusals: Refusal<Code>[]) {
    super(refusals.map((refusal) => refusal.code).join(', '))
    this.name = 'Refused'
    this.refusals = refusals
  }
}
