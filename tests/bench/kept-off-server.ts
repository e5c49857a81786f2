import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { readConfig } from '#app/config.server.ts'
import { createApp } from '#app/http/app.server.ts'
import { createFront } from '#app/http/front.server.ts'
import { createServices, type Services } from '#app/services.server.ts'

// The process of server.ts with a database that is there already, in which no answer is ever kept: every page is made,
// and, when it is told to be `reading`, of nothing that was read before.
const config = readConfig()
const services: Services = { ...(await createServices(config)), keptAddress: () => null }
if (process.argv.includes('reading')) services.publicFacts = () => Promise.resolve((_, read) => read())
const build = (await import(
  pathToFileURL(resolve(process.env.PLENARY_BUILD_DIR ?? 'build', 'server/index.js')).href
)) as ServerBuild
createFront(createApp(services, build, 'production'), services, new Map()).listen(config.port)
