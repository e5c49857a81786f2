import { createServer, type Server } from 'node:http'
import { createReadableStreamFromReadable, writeReadableStreamToWritable } from '@remix-run/node'
import type { App } from './app.server.ts'
import type { Config } from '#app/config.server.ts'

/** The HTTP front: sockets in, sockets out, around the application. */
export function createFront(app: App, config: Config): Server {
  return createServer((incoming, outgoing) => {
    void (async () => {
      const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
      const request = new Request(new URL(incoming.url ?? '/', config.baseUrl), {
        method: incoming.method ?? 'GET',
        headers: incoming.headers as Record<string, string>,
        ...(hasBody ? { body: createReadableStreamFromReadable(incoming), duplex: 'half' } : {}),
      } as RequestInit)
      const response = await app(request, { address: incoming.socket.remoteAddress ?? '' })
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      if (response.body) await writeReadableStreamToWritable(response.body, outgoing)
      else outgoing.end()
    })()
  })
}
