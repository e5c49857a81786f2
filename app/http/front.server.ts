import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerNotes } from './answer-notes.ts'
import { NOT_NOW } from './answers.ts'
import type { App } from './app.server.ts'
import { clientAddress } from './client-address.ts'
import { composePublic } from './compose-public.server.ts'
import { Crowd, TooMany } from './crowd.ts'
import { describeFault } from './error-log.server.ts'
import { keepAnswers } from './kept-answers.server.ts'
import { type KeptPlace, keptPlaces } from './kept-places.ts'
import { loggablePath } from './loggable-path.ts'
import { oneAConnection } from './one-a-connection.ts'
import { notAllowed, plain, sendBusy, sendFile } from './plain-answers.ts'
import { ReceivedForm } from './received-form.ts'
import { securePlain } from './security-headers.ts'
import { sendResponse } from './send-response.ts'
import { sendWhole } from './send-whole.ts'
import { sendsSlowly } from './sends-slowly.ts'
import type { StaticFile } from './static-files.ts'
import { toRequest } from './to-request.ts'
import type { Services } from '#app/services.server.ts'
import { ownTurn } from '#app/values/own-turn.ts'
import { whileAwaited } from '#app/values/rush.ts'

const READS = new Set(['GET', 'HEAD'])
const METHODS = new Set([...READS, 'POST'])

const FEED = /\.(ics|jcal|atom|txt)(\?|$)/

/** Whoever watches this process, and payment providers, are few and come again by themselves. */
const OF_PROGRAMS = /^\/(readyz|healthz|metrics|webhooks\/)/

/** Answers what a development server compiles on demand, and calls back for everything else. */
export type Middleware = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void

/**
 * The HTTP front: static files, kept answers, refusals that need no page, the page for whom we cannot carry now, and
 * everything else through the application.
 */
export function createFront(
  app: App,
  services: Services,
  files: Map<string, StaticFile>,
  middleware?: Middleware,
  crowd = new Crowd(),
  makers = new Crowd(),
): Server {
  const { config, log } = services
  const keptPlace = keptPlaces(services.keptAddress)
  const compose = composePublic(app, config.baseUrl)
  const keptAnswer = keepAnswers({
    versionOf: services.contentVersion,
    changesAt: services.nextMoment,
    // A page that is not kept yet costs as much as any other, and thousands of them are to keep nobody else waiting.
    compose: (place: KeptPlace, last) => makers.admit(() => compose(place, last)),
  })
  const noteAnswer = answerNotes(services)
  /** A crowd apart, so that who sends on and on keeps nobody out who sends a line. */
  const senders = new Crowd()
  const server = createServer(
    { requestTimeout: 60_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 },
    (incoming, outgoing) => {
      const began = performance.now()
      const place = middleware || !READS.has(incoming.method ?? '') ? null : keptPlace(incoming)
      if (place !== null) return void answerKept(incoming, outgoing, { place, began })
      askApp(incoming, outgoing, began)
    },
  )
  return server

  /** For what is no page. */
  function secured(outgoing: ServerResponse): ServerResponse {
    securePlain(outgoing, config)
    return outgoing
  }

  function askApp(incoming: IncomingMessage, outgoing: ServerResponse, began: number): void {
    outgoing.on('close', () => noteAnswer(incoming, outgoing, { began, requestId: outgoing.getHeader('X-Request-Id') }))
    if (middleware) middleware(incoming, secured(outgoing), () => void guarded(incoming, outgoing))
    else void guarded(incoming, outgoing)
  }

  /** When the database cannot say whether it still holds, or anything else goes wrong, a feed has no answer at all. */
  async function answerKept(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    { place, began }: { place: KeptPlace; began: number },
  ) {
    let requestId: string | undefined
    try {
      // Who is signed in may have changed something just now, and looks whether it is there.
      const answer = await keptAnswer(place, services.clock.now(), incoming.headers.cookie !== undefined)
      await sendWhole(incoming, outgoing, answer)
    } catch (error) {
      requestId = randomUUID()
      const isTooMany = error instanceof TooMany
      if (!isTooMany)
        log.error({ requestId, fault: describeFault(error), path: loggablePath(place.address) }, 'internal fault')
      if (outgoing.headersSent) return void outgoing.destroy()
      const ofFeed = { ...NOT_NOW, 'X-Request-Id': requestId }
      if (FEED.test(place.address)) secured(outgoing).writeHead(503, ofFeed).end()
      else if (isTooMany) sendBusy(incoming, secured(outgoing))
      else return askApp(incoming, outgoing, began)
    }
    noteAnswer(incoming, outgoing, { began, requestId })
  }

  async function guarded(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      await oneAConnection(incoming.socket, () => answer(incoming, outgoing))
    } catch (error) {
      if (outgoing.destroyed) return
      log.error({ fault: describeFault(error), path: loggablePath(incoming.url ?? '') }, 'request failed')
      if (outgoing.headersSent) outgoing.destroy()
      else if (FEED.test(incoming.url ?? '')) secured(outgoing).writeHead(503, NOT_NOW).end()
      else plain(secured(outgoing), 500, 'Something went wrong on our side. Please try again.')
    }
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (!METHODS.has(incoming.method ?? '')) return notAllowed(secured(outgoing))
    const file = files.get((incoming.url ?? '').split('?', 1)[0] ?? '')
    if (file && incoming.method !== 'POST') return sendFile(incoming, secured(outgoing), file)
    const among = sendsSlowly(incoming) ? senders : crowd
    const client = { address: clientAddress(incoming, config.trustProxy) }
    const isTooMany = () => among.isTooManyFrom(client.address) && !OF_PROGRAMS.test(incoming.url ?? '')
    if (isTooMany()) return sendBusy(incoming, secured(outgoing))
    const request = toRequest(incoming, outgoing, config.baseUrl)
    if (request === null) return plain(secured(outgoing), 400, 'This address cannot be read.')
    if (request === 'too-large') {
      // Read and dropped: a connection that is cut while a browser sends shows no answer at all.
      incoming.resume()
      return plain(secured(outgoing), 413, 'This is more than we accept in one request.')
    }
    // Whose form is still on its way does not stand in the crowd; whose connection ended wants no page.
    if (request instanceof ReceivedForm && among === crowd) {
      if (!(await request.arrived())) return void outgoing.destroy()
      if (isTooMany()) return sendBusy(incoming, secured(outgoing))
    }
    await among.wait(client.address, () =>
      whileAwaited(async () => {
        await ownTurn()
        // Nobody is there to read it; a form is worth as much as before.
        if (incoming.socket.destroyed && request.method === 'GET') return
        await sendResponse(incoming, outgoing, await app(request, client))
      }),
    )
  }
}
