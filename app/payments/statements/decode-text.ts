import { UnreadableStatement } from './read-line.ts'

/**
 * The text of a file in UTF-8, UTF-16 with or without its mark, Windows-1252, or what an XML declaration names. Bytes
 * that are not UTF-8 are taken for Windows-1252, which banks' programs still write.
 * @throws UnreadableStatement when it is no text: an archive, a spreadsheet, a PDF.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new UnreadableStatement('statement-empty')
  const text = decode(bytes).replace(/^\uFEFF/, '')
  // Control characters other than tab, line feed, form feed and carriage return are in no table and no XML.
  if (/[\0-\x08\x0B\x0E-\x1F]/.test(text.slice(0, 10_000))) throw new UnreadableStatement('statement-not-text')
  if (text.trim() === '') throw new UnreadableStatement('statement-empty')
  return text
}

function decode(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes
  if (first === 0xff && second === 0xfe) return as('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return as('utf-16be', bytes)
  const head = bytes.subarray(0, 2000)
  // Text of Latin letters in UTF-16: every other byte is zero.
  const [even, odd] = [zeros(head, 0), zeros(head, 1)]
  if (odd > 0.3 * head.length && even === 0) return as('utf-16le', bytes)
  if (even > 0.3 * head.length && odd === 0) return as('utf-16be', bytes)
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(as('windows-1252', head))?.[1]
  if (declared) return declaredAs(declared, bytes)
  try {
    return as('utf-8', bytes)
  } catch {
    return as('windows-1252', bytes)
  }
}

function declaredAs(encoding: string, bytes: Uint8Array): string {
  try {
    return as(encoding, bytes)
  } catch {
    throw new UnreadableStatement('statement-not-text')
  }
}

function as(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes)
}

function zeros(bytes: Uint8Array, from: number): number {
  let count = 0
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) count++
  return count
}
