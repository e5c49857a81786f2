// The other side of a ratio, in a process of its own: a bare `node:http` that reads the same form and merges what came
// during the last commit into the next transaction; or, with `locked`, one transaction for each, which locks first.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { type BareOrder, bareSeats } from './bare-seats.ts'

const [url = '', port = '0', kind = 'merged'] = process.argv.slice(2)
const isLocked = kind === 'locked'
const MOST = isLocked ? 1 : 200
const LANES = isLocked ? 10 : 1

interface Waiting {
  order: BareOrder
  done: (isPlaced: boolean) => void
}

const waiting: Waiting[] = []
const idle = await Promise.all(Array.from({ length: LANES }, () => bareSeats(url, isLocked)))

async function work(): Promise<void> {
  const take = idle.pop()
  if (!take) return
  while (waiting.length > 0) {
    const batch = waiting.splice(0, MOST)
    const isPlaced = await take(batch.map(({ order }) => order)).catch(() => false)
    for (const { done } of batch) done(isPlaced)
    await new Promise((next) => setImmediate(next))
  }
  idle.push(take)
}

/** Those of an answer of ours. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; frame-src 'self'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const form = new URLSearchParams(Buffer.concat(parts).toString())
    const typed = (name: string) => form.get(name) ?? ''
    const id = randomUUID()
    const order = {
      id,
      formKey: typed('formKey'),
      email: typed('people[0].email'),
      fullName: typed('people[0].fullName'),
      country: typed('people[0].country'),
    }
    const done = (isPlaced: boolean) => {
      const location = `/orders/${id.slice(0, 8)}?key=${id}`
      response.writeHead(isPlaced ? 303 : 409, { ...HEADERS, Location: location, 'X-Request-Id': id }).end()
    }
    waiting.push({ order, done })
    // What else has come by now goes with it.
    setImmediate(() => void work())
  })
}).listen(Number(port), '127.0.0.1', () => process.stderr.write('ready\n'))
