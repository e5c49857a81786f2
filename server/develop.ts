import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import { serve } from './serve.ts'
import { createApp } from '#app/http/app.server.ts'
import { createFront } from '#app/http/front.server.ts'

/** What `npm run dev` runs, from the sources: pages are compiled when they are asked for; Vite serves the stylesheet. */
export async function develop(): Promise<void> {
  await serve(async (services) => {
    const vite = await createServer({
      configFile: 'remix.config.js',
      server: { middlewareMode: true },
      appType: 'custom',
    })
    const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
    return createFront(createApp(services, build, 'development'), services, new Map(), vite.middlewares)
  })
}
