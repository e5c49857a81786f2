import type { ContentLine } from './content-lines.ts'

/** Each property at most once, none but the expected, all the required. */
export function propertyFaults(lines: ContentLine[], expected: string[], required: string[]): string[] {
  const names = lines.map(({ name }) => name)
  return [
    ...[...new Set(names)].filter((name) => !expected.includes(name)).map((name) => `an unexpected ${name}`),
    ...[...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => `${name} twice`),
    ...required.filter((name) => !names.includes(name)).map((name) => `no ${name}`),
  ]
}

/** No parameters but these; `^` may be the beginning of an RFC 6868 escape, which most clients show as it is. */
export function parameterFaults(lines: ContentLine[], expected: Record<string, string[]>): string[] {
  return lines.flatMap(({ name, parameters }) =>
    Object.entries(parameters).flatMap(([key, value]) => [
      ...(expected[name]?.includes(key) ? [] : [`an unexpected ${key} of ${name}`]),
      ...(value.includes('^') ? [`an escape in ${key} of ${name}`] : []),
    ]),
  )
}

/** RFC 5545, 3.3.11. */
export function textFaults(lines: ContentLine[], names: string[]): string[] {
  return lines
    .filter(({ name }) => names.includes(name))
    .filter(({ value }) => /^(?:[^\\;,]|\\[\\;,nN])*$/s.exec(value) === null)
    .map(({ name, value }) => `badly escaped: ${name}:${value}`)
}

/** In the letters of RFC 3986, and as browsers write it. */
export function uriFaults(lines: ContentLine[], names: string[]): string[] {
  return lines
    .filter(({ name }) => names.includes(name))
    .filter(
      ({ value }) =>
        !/^[\w!#$%&'()*+,\-./:;=?@[\]~]+$/.test(value) || !URL.canParse(value) || new URL(value).href !== value,
    )
    .map(({ name, value }) => `not an address: ${name}:${value}`)
}
