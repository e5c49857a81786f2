import type { ServerBuild } from '@remix-run/node'
import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { testServices } from './app.ts'
import { type App, createApp } from '#app/http/app.server.ts'
import { createFront } from '#app/http/front.server.ts'
import type { Services } from '#app/services.server.ts'

export interface WireAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
}

type Asked = { method?: string; headers?: Record<string, string> }

/** The whole application behind its HTTP front, asked through a socket by a program that adds nothing of its own. */
export async function testFront(environment: Record<string, string> = {}) {
  const test = await testServices(environment)
  const folder = process.env.PLENARY_BUILD_DIR ?? 'build'
  const build = (await import(pathToFileURL(resolve(folder, 'server/index.js')).href)) as ServerBuild
  const whole = createApp(test.services, build, 'production')
  const asked: string[] = []
  const app: App = (request, client) => {
    asked.push(new URL(request.url).pathname + new URL(request.url).search)
    return whole(request, client)
  }
  const fronts = await Promise.all([test.services, { ...test.services, keptAddress: () => null }].map(listen))

  async function listen(services: Services) {
    const front = createFront(app, services, new Map())
    front.listen(0, '127.0.0.1')
    await once(front, 'listening')
    return front
  }
  const ask = (front: (typeof fronts)[number], path: string, given: Asked = {}) =>
    send((front.address() as AddressInfo).port, path, given)

  return {
    ...test,
    /** What reached the application, in the order of time. */
    asked,
    /** On 127.0.0.1, for programs that ask themselves. */
    port: (fronts[0]!.address() as AddressInfo).port,
    get: (path: string, given?: Asked) => ask(fronts[0]!, path, given),
    /** The same past everything that is kept in memory. */
    getUnkept: (path: string, given?: Asked) => ask(fronts[1]!, path, given),
    async close() {
      for (const front of fronts) {
        front.closeAllConnections()
        await new Promise((done) => front.close(done))
      }
      await test.close()
    },
  }
}

function send(port: number, path: string, { method = 'GET', headers = {} }: Asked): Promise<WireAnswer> {
  return new Promise((done, fail) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        done({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() })
      })
    })
    sent.on('error', fail)
    sent.end()
  })
}
