/** A total, kept in thousandths, as the reader writes it: `76.5`. */
export function points(thousandths: number, language: string): string {
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { maximumFractionDigits: 1 }).format(thousandths / 1000)
}
