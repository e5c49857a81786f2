import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { processorSeconds } from './processor-time.ts'

const CONNECTIONS = 20
const WARM = 700
const MEASURED = 2500

export interface Target {
  url: string
  headers?: Record<string, string>
  /** Of the process that answers. */
  pid: number
}

export interface Load {
  perSecond: number
  /** Processor time that the server spent on an answer, with all of its threads, in microseconds; NaN where nobody tells. */
  processor: number
}

/**
 * How often one address is answered with 20 connections, each asking again when it has its answer. On two cores whoever asks
 * takes one of them; so asking is kept as cheap as it can be, and what the server itself spent is told beside.
 */
export async function load(target: Target): Promise<Load> {
  const { pid } = target
  await countAnswers(WARM, target)
  const before = processorSeconds(pid)
  const begun = performance.now()
  const answers = await countAnswers(MEASURED, target)
  const seconds = (performance.now() - begun) / 1000
  return { perSecond: answers / seconds, processor: ((processorSeconds(pid) - before) / answers) * 1_000_000 }
}

/** How many answers came in that time. @throws when one is neither 2xx nor 3xx. */
export async function countAnswers(milliseconds: number, { url, headers }: Target): Promise<number> {
  const { hostname, port, host, pathname, search } = new URL(url)
  const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`)
  const until = performance.now() + milliseconds
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const socket = connect(Number(port), hostname)
      socket.setNoDelay(true)
      await once(socket, 'connect')
      return await again(socket, request, until)
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Asks on one connection until it is time. */
function again(socket: Socket, request: Buffer, until: number): Promise<number> {
  let answers = 0
  /** What is to come of this answer; null before its beginning was seen, infinite where its end says so itself. */
  let missing: number | null = null
  /** Of the last answer that came in one piece: another one like it needs no reading. */
  let usual = 0
  return new Promise((done, fail) => {
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('the connection was closed')))
    socket.on('data', (piece) => {
      if (missing !== null || piece.length !== usual || !isGood(piece)) {
        const isFirst = missing === null
        missing ??= lengthOf(piece)
        if (Number.isNaN(missing)) return void socket.destroy(new Error(piece.toString('latin1', 0, 200)))
        const isChunked = missing === Infinity
        missing -= piece.length
        if (isChunked ? piece.toString('latin1', Math.max(piece.length - 5, 0)) !== '0\r\n\r\n' : missing > 0) return
        usual = isFirst && !isChunked ? piece.length : 0
        missing = null
      }
      answers++
      if (performance.now() < until) return void socket.write(request)
      socket.removeAllListeners('close')
      socket.destroy()
      done(answers)
    })
    socket.write(request)
  })
}

/** Whether it begins with an answer of 2xx or 3xx. */
function isGood(piece: Buffer): boolean {
  const first = piece[9]
  return first === 0x32 || first === 0x33
}

/** Of a whole answer with its head, by its first piece; infinite for one in chunks, NaN for one that nobody wants. */
function lengthOf(piece: Buffer): number {
  const end = piece.indexOf('\r\n\r\n')
  const head = piece.toString('latin1', 0, Math.max(end, 0))
  const status = head.slice(9, 12)
  if (end === -1 || !isGood(piece)) return Number.NaN
  if (status === '304' || status === '204') return end + 4
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  return length === undefined ? Infinity : end + 4 + Number(length)
}
