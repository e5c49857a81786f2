import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Between a client and our server: a line that can be taken away, or break in the middle of an answer. */
export interface Line {
  port: number
  /** How many answers have gone through whole or, `broken`, by half. */
  count(): { whole: number; broken: number }
  /** Every answer that has a body ends after its first half, whatever Content-Length has promised. */
  breakAnswers(areBroken: boolean): void
  /** Connections are refused, as when nobody listens. */
  takeAway(): Promise<void>
  giveBack(): Promise<void>
  close(): Promise<void>
}

export async function givenLine(serverPort: number): Promise<Line> {
  const sockets = new Set<Socket>()
  let areBroken = false
  const count = { whole: 0, broken: 0 }
  let server = await listen(0)
  const { port } = server.address() as { port: number }

  async function listen(at: number): Promise<Server> {
    const listening = createServer(carry).listen(at, '127.0.0.1')
    await once(listening, 'listening')
    return listening
  }

  function carry(client: Socket) {
    const upstream = connect(serverPort, '127.0.0.1')
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      // Whoever hangs up takes the other along.
      socket.on('error', () => [client, upstream].forEach((one) => one.destroy()))
    }
    client.pipe(upstream)
    let answer = Buffer.alloc(0)
    upstream.on('data', (data: Buffer) => {
      if (!areBroken) return void client.write(data)
      answer = Buffer.concat([answer, data])
      const half = halfOf(answer)
      if (half === null || answer.length < half) return
      count.broken += 1
      client.end(answer.subarray(0, half))
      upstream.destroy()
    })
    upstream.on('end', () => {
      count.whole += 1
      client.end(areBroken ? answer : '')
    })
  }

  async function takeAway() {
    for (const socket of sockets) socket.destroy()
    if (!server.listening) return
    server.close()
    await once(server, 'close')
  }

  return {
    port,
    count: () => ({ ...count }),
    breakAnswers: (are) => (areBroken = are),
    takeAway,
    async giveBack() {
      server = await listen(port)
    },
    close: takeAway,
  }
}

/** How many bytes of an answer arrive; null when that is not known yet, or when it has no body. */
function halfOf(answer: Buffer): number | null {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return null
  const length = /^content-length: (\d+)/im.exec(answer.subarray(0, head).toString())?.[1]
  return length === undefined || length === '0' ? null : head + 4 + Math.floor(Number(length) / 2)
}
