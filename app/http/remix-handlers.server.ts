import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { narrowRoutes } from './narrow-routes.ts'

/** Remix's handler for an address: over the routes that can match it, made when such an address is first asked for. */
export function remixHandlers(build: ServerBuild, mode: string): (pathname: string) => RequestHandler {
  const narrow = narrowRoutes(build.routes)
  const handlers = new Map<string, RequestHandler>()
  return (pathname) => {
    const ids = narrow(pathname)
    const key = [...ids].join(' ')
    const known = handlers.get(key)
    if (known) return known
    const assets = { ...build.assets, routes: only(build.assets.routes, ids) }
    const handler = createRequestHandler({ ...build, routes: only(build.routes, ids), assets }, mode)
    handlers.set(key, handler)
    return handler
  }
}

function only<Route>(routes: Record<string, Route>, ids: ReadonlySet<string>): Record<string, Route> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
}
