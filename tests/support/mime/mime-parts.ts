/** One leaf of a mail, as its bytes say: nothing is mended. */
export interface MimePart {
  /** By lower-case name; unfolded. */
  headers: Map<string, string>
  type: string
  /** Of Content-Type: charset, method, name. */
  parameters: Record<string, string>
  content: Buffer
}

export interface MimeMail {
  headers: [name: string, value: string][]
  /** The types of all nodes, with their depth: `multipart/mixed`, ` text/plain`. */
  shape: string[]
  parts: MimePart[]
}

/** Takes a mail apart by RFC 2045 and 2046, strictly: what is not as they say is thrown. */
export function readMime(raw: string): MimeMail {
  const [head, body] = splitHead(raw)
  const shape: string[] = []
  const parts: MimePart[] = []
  const visit = (headers: Map<string, string>, content: string, depth: number) => {
    const [type, parameters] = typeOf(headers)
    shape.push(' '.repeat(depth) + type)
    if (!type.startsWith('multipart/'))
      return void parts.push({ headers, type, parameters, content: decode(headers, content) })
    for (const part of partsOf(content, parameters.boundary!)) {
      const [partHead, partBody] = splitHead(part)
      visit(new Map(partHead), partBody, depth + 1)
    }
  }
  visit(new Map(head), body, 0)
  return { headers: head, shape, parts }
}

function splitHead(raw: string): [head: [string, string][], body: string] {
  const end = raw.indexOf('\r\n\r\n')
  const lines = (end < 0 ? raw : raw.slice(0, end)).replace(/\r\n(?=[ \t])/g, '').split('\r\n')
  const head = lines.map((line): [string, string] => {
    const match = /^([!-9;-~]+):[ \t]?(.*)$/.exec(line)
    if (!match) throw new Error(`not a header: ${line}`)
    return [match[1]!.toLowerCase(), match[2]!]
  })
  return [head, end < 0 ? '' : raw.slice(end + 4)]
}

function typeOf(headers: Map<string, string>): [string, Record<string, string>] {
  const [type = '', ...rest] = (headers.get('content-type') ?? 'text/plain').split(/;\s*/)
  const pairs = rest.map((one) => /^([\w-]+\*?)=(?:"([^"]*)"|([^\s"]+))$/.exec(one))
  if (pairs.some((pair) => pair === null)) throw new Error(`not a type: ${headers.get('content-type')}`)
  return [type.toLowerCase(), Object.fromEntries(pairs.map((pair) => [pair![1]!.toLowerCase(), pair![2] ?? pair![3]!]))]
}

function partsOf(body: string, boundary: string): string[] {
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`)
  if (pieces.length < 3 || !/^--[ \t]*(\r\n|$)/.test(pieces.at(-1)!)) throw new Error('a multipart is not closed')
  return pieces.slice(1, -1).map((piece) => piece.replace(/^[ \t]*\r\n/, ''))
}

function decode(headers: Map<string, string>, content: string): Buffer {
  const encoding = headers.get('content-transfer-encoding') ?? '7bit'
  if (encoding === 'base64') {
    if (!/^(?:[A-Za-z0-9+/=]{1,76}(?:\r\n|$))*\s*$/.test(content)) throw new Error('bad base64')
    return Buffer.from(content, 'base64')
  }
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'latin1')
  if (/=(?![0-9A-F]{2}|\r\n)|[ \t]\r\n|[^\t\r\n -~]/.test(content)) throw new Error('bad quoted-printable')
  const plain = content
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
