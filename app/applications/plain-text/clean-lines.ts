/**
 * The lines of a file as it came: with any line ends, without the mark of its encoding, and without the `>` that mail
 * programs put before each line of what they quote. Where no marker is quoted, a `>` is somebody's own.
 */
export function cleanLines(text: string): string[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00A0\u202F]/g, ' ')
    .split('\n')
    .map((line) => line.replace(/[\u200B\u200E\u200F\u2066-\u2069\u202A-\u202E\uFEFF]/g, '').trimEnd())
  const isQuoted = lines.some((line) => /^(> ?)+ *[[({【［][\p{L}\s]+[.]/u.test(line))
  return isQuoted ? lines.map((line) => line.replace(/^(> ?)+/, '')) : lines
}
