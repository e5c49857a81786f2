import { fold } from '#app/values/text.ts'

/**
 * `Content-Disposition` for a file of that name: in ASCII for programs that know no more, and as it is (RFC 6266, 4.3;
 * the encoding is RFC 8187's) where that is another. `fallback` is the ASCII name where nothing of the name is left.
 */
export function disposition(
  name: string,
  { fallback, isDownload = true }: { fallback: string; isDownload?: boolean },
): string {
  const ending = fallback.replace(/^.*\./, '')
  const ascii = fold(name)
    .replace(/[^a-z0-9.-]+/g, '-')
    .replace(/-+(\.|$)/g, '$1')
    .replace(/^[-.]+/, '')
  const plain = ascii === '' || ascii === ending ? fallback : ascii
  const whole = plain === name ? '' : `; filename*=UTF-8''${encodeValue(name.toWellFormed())}`
  return `${isDownload ? 'attachment' : 'inline'}; filename="${plain}"${whole}`
}

/** RFC 8187, 3.2.1: what `encodeURIComponent` leaves and `attr-char` is not. */
function encodeValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
