import { serve } from './serve.ts'
import * as build from 'virtual:pages-in-areas'
import type { ServerBuild } from '@remix-run/node'
import { createApp } from '#app/http/app.server.ts'
import { createFront } from '#app/http/front.server.ts'
import { readStaticFiles } from '#app/http/static-files.ts'

/** What `npm start` runs, out of the build: the application with the pages of an area when it is first asked for one. */
export async function start(buildFolder: string): Promise<void> {
  await serve(async (services) => {
    const app = createApp(services, { ...build, read }, 'production')
    return createFront(app, services, await readStaticFiles(`${buildFolder}/client`))
  })
}

async function read(ids: ReadonlySet<string>): Promise<ServerBuild['routes']> {
  const routes: ServerBuild['routes'] = {}
  for (const id of ids) {
    const { area, name, ...route } = build.routes[id]!
    const pages = await build.areas[area]!()
    routes[id] = { ...route, module: pages[name]! }
  }
  return routes
}
