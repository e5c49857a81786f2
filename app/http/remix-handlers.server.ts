import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { type DirectAction, directActionAt, withOutcomes } from './direct-actions.server.ts'
import { narrowRoutes, type Placed } from './narrow-routes.ts'
import { withUnsentData } from './unsent-data.ts'
import { remembered } from '#app/values/remembered.ts'

/** What answers at an address. */
export interface Handler {
  remix: RequestHandler
  /** Of forms that are sent there, where the route asks for it. */
  direct: DirectAction | null
}

/** A build whose pages are read when one of their addresses is first asked for. */
export interface BuildInAreas extends Omit<ServerBuild, 'routes'> {
  routes: Record<string, Placed>
  read(ids: ReadonlySet<string>): Promise<ServerBuild['routes']>
}

/** Longer than any address of ours; those of strangers need not be remembered. */
const LONGEST = 200

/** Remix's handler for an address: over the routes that can match it, made when such an address is first asked for. */
export function remixHandlers(build: ServerBuild | BuildInAreas, mode: string): (pathname: string) => Promise<Handler> {
  const narrow = narrowRoutes(build.routes)
  const handlers = new Map<string, RequestHandler>()
  const handlerAt = async (pathname: string): Promise<Handler> => {
    const ids = narrow(pathname)
    const routes = 'read' in build ? await build.read(ids) : only(build.routes, ids)
    const direct = directActionAt(routes, pathname)
    const key = [...ids].join(' ')
    const known = handlers.get(key)
    if (known) return { remix: known, direct }
    const assets = { ...build.assets, routes: only(build.assets.routes, ids) }
    const remix = createRequestHandler({ ...build, routes: withUnsentData(withOutcomes(routes)), assets }, mode)
    handlers.set(key, remix)
    return { remix, direct }
  }
  const again = remembered(handlerAt)
  return (pathname) => (pathname.length > LONGEST ? handlerAt(pathname) : again(pathname))
}

function only<Route>(routes: Record<string, Route>, ids: ReadonlySet<string>): Record<string, Route> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
}
