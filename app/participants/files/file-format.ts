import { XLSX } from '#app/files/media-type.ts'

/** The forms in which a participant list can be taken away. */
export const FILE_FORMATS = ['csv', 'xlsx', 'pdf', 'vcf', 'json'] as const

export type FileFormat = (typeof FILE_FORMATS)[number]

export const MEDIA_TYPES: Record<FileFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: XLSX,
  pdf: 'application/pdf',
  vcf: 'text/vcard; charset=utf-8',
  json: 'application/json',
}

/** The format that an address ends with. */
export function formatOf(pathname: string): FileFormat | null {
  return FILE_FORMATS.find((format) => pathname.endsWith(`.${format}`)) ?? null
}

/** A card is a person's: without names there is none. */
export function fits(format: FileFormat, columns: { key: string }[]): boolean {
  return format !== 'vcf' || columns.some(({ key }) => key === 'fullName')
}
