import type { IncomingMessage, ServerResponse } from 'node:http'
import { loggablePath } from './loggable-path.ts'
import type { Services } from '#app/services.server.ts'

interface Note {
  /** By `performance.now()`. */
  began: number
  requestId: unknown
}

/** Writes down that a request was answered: how it ended, how long it took, nothing of who asked. */
export function answerNotes({
  log,
  metrics,
}: Pick<Services, 'log' | 'metrics'>): (incoming: IncomingMessage, outgoing: ServerResponse, note: Note) => void {
  return ({ method = '', url = '' }, { statusCode: status }, { began, requestId }) => {
    const took = performance.now() - began
    metrics.observeRequest(method, status, took / 1000)
    if (!log.isLevelEnabled('info')) return
    log.info({ requestId, method, path: loggablePath(url), status, ms: Math.round(took) }, 'request')
  }
}
