import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { type AgnosticRouteObject, matchRoutes } from '@remix-run/router'
import { expect, test } from 'vitest'
import { narrowRoutes } from '#app/http/narrow-routes.ts'

type Routes = ServerBuild['routes']

const folder = process.env.PLENARY_BUILD_DIR ?? 'build'
const { routes } = (await import(pathToFileURL(resolve(folder, 'server/index.js')).href)) as ServerBuild
const narrow = narrowRoutes(routes)

function treeOf(all: Routes, parentId?: string): AgnosticRouteObject[] {
  return Object.values(all).flatMap((route) => {
    if (route?.parentId !== parentId) return []
    const { id, path, index } = route
    const rest = path === undefined ? {} : { path }
    return [index ? { id, index, ...rest } : { id, ...rest, children: treeOf(all, id) }]
  })
}

const whole = treeOf(routes)

function matched(tree: AgnosticRouteObject[], address: string) {
  return matchRoutes(tree, address)?.map(({ route, params }) => [route.id, params])
}

function addressOf(id: string): string {
  const { parentId, path = '' } = routes[id]!
  const outer = parentId === undefined ? '' : addressOf(parentId)
  return path === '' ? outer : `${outer}/${path.replace(/:[\w-]+/g, 'Some-1')}`
}

const known = Object.keys(routes).map((id) => addressOf(id) || '/')
const odd = [
  '/events//x/register',
  '/EVENTS/x/Register/',
  '/%65vents/x/register',
  '/events/a%2Fb/register',
  '/events/x/register/more',
  '/nothing/here',
  '/organize/x/tickets/y/remove/z',
  '//',
]

test.each([...new Set([...known, ...known.map((address) => `${address}/`), ...odd])])(
  'at %s the few routes match as all do',
  (address) => {
    const ids = narrow(address)
    const few = treeOf(Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id))))
    expect(matched(few, address)).toEqual(matched(whole, address))
    expect(ids.size).toBeLessThan(12)
  },
)
