import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { AFTER, DEFLATED, END, ENTRY, LOCAL } from './archive-marks.ts'

/** Bytes of one kind that are much alike: more effort finds little more. */
const LEVEL = 3

type Field = [value: number, size: number]

/** A file of an archive, whole or as it comes. */
export type ArchiveFile = [name: string, content: string | AsyncIterable<string>]

/**
 * The files as one archive, deflated, in pieces as they come: what a file comes to stands after it (APPNOTE 4.3.9), so that
 * none is kept. All of one day: the same content makes the same bytes.
 */
export async function* writeArchive(files: ArchiveFile[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const begin = Buffer.concat([
      numbers([LOCAL, 4], ...kind(), [0, 4], [0, 4], [0, 4], ...named(name)),
      Buffer.from(name),
    ])
    yield begin
    const sums = { crc: 0, packed: 0, size: 0 }
    yield* deflated(typeof content === 'string' ? [content] : content, sums)
    const sizes: Field[] = [
      [sums.crc, 4],
      [sums.packed, 4],
      [sums.size, 4],
    ]
    const after = numbers([AFTER, 4], ...sizes)
    yield after
    const place: Field[] = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    ]
    directory.push(numbers([ENTRY, 4], [20, 2], ...kind(), ...sizes, ...named(name), ...place), Buffer.from(name))
    at += begin.length + sums.packed + after.length
  }
  const listed = Buffer.concat(directory)
  const count = files.length
  yield listed
  yield numbers([END, 4], [0, 4], [count, 2], [count, 2], [listed.length, 4], [at, 4], [0, 2])
}

/** Names in UTF-8, sizes after the file, the first day that the format knows. */
function kind(): Field[] {
  return [
    [20, 2],
    [0x0808, 2],
    [DEFLATED, 2],
    [0, 2],
    [0x21, 2],
  ]
}

function named(name: string): Field[] {
  return [
    [Buffer.byteLength(name), 2],
    [0, 2],
  ]
}

interface Sums {
  crc: number
  packed: number
  size: number
}

async function* deflated(content: Iterable<string> | AsyncIterable<string>, sums: Sums): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 64 * 1024 })
  // A fault of the content comes out of what reads on; who stops reading stops the content.
  const fed = pipeline(counted(content, sums), deflate).catch(() => undefined)
  for await (const piece of deflate) {
    sums.packed += (piece as Buffer).length
    yield piece as Buffer
  }
  await fed
}

async function* counted(content: Iterable<string> | AsyncIterable<string>, sums: Sums): AsyncGenerator<Buffer> {
  for await (const piece of content) {
    const bytes = Buffer.from(piece)
    sums.crc = crc32(bytes, sums.crc)
    sums.size += bytes.length
    yield bytes
  }
}

function numbers(...fields: Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0))
  let at = 0
  for (const [value, size] of fields) at = bytes.writeUIntLE(value, at, size)
  return bytes
}
