import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

export interface Received {
  from: string
  to: string[]
  raw: string
}

/** How the server treats the next mails; `null` is kindly. */
export type Mood =
  | null
  | { refuse: number; at: 'sign-in' | 'sender' | 'recipient' | 'content' }
  | 'drop-after-data'
  | 'drip'

/** A mail server on a free port of this machine, kindly unless told otherwise; what it took is in `received`. */
export async function smtpServer() {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let mood: Mood = null
  const refusal = (at: string) => {
    if (mood === null || typeof mood === 'string' || mood.at !== at) return null
    return Object.assign(new Error(`${mood.refuse} refused at ${at}`), { responseCode: mood.refuse })
  }

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onAuth: (_auth, _session, done) => {
      const error = refusal('sign-in')
      if (error) done(error)
      else done(null, { user: 'somebody' })
    },
    onMailFrom: (_address, _session, done) => done(refusal('sender')),
    onRcptTo: (_address, _session, done) => done(refusal('recipient')),
    onData(stream: SMTPServerDataStream, session: SMTPServerSession, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const error = refusal('content')
        if (error) return done(error)
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks).toString('latin1'),
        })
        if (mood === 'drop-after-data') for (const socket of sockets) socket.destroy()
        else if (mood === 'drip') drip(sockets)
        else done()
      })
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    be(next: Mood) {
      mood = next
    },
    dropAll() {
      for (const socket of sockets) socket.destroy()
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

/** One byte of a long answer every tenth of a second, never its end: no timer of silence notices. */
function drip(sockets: Set<Socket>): void {
  for (const socket of sockets) {
    const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('2')), 100)
    socket.on('close', () => clearInterval(timer))
  }
}
