import type { z } from 'zod'

/** What is wrong with a file of events, and where: `$[3].dates.zone`, in the notation of RFC 9535. */
export interface Problem {
  path: string
  message: string
}

export type PathPart = string | number

export function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`
    const name = String(part)
    return /^[A-Za-z_$][\w$]*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`
  }, '$')
}

/** The problems that a schema found in `value`, which stands at `base` in its file. */
export function problemsOf(error: z.ZodError, value: unknown, base: PathPart[]): Problem[] {
  return error.issues.flatMap((issue) => {
    const at = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: pathOf([...at, key]), message: 'is not part of an event' }))
    if (issue.code === 'invalid_key')
      return [{ path: pathOf(at), message: issue.issues[0]?.message ?? 'is no name that can stand here' }]
    if (issue.code === 'invalid_type') {
      const isMissing = valueAt(value, issue.path) === undefined
      return [{ path: pathOf(at), message: isMissing ? 'is missing' : `must be ${named(issue.expected)}` }]
    }
    if (issue.code === 'invalid_value')
      return [{ path: pathOf(at), message: `must be one of: ${issue.values.map(String).join(', ')}` }]
    return [{ path: pathOf(at), message: issue.message }]
  })
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | undefined)?.[part], value)
}

function named(expected: string): string {
  const names: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
  }
  return names[expected] ?? expected
}
