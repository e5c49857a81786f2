import { newId } from '#app/values/id.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'

/** The id and moment of a mark that is made knowing of another one: it is the newer of the two wherever they meet. */
export function newerMark(
  before: { at: Instant; markId: string } | undefined,
  now: Instant,
): { id: string; at: Instant } {
  const id = newId(now)
  const isBehind = before !== undefined && (before.at > now || (before.at === now && before.markId > id))
  const at = isBehind ? addSeconds(before.at, 0.001) : now
  return { id, at }
}
