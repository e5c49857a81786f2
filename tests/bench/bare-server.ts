import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { renderToString } from 'react-dom/server'
import type { BareWay } from './bare.ts'
import { componentsOf } from './components-of.ts'
import { elementsOf } from './elements-of.ts'

// Says its port when it listens.
const [way, path] = process.argv.slice(2) as [BareWay, string]
const { address, status, headers, body } = JSON.parse(readFileSync(path, 'utf8')) as {
  address: string
  status: number
  headers: Record<string, string>
  body: string
}
const bytes = Buffer.from(body, 'base64')
const answer = way === 'bytes' ? () => (bytes.length > 0 ? bytes : undefined) : rendered(await rendering(way))
const server = createServer((_, response) => {
  const sent = answer()
  response.writeHead(status, { ...headers, ...(sent && { 'Content-Length': Buffer.byteLength(sent) }) })
  response.end(sent)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))

async function rendering(way: BareWay): Promise<() => string> {
  if (way === 'components') return withStyle(await componentsOf(address))
  const page = elementsOf(bytes.toString())
  return () => renderToString(page())
}

/** The page's own style is found by who makes a page; here it is a text. */
function withStyle(markup: () => string): () => string {
  const style = /<style>[^]*?<\/style><link rel="icon"[^>]*>/.exec(bytes.toString())?.[0] ?? ''
  return () => markup().replace('<style></style>', () => style)
}

/** @throws when React does not make about the same bytes. */
function rendered(render: () => string): () => string {
  const answer = () => `<!DOCTYPE html>${render()}`
  const shorter = Math.abs(answer().length - bytes.toString().length) / bytes.length
  if (shorter > 0.05) throw new Error(`${answer().length} instead of ${bytes.length}`)
  return answer
}
