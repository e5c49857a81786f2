/**
 * `Content-Disposition` for a file of that name: plain for programs that know no more, and as it is (RFC 6266, RFC
 * 8187) where it has letters that such a header cannot hold.
 */
export function disposition(filename: string, isDownload: boolean): string {
  const ascii = filename
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+/, '')
  const name = ascii.length > 4 ? ascii : `calendar${/\.\w+$/.exec(filename)?.[0] ?? ''}`
  const whole = name === filename ? '' : `; filename*=UTF-8''${encodeValue(filename.toWellFormed())}`
  return `${isDownload ? 'attachment' : 'inline'}; filename="${name}"${whole}`
}

/** RFC 8187, 3.2.1: what `encodeURIComponent` leaves and `attr-char` is not. */
function encodeValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
