import { Refused, type Result } from '#app/values/refusal.ts'

/** What a command gave, inside a larger transaction. @throws Refused what it refused, so that its part is taken back. */
export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(...result.refusals)
  return result.value
}
