import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EntryContext, ServerBuild } from '@remix-run/node'
import { readConfig } from '#app/config.server.ts'
import { createApp } from '#app/http/app.server.ts'
import { createServices } from '#app/services.server.ts'

type Entry = ServerBuild['entry']['module'] & { markupOf(context: EntryContext, url: string): string }

/**
 * React rendering the components of one of our pages, in the providers that they need, with everything that its loaders
 * return already there: no query, no routing, no rules of style. The page is made once to have it.
 */
export async function componentsOf(path: string): Promise<() => string> {
  const config = readConfig()
  const services = await createServices(config)
  const file = resolve(process.env.PLENARY_BUILD_DIR ?? 'build', 'server/index.js')
  const build = (await import(pathToFileURL(file).href)) as ServerBuild
  const entry = build.entry.module as Entry
  let markup: (() => string) | null = null
  const noting: Entry = {
    ...entry,
    default(request, status, headers, context, loadContext) {
      markup = () => entry.markupOf(context, request.url)
      return entry.default(request, status, headers, context, loadContext)
    },
  }
  const app = createApp(services, { ...build, entry: { module: noting } }, 'production')
  await app(new Request(new URL(path, config.baseUrl)), { address: '' })
  await services.db.destroy()
  if (markup === null) throw new Error(`${path} is no page`)
  return markup
}
