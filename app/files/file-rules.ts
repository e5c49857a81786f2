import { DOCX, ODP, ODT, PPTX, XLSX, ZIP } from './media-type.ts'
import type { FilesTable } from '#db/schema.ts'

export type FilePurpose = FilesTable['purpose']

const MEGABYTE = 1024 * 1024

/** The most bytes of one file. */
export const LARGEST: Record<FilePurpose, number> = {
  answer: 5 * MEGABYTE,
  proof: 5 * MEGABYTE,
  payment: 5 * MEGABYTE,
  statement: 20 * MEGABYTE,
  programme: 5 * MEGABYTE,
  material: 7 * MEGABYTE,
  import: 20 * MEGABYTE,
  application: 5 * MEGABYTE,
  letter: 5 * MEGABYTE,
  receipt: 5 * MEGABYTE,
  report: 5 * MEGABYTE,
}

const PAPERS = ['application/pdf', 'image/jpeg', 'image/png']

/** What is taken, judged by content; what a browser would run, SVG and HTML, never is. */
export const TAKEN: Record<FilePurpose, string[]> = {
  answer: PAPERS,
  proof: PAPERS,
  payment: PAPERS,
  statement: ['application/xml', 'text/csv', 'text/plain'],
  programme: ['text/calendar', 'text/csv', 'text/plain', XLSX],
  material: [...PAPERS, PPTX, ODP, DOCX, ODT, XLSX, ZIP, 'text/plain', 'text/csv'],
  import: ['text/csv', 'text/plain', XLSX],
  application: [...PAPERS, DOCX, ODT],
  letter: [...PAPERS, DOCX, ODT],
  receipt: PAPERS,
  report: [...PAPERS, DOCX, ODT],
}

/** For `accept` of a field: what the file dialogue offers first. */
export const ACCEPT: Record<FilePurpose, string> = {
  answer: '.pdf,.jpg,.jpeg,.png',
  proof: '.pdf,.jpg,.jpeg,.png',
  payment: '.pdf,.jpg,.jpeg,.png',
  statement: '.csv,.txt,.xml',
  programme: '.ics,.csv,.xlsx,text/calendar',
  material: '.pdf,.jpg,.jpeg,.png,.pptx,.odp,.docx,.odt,.xlsx,.zip,.txt,.md,.csv',
  import: '.csv,.txt,.xlsx',
  application: '.pdf,.jpg,.jpeg,.png,.docx,.odt',
  letter: '.pdf,.jpg,.jpeg,.png,.docx,.odt',
  receipt: '.pdf,.jpg,.jpeg,.png',
  report: '.pdf,.jpg,.jpeg,.png,.docx,.odt',
}

/** Texts, which are stored compressed. */
export const COMPRESSED: FilePurpose[] = ['statement', 'programme', 'import']

export type FileRefusal = 'file-too-large' | 'file-empty' | 'file-type' | 'statement-type' | 'sheet-type'

/** Whole megabytes, as a sentence says a limit. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / MEGABYTE)
}
