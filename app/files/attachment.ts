import { fold } from '#app/values/text.ts'

/**
 * A `Content-Disposition` with an ASCII name for old browsers and the full one for the others (RFC 6266, 4.3; the
 * encoding is RFC 8187's). `fallback` is the ASCII name where nothing of the full one is left.
 */
export function attachment(name: string, fallback: string): string {
  const ending = fallback.replace(/^.*\./, '')
  const ascii = fold(name)
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/-+(\.|$)/g, '$1')
    .replace(/^[-.]+/, '')
  const plain = ascii === '' || ascii === ending ? fallback : ascii
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
