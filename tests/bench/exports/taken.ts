import { Agent, get } from 'node:http'

const ASKED = 300

const agent = new Agent({ keepAlive: true })

interface Asked {
  port: string
  path: string
  cookie: string
}

/** Asks for a file and throws it away as it comes. @throws when it is not whole. */
export function taken({ port, path, cookie }: Asked): Promise<{ seconds: number; pages: number }> {
  const begun = performance.now()
  return new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, agent, headers: { Cookie: cookie } }, (response) => {
      let pages = 0
      response.on('data', (piece: Buffer) => {
        if (path.includes('.pdf')) pages += piece.toString('latin1').split('/Type /Page\n').length - 1
      })
      response.on('end', () => {
        if (response.statusCode !== 200 || !response.complete) return fail(new Error(`${path}: ${response.statusCode}`))
        done({ seconds: (performance.now() - begun) / 1000, pages })
      })
      response.on('error', fail)
    }).on('error', fail)
  })
}

/** What 99 of 100 wait for a page at most, in milliseconds. */
export async function waits(page: Asked): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < ASKED; at++) times.push((await taken(page)).seconds * 1000)
  return times.toSorted((one, other) => one - other)[Math.floor(ASKED * 0.99)]!
}
