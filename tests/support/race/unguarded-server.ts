// The negative control of a rush: a server like any other, but that its updates of quotas have lost their guard; whoever
// starts it takes down the wall behind it (`without-wall.ts`). Between judging and writing passes a moment, as on a machine that is busy.
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { KyselyPlugin } from 'kysely'
import { withoutGuard } from './without-guard.ts'
import { readConfig } from '#app/config.server.ts'
import { createApp } from '#app/http/app.server.ts'
import { createFront } from '#app/http/front.server.ts'
import { combineOrders } from '#app/registrations/order-combiner.server.ts'
import { createServices } from '#app/services.server.ts'

const seen = new WeakSet<object>()
const slow: KyselyPlugin = {
  transformQuery({ node, queryId }) {
    if (node.kind === 'SelectQueryNode' && JSON.stringify(node).includes('"quotas"')) seen.add(queryId)
    return node
  },
  async transformResult({ result, queryId }) {
    if (seen.has(queryId)) await sleep(20)
    return result
  },
}

const config = readConfig()
const services = await createServices(config)
const db = services.db.withPlugin(withoutGuard).withPlugin(slow)
Object.assign(services, { db, placeOrder: combineOrders(db) })
const file = resolve(process.env.PLENARY_BUILD_DIR ?? 'build', 'server/index.js')
const build = (await import(pathToFileURL(file).href)) as ServerBuild
createFront(createApp(services, build, 'production'), services, new Map()).listen(config.port)
