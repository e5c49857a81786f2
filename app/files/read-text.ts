import { isAscii, isUtf8 } from 'node:buffer'

/** A text file's content: UTF-8 or UTF-16 with a mark, else UTF-8, else Windows-1252; null for what is no text. */
export function readText(content: Uint8Array): string | null {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content)
  if (content.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

/**
 * The first line (counted from 1) that is in another encoding than the rest: some lines are UTF-8, this one is not. Read
 * as either, names would be mangled silently. Null for a file of one encoding.
 */
export function findOddLine(content: Uint8Array): number | null {
  if (content.includes(0) || isUtf8(content)) return null
  let [odd, hasUtf8] = [null as number | null, false]
  for (let line = 1, from = 0; from < content.length; line++) {
    const end = content.indexOf(LINE_FEED, from)
    const bytes = content.subarray(from, end < 0 ? content.length : end)
    if (!isUtf8(bytes)) odd ??= line
    else if (!isAscii(bytes)) hasUtf8 = true
    from += bytes.length + 1
  }
  return hasUtf8 ? odd : null
}

const LINE_FEED = 10
