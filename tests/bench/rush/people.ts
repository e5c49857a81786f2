// Run by send-forms.ts, in a process of its own: many connections, each of which sends a form, waits for its answer and
// sends the next, until all are sent. Prints how they were answered.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { OWN, type Rush, type Rushed } from './send-forms.ts'

const { targets, connections, tries } = JSON.parse(process.argv[2]!) as Rush

const forms = Map.groupBy(targets, ({ host }) => host)
const run = randomBytes(12).toString('base64url')
const statuses: Record<string, number> = {}
const took = new Float64Array(tries)
let sent = 0
let answered = 0
let places = 0
let firstAt = 0
let lastPlacedAt = 0

/** The next request to a host: its forms in turn, and nobody sends the same one twice. */
function next(host: string): string {
  const own = forms.get(host)!
  const { path, body } = own[sent % own.length]!
  const form = body.replaceAll(OWN, `${run}-${(sent++).toString(36).padStart(6, '0')}`)
  return (
    `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nAccept-Language: en\r\n` +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(form)}\r\n\r\n${form}`
  )
}

function open(host: string): void {
  const [name = '', port = '80'] = host.split(':')
  const socket = connect(Number(port), name).setNoDelay(true).setEncoding('latin1')
  let began = 0
  let received = ''
  const send = () => {
    began = 0
    if (sent >= tries) return void socket.end()
    received = ''
    began = performance.now()
    firstAt ||= began
    socket.write(next(host))
  }
  socket.on('connect', send)
  socket.on('data', (chunk: string) => {
    received += chunk
    const head = received.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(received.slice(0, head))?.[1] ?? 0)
    if (received.length < head + 4 + length) return
    note(received.slice(9, 12), performance.now() - began)
    send()
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    if (began !== 0) note('broken', performance.now() - began)
    if (sent < tries) open(host)
  })
}

function note(status: string, milliseconds: number): void {
  statuses[status] = (statuses[status] ?? 0) + 1
  took[answered++] = milliseconds
  if (status === '303') {
    places++
    lastPlacedAt = performance.now()
  }
  if (answered === tries) tell()
}

function tell(): void {
  const sorted = took.toSorted()
  const at = (share: number) => sorted[Math.min(tries - 1, Math.ceil(tries * share) - 1)]!
  const rushed: Rushed = {
    seconds: (performance.now() - firstAt) / 1000,
    placed: places,
    placedIn: places === 0 ? 0 : (lastPlacedAt - firstAt) / 1000,
    statuses,
    p50: at(0.5),
    p99: at(0.99),
    longest: at(1),
  }
  process.stdout.write(JSON.stringify(rushed), () => process.exit(0))
}

const hosts = [...forms.keys()]
for (let lane = 0; lane < connections; lane++) open(hosts[lane % hosts.length]!)
