import { remembered } from '#app/values/remembered.ts'

/** Which of the names that a stylesheet asks for are on a page, by their places in the list, in order. */
export function namesInPages(names: string[]): (html: string) => number[] {
  const part = partNaming(names)
  const numbers = new Map(names.map((name, number) => [name, number]))
  // Pages have the same few hundred parts.
  const numbersIn = remembered((text) => namesIn(text).flatMap((name) => numbers.get(name) ?? []))
  return (html) => {
    const found = new Set<number>()
    for (const text of html.match(part) ?? []) for (const number of numbersIn(text)) found.add(number)
    return [...found].toSorted((one, other) => one - other)
  }
}

const ATTRIBUTE = /^\[([\w:-]+)/

/**
 * `<tag` or ` name="value"`, as React and the sanitizer write them, and no text, whose quotes are escaped. Where any value
 * will do it is left out: addresses are many.
 */
function partNaming(names: string[]): RegExp {
  const attributes = names.flatMap((name) => ATTRIBUTE.exec(name)?.[1] ?? [])
  const valued = new Set([
    'class',
    'id',
    ...attributes.filter((one) => names.some((name) => name.startsWith(`[${one}=`))),
  ])
  const others = new Set(attributes.filter((one) => !valued.has(one)))
  const ways = ['<[a-z][\\w-]*', `\\s(?:${[...valued].join('|')})="[^"]*"`]
  if (others.size > 0) ways.push(`\\s(?:${[...others].join('|')})="`)
  return new RegExp(ways.join('|'), 'gi')
}

function namesIn(part: string): string[] {
  if (part.startsWith('<')) return [part.slice(1).toLowerCase()]
  const [, attribute = '', value = ''] = /^\s([\w:-]+)="([^"]*)/.exec(part) ?? []
  const name = attribute.toLowerCase()
  if (name === 'class') return value.split(/\s+/).map((one) => `.${one}`)
  if (name === 'id') return [`#${value}`]
  return [`[${name}]`, `[${name}=${value.toLowerCase()}]`]
}
