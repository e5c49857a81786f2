import { remembered } from '#app/values/remembered.ts'
import type { Fields } from '#app/values/form-state.ts'

type Segment = string | number

/** What stands at a name: what was typed, several times a list of it, or more names. */
type Branch = Record<Segment, unknown>

/**
 * A form as the names of its fields say that it is built: `people[0].email` is the address of the first of a list,
 * `days[]` one of a list, and what is there twice is a list. A name that is none is left out.
 */
export function formTree(fields: Fields): Record<string, unknown> {
  const tree: Branch = {}
  for (const [name, value] of fields) {
    const path = pathOf(name)
    if (path.length > 0) put(tree, path, value)
  }
  return tree
}

/** The name of the field that a path leads to. */
export function fieldName(path: readonly PropertyKey[]): string {
  let name = ''
  for (const segment of path)
    name += typeof segment === 'number' ? `[${segment}]` : name === '' ? String(segment) : `.${String(segment)}`
  return name
}

function put(tree: Branch, path: readonly Segment[], value: FormDataEntryValue): void {
  let branch = tree
  for (let at = 0; at < path.length - 1; at++) {
    const segment = path[at]!
    const known = Object.hasOwn(branch, segment) ? branch[segment] : undefined
    const child = isBranch(known) ? known : typeof path[at + 1] === 'number' || path[at + 1] === '' ? [] : {}
    branch = branch[segment] = child as Branch
  }
  const last = path.at(-1)!
  if (last === '') {
    if (Array.isArray(branch)) branch.push(value)
    return
  }
  const before = Object.hasOwn(branch, last) ? branch[last] : undefined
  branch[last] =
    before === undefined ? value : Array.isArray(before) ? [...(before as unknown[]), value] : [before, value]
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !(value instanceof File)
}

const TOKEN = /([^.[\]]+)|\[(\d*)\]/g

/** The few hundred names that our forms have; none for what is no name. */
const pathOf = remembered((name: string): readonly Segment[] => {
  const path: Segment[] = []
  let end = 0
  for (const { 0: token, 1: key, 2: number, index } of name.matchAll(TOKEN)) {
    if (index !== end && !(index === end + 1 && name[end] === '.')) return []
    if (key === '__proto__' || key === 'constructor') return []
    path.push(key ?? (number === '' ? '' : Number(number)))
    end = index + token.length
  }
  return end === name.length && path.indexOf('') === (path.at(-1) === '' ? path.length - 1 : -1) ? path : []
})
