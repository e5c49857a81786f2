import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands between browsers and the server: the same address stays while what is behind it is another version. */
export async function startDeployment() {
  let upstream = ''
  let version = ''
  const front: Server = createServer((asked, answer) => {
    const { method, url, headers } = asked
    // Uncompressed, so that a script can be written to.
    const passed = { ...headers, 'accept-encoding': 'identity', ...(version ? { 'if-none-match': '' } : {}) }
    const behind = request(new URL(url!, upstream), { method, headers: passed }, (said) => {
      const isScript = version !== '' && /\/(attendance|attendance-worker)\.js$/.test(url!)
      const { 'content-length': _, ...kept } = said.headers
      answer.writeHead(said.statusCode!, isScript ? kept : said.headers)
      if (!isScript) return void said.pipe(answer)
      said.pipe(answer, { end: false })
      said.on('end', () => answer.end(`\n;globalThis.deployed = ${JSON.stringify(version)}\n`))
    })
    behind.on('error', () => answer.destroy())
    asked.pipe(behind)
  })
  await once(front.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    leadTo(url: string) {
      upstream = url
    },
    /** From now on every script of the device is another one. */
    deploy(name: string) {
      version = name
    },
    stop() {
      front.closeAllConnections()
      front.close()
    },
  }
}
