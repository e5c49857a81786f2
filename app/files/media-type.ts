/** What a file is by its first bytes, whatever its name and its sender say; null for what we know nothing of. */
export function mediaTypeOf(content: Uint8Array): string | null {
  if (startsWith(content, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  if (startsWith(content, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (startsWith(content, [0x50, 0x4b, 0x03, 0x04])) return archiveType(content)
  const text = textOf(content)
  if (text === null) return null
  if (/^\s*BEGIN:VCALENDAR\s/i.test(text)) return 'text/calendar'
  const root = rootOf(text)
  if (root === null) return /^[^\n]*[,;\t][^\n]*\r?\n/.test(text) ? 'text/csv' : 'text/plain'
  return ['html', 'svg', 'script'].includes(root) ? null : 'application/xml'
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
export const XLSX = `${OFFICE}.spreadsheetml.sheet`
export const PPTX = `${OFFICE}.presentationml.presentation`
export const DOCX = `${OFFICE}.wordprocessingml.document`
export const ODP = 'application/vnd.oasis.opendocument.presentation'
export const ODT = 'application/vnd.oasis.opendocument.text'
export const ZIP = 'application/zip'

const PARTS = { [XLSX]: 'xl/workbook', [PPTX]: 'ppt/presentation', [DOCX]: 'word/document' }

/** An archive names what is in it in plain letters, at its end; OpenDocument says at its beginning what it is. */
function archiveType(content: Uint8Array): string {
  const archive = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const isOffice = archive.includes('[Content_Types].xml')
  for (const [type, part] of Object.entries(PARTS)) if (isOffice && archive.includes(part)) return type
  const said = archive.subarray(30, 38 + ODP.length).toString('latin1')
  return [ODP, ODT].find((type) => said.startsWith(`mimetype${type}`)) ?? ZIP
}

const HEAD = 4096

/** The beginning of a text of no matter which encoding that banks use; null for what is no text. */
function textOf(content: Uint8Array): string | null {
  const head = content.subarray(0, HEAD)
  if (startsWith(head, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(head)
  if (startsWith(head, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(head)
  const isBinary = content.some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32))
  return isBinary ? null : new TextDecoder('windows-1252').decode(startsWith(head, BOM) ? head.subarray(3) : head)
}

const BOM = [0xef, 0xbb, 0xbf]

/** The name of the outermost element, in lower case and without prefix; null for what is not marked up. */
function rootOf(text: string): string | null {
  const bare = text.replace(/^\s*(<\?[^>]*>|<!--[\s\S]*?-->|\s+)*/, '')
  if (/^<!doctype/i.test(bare)) return 'html'
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(bare)?.[1]?.toLowerCase() ?? null
}

function startsWith(content: Uint8Array, bytes: number[]): boolean {
  return bytes.every((byte, at) => content[at] === byte)
}
