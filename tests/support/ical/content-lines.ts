export interface ContentLine {
  /** Empty when it is not a content line; then `value` is all of it. */
  name: string
  parameters: Record<string, string>
  value: string
}

const PARAMETER = ';([A-Z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)'
const LINE = new RegExp(`^([A-Z0-9-]+)((?:${PARAMETER.replaceAll(/\((?!\?)/g, '(?:')})*):(.*)$`, 's')

/** RFC 5545, 3.1: unfolded, and taken apart. */
export function contentLines(text: string): ContentLine[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const match = LINE.exec(line)
      if (!match) return { name: '', parameters: {}, value: line }
      const parameters: Record<string, string> = {}
      for (const [, key, value] of match[2]!.matchAll(new RegExp(PARAMETER, 'g'))) {
        if (Object.hasOwn(parameters, key!)) return { name: '', parameters: {}, value: line }
        parameters[key!] = value!
      }
      return { name: match[1]!, parameters, value: match[3]! }
    })
}

export function valueOf(lines: ContentLine[], name: string): string {
  return lines.find((line) => line.name === name)?.value ?? ''
}
