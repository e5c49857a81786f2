import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'

/** Addresses that only take a form, or that a desk has only once something else is there. */
const NO_PAGES = /\/(again|up|down|verify|agree|decide)$/

interface Desk {
  slug: string
  /** What may stand for the names in addresses; an address with another name is left out. */
  ids?: Record<string, string>
}

/** Every page of the organizers' workspace of one event, as `app/routes.ts` has them, and the list of events. */
export function deskAddresses({ slug, ids = {} }: Desk): string[] {
  const known: Record<string, string> = { event: slug, ...ids }
  return ['/organize', '/organize/new', ...patterns(routes)]
    .filter((one) => one.startsWith('/organize/:event') || !one.includes(':event'))
    .filter((one) => one.startsWith('/organize') && !NO_PAGES.test(one))
    .filter((one) => [...one.matchAll(/:(\w+)/g)].every(([, name]) => known[name!] !== undefined))
    .map((one) => one.replace(/:(\w+)/g, (_, name: string) => known[name]!))
    .filter((one, at, all) => all.indexOf(one) === at)
}

function patterns(entries: RouteConfigEntry[], base = ''): string[] {
  return entries.flatMap(({ path = '', file, children = [] }) => {
    const own = [base, path].filter(Boolean).join('/')
    const isPage = file.endsWith('.tsx') || file.includes('csv')
    return [...(isPage ? [`/${own}`] : []), ...patterns(children, own)]
  })
}
