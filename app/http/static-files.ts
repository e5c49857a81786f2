import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Encoding } from './encoding.ts'

/** A file that is served as it is. */
export interface StaticFile {
  type: string
  etag: string
  isImmutable: boolean
  /** Its bytes, compressed as well as can be when it is first asked for so. */
  bytes(encoding: Encoding): { body: Buffer; encoding: Encoding }
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** Reads a built folder into memory, by address. Files with a hash in their name (`/assets/`) never change. */
export async function readStaticFiles(folder: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = new Map<string, StaticFile>()
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const address = path.slice(folder.length).replaceAll('\\', '/')
    files.set(
      address.startsWith('/') ? address : `/${address}`,
      staticFile(await readFile(path), type, address.includes('assets/')),
    )
  }
  return files
}

function staticFile(plain: Buffer, type: string, isImmutable: boolean): StaticFile {
  const isText = /^(text|image\/svg|application\/manifest)/.test(type)
  const kept = new Map<Encoding, Buffer>([['identity', plain]])
  return {
    type,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    isImmutable,
    bytes(wanted) {
      const encoding = isText ? wanted : 'identity'
      if (!kept.has(encoding)) kept.set(encoding, compress(plain, encoding))
      return { body: kept.get(encoding)!, encoding }
    },
  }
}

function compress(plain: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(plain, { level: 9 })
  return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
}
