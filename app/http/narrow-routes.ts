/** As much of a route as says at which addresses it may be. */
export interface Placed {
  id: string
  parentId?: string | undefined
  path?: string | undefined
}

interface Pattern {
  /** The route and all that it stands in. */
  ids: string[]
  /** In lower case; null for one that matches anything. */
  segments: (string | null)[]
  isOpenEnded: boolean
}

/**
 * For an address, the few routes that can match it, by id: matching compares with every route there is, three times a
 * request, and all but a handful differ from the address in a fixed word or in length. Which of them it is, is not
 * decided here: rather one too many than one too few.
 */
export function narrowRoutes(routes: Record<string, Placed | undefined>): (pathname: string) => Set<string> {
  const patterns = Object.keys(routes).map((id) => patternOf(routes, id))
  return (pathname) => {
    const asked = pathname.split('/').filter(Boolean).map(plain)
    return new Set(patterns.filter((pattern) => mayMatch(pattern, asked)).flatMap(({ ids }) => ids))
  }
}

function patternOf(routes: Record<string, Placed | undefined>, id: string): Pattern {
  const own = routes[id]!
  const outer = own.parentId === undefined ? null : patternOf(routes, own.parentId)
  const words = (own.path ?? '').split('/').filter(Boolean)
  const isOpenEnded = words.some((word) => word === '*' || word.endsWith('?'))
  const fixed = isOpenEnded ? [] : words.map((word) => (word.includes(':') ? null : word.toLowerCase()))
  return {
    ids: [...(outer?.ids ?? []), id],
    segments: [...(outer?.segments ?? []), ...fixed],
    isOpenEnded: isOpenEnded || outer?.isOpenEnded === true,
  }
}

function mayMatch({ segments, isOpenEnded }: Pattern, asked: string[]): boolean {
  const isLong = isOpenEnded ? asked.length >= segments.length : asked.length === segments.length
  return isLong && segments.every((segment, at) => segment === null || segment === asked[at])
}

/** As routes are compared: decoded, whatever the case. */
function plain(segment: string): string {
  try {
    return decodeURIComponent(segment).toLowerCase()
  } catch {
    return segment.toLowerCase()
  }
}
