import { inflateSync } from 'node:zlib'

/** The names of the fonts that a PDF carries, without the mark of a subset. */
export function fontsIn(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => unpacked(match[1]!))
  const names = [text, ...streams].flatMap((part) => [...part.matchAll(/\/BaseFont\s*\/([\w+-]+)/g)])
  return [...new Set(names.map((match) => match[1]!.replace(/^[A-Z]{6}\+/, '')))]
}

function unpacked(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}
