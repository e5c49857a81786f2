import type { CertificateSheet } from './certificate-sheet.ts'

/** Sets certificates in type: the port that the typesetter's adapter implements. */
export interface CertificatePrinter {
  /** A PDF with a page for each, which carries their signed statements as attached files. */
  certificates(sheet: CertificateSheet): Promise<Uint8Array>
}
