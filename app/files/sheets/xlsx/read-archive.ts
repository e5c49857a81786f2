import { createInflateRaw } from 'node:zlib'
import { DEFLATED, END, ENTRY, LOCAL } from './archive-marks.ts'
import { UnreadableSheet } from '../unreadable-sheet.ts'

/** More than 50,000 rows of thirty columns come to; an archive that unpacks to more is a trap. */
const MOST_UNPACKED = 160 * 1024 * 1024

export interface Archive {
  names: string[]
  /** The content of a file in pieces; nothing when it is not there. All files together may not unpack to too much. */
  unpack: (name: string) => AsyncGenerator<Buffer>
}

/** A ZIP archive (APPNOTE 6.3), as spreadsheet programs write it: stored or deflated, of one part, not encrypted. */
export function readArchive(content: Uint8Array, most = MOST_UNPACKED): Archive {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const entries = directoryOf(bytes)
  let unpacked = 0
  return {
    names: [...entries.keys()],
    async *unpack(name) {
      const entry = entries.get(name)
      if (!entry) return
      if (entry.size > most) throw tooMuch(most)
      for await (const piece of entry.isDeflated ? inflate(entry.packed) : [entry.packed]) {
        unpacked += piece.length
        if (unpacked > most) throw tooMuch(most)
        yield piece
      }
    },
  }
}

function tooMuch(most: number): UnreadableSheet {
  return new UnreadableSheet('sheet-unpacked', { limit: Math.floor(most / 1024 / 1024) })
}

async function* inflate(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw()
  stream.end(packed)
  try {
    for await (const piece of stream) yield piece as Buffer
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('sheet-broken')
  }
}

interface Entry {
  packed: Buffer
  isDeflated: boolean
  /** As the archive says, which may be a lie. */
  size: number
}

function directoryOf(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const entries = new Map<string, Entry>()
  try {
    if (end < 0 || bytes.readUInt32LE(end) !== END) throw new UnreadableSheet('sheet-broken')
    let at = bytes.readUInt32LE(end + 16)
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      if (bytes.readUInt32LE(at) !== ENTRY) throw new UnreadableSheet('sheet-broken')
      const method = bytes.readUInt16LE(at + 10)
      const nameLength = bytes.readUInt16LE(at + 28)
      const local = bytes.readUInt32LE(at + 42)
      if (bytes.readUInt32LE(local) !== LOCAL || ![0, DEFLATED].includes(method))
        throw new UnreadableSheet('sheet-broken')
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20))
      entries.set(name.replaceAll('\\', '/'), {
        packed,
        isDeflated: method === DEFLATED,
        size: bytes.readUInt32LE(at + 24),
      })
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  } catch (error) {
    throw error instanceof RangeError ? new UnreadableSheet('sheet-broken') : error
  }
  return entries
}
