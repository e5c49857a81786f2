import type { CertificatePaper } from '#app/certificates/certificate-sheet.ts'

/** The colour of each series on paper. */
const INKS: Record<CertificatePaper['mark'], string> = {
  inet: '#2747bd',
  ndss: '#a3164a',
  ntw: '#0b6b4a',
  regional: '#8c4c00',
  plain: '#15211d',
}

export function seriesInk(mark: CertificatePaper['mark']): string {
  return INKS[mark]
}

/** The seal of a series as a picture: lines, and a dot at each node. */
export function sealPicture({ seal, mark }: Pick<CertificatePaper, 'seal' | 'mark'>): string {
  const path = (d: string, width: number) => `<path d="${d}" stroke-width="${width}"/>`
  const paths = path(seal.lines, 1.5) + path(seal.nodes, 7)
  const style = `fill="none" stroke="${INKS[mark]}" stroke-linecap="round" stroke-linejoin="round"`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="6 6 108 108" ${style}>${paths}</svg>`
}
