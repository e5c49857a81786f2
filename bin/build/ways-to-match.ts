import type { Attribute, Node, Selector } from 'postcss-selector-parser'

/** Of these one must match; what stands in any other pseudo-class may as well not be there. */
const ONE_OF = new Set([':is', ':where', ':has'])
/** What readers change themselves, without a script. */
const CHANGING = new Set(['open'])

/**
 * The names that must be on a page for a selector to match anything there, way by way, one way for each choice in
 * `:is()`. Where names stand to each other does not count, nor what `:not()` excludes: rather a rule too many.
 */
export function waysToMatch(selector: Selector): string[][] {
  return selector.nodes.reduce<string[][]>(
    (ways, node) => ways.flatMap((way) => waysOfNode(node).map((names) => [...new Set([...way, ...names])])),
    [[]],
  )
}

function waysOfNode(node: Node): string[][] {
  switch (node.type) {
    case 'tag':
      return [[node.value.toLowerCase()]]
    case 'class':
      return [[`.${node.value}`]]
    case 'id':
      return [[`#${node.value}`]]
    case 'attribute':
      return [attributeNames(node)]
    case 'pseudo':
      if (node.value === ':disabled') return [['[disabled]']]
      return ONE_OF.has(node.value) ? node.nodes.flatMap(waysToMatch) : [[]]
    case 'universal':
    case 'combinator':
    case 'comment':
      return [[]]
    default:
      throw new Error(`${String(node)} is no selector that we can judge.`)
  }
}

function attributeNames({ attribute, operator, value }: Attribute): string[] {
  const name = attribute.toLowerCase()
  if (CHANGING.has(name)) return []
  return [operator === '=' ? `[${name}=${value!.toLowerCase()}]` : `[${name}]`]
}
