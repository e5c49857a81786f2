import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'

// The other side of a ratio: the same bytes with the same headers from a bare `node:http`, in a process of its own.
const [path = '', port = '0'] = process.argv.slice(2)
const { status, headers, body } = JSON.parse(readFileSync(path, 'utf8')) as {
  status: number
  headers: Record<string, string>
  body: string
}
const bytes = Buffer.from(body, 'base64')
createServer((_, response) => {
  response.writeHead(status, headers)
  response.end(bytes.length > 0 ? bytes : undefined)
}).listen(Number(port), '127.0.0.1')
