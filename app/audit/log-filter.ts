import { isPartialDay } from '#app/values/moment.ts'

/** Which entries of a log are meant: every part that is set narrows it. */
export interface LogFilter {
  /** Kind of thing (`registration`, `quota`), and one of them. */
  kind: string | null
  objectId: string | null
  /** An account. */
  actorId: string | null
  /** The first and the last day, on the clock of the event's zone. */
  from: string | null
  to: string | null
}

/** The filter that an address asks for; what is no filter counts as none. */
export function logFilterOf(address: URLSearchParams): LogFilter {
  const text = (name: string, shape: RegExp) => {
    const value = address.get(name) ?? ''
    return shape.test(value) ? value : null
  }
  const day = (name: string) => {
    const value = address.get(name) ?? ''
    return value.length === 10 && isPartialDay(value) ? value : null
  }
  return {
    kind: text('kind', /^[a-z-]{1,30}$/),
    objectId: text('object', /^[\w-]{1,36}$/),
    actorId: text('by', /^[\w-]{1,36}$/),
    from: day('from'),
    to: day('to'),
  }
}

/** The query of an address that asks for this filter, without what is not set. */
export function addressOfLog({ kind, objectId, actorId, from, to }: LogFilter): URLSearchParams {
  const pairs = Object.entries({ kind, object: objectId, by: actorId, from, to })
  return new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== null))
}
