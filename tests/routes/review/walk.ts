import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'

/** Every address of the site with what stands in its places: each that is not named is tried with `other`. */
export function everyAddress(places: Record<string, string[]>, other: string[]): string[] {
  const found = new Set<string>()
  for (const path of pathsOf(routes)) for (const address of filled(path, places, other)) found.add(`/en/${address}`)
  return [...found]
}

function pathsOf(entries: RouteConfigEntry[], before = ''): string[] {
  return entries.flatMap(({ path, children = [] }) => {
    const whole = [before, path].filter(Boolean).join('/')
    return [...(path === '*' ? [] : [whole]), ...pathsOf(children, whole)]
  })
}

function filled(path: string, places: Record<string, string[]>, other: string[]): string[] {
  const name = /:(\w+)/.exec(path)?.[1]
  if (name === undefined) return [path]
  return (places[name] ?? other).flatMap((value) => filled(path.replace(`:${name}`, value), places, other))
}
