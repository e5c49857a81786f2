import postcss, { type AtRule, type ChildNode, type Declaration, type Rule } from 'postcss'
import parseSelectors from 'postcss-selector-parser'
import { waysToMatch } from './ways-to-match.ts'
import type { Sheet, SheetDeclaration, SheetNode } from '#app/http/page-style/sheet.ts'

const GROUPS = new Set(['layer', 'supports', 'media', 'container'])

/** Takes a stylesheet apart: its rules, with the names that a page must have for each to match. Comments are left out. */
export function prepareSheet(css: string): Sheet {
  if (css.includes('</')) throw new Error('A stylesheet that ends a <style> cannot stand in a page.')
  const numbers = new Map<string, number>()
  const numberOf = (name: string) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    return numbers.get(name)!
  }
  const nodes = nodesOf(postcss.parse(css).nodes, numberOf)
  return { names: [...numbers.keys()], nodes }
}

function nodesOf(nodes: ChildNode[], numberOf: (name: string) => number): SheetNode[] {
  return nodes.flatMap((node): SheetNode[] => {
    if (node.type === 'comment') return []
    if (node.type === 'rule') return [ruleOf(node, numberOf)]
    if (node.type === 'atrule' && node.nodes && GROUPS.has(node.name))
      return [{ group: `@${node.name} ${node.params}`, nodes: nodesOf(node.nodes, numberOf) }]
    if (node.type === 'atrule') return [isNamedPage(node) ? namedPage(node) : asItIs(node)]
    throw node.error('A declaration stands outside of a rule.')
  })
}

function ruleOf(rule: Rule, numberOf: (name: string) => number): SheetNode {
  const declarations = rule.nodes.filter((node) => node.type !== 'comment')
  if (!declarations.every((node) => node.type === 'decl')) throw rule.error('Rules within rules are not taken apart.')
  const selectors = parseSelectors().astSync(rule.selector).nodes
  return {
    selectors: selectors.map((selector) => ({
      text: String(selector).trim(),
      ways: waysToMatch(selector).map((names) => names.map(numberOf)),
    })),
    declarations: declarations.map(declarationOf),
  }
}

function declarationOf({ prop, value, important }: Declaration): SheetDeclaration {
  const reads = [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name!)
  if (prop === 'page') reads.push(`@page ${value}`)
  return {
    text: `${prop}:${value}${important ? '!important' : ''}`,
    ...(prop.startsWith('--') ? { sets: prop } : {}),
    ...(reads.length > 0 ? { reads } : {}),
  }
}

function isNamedPage({ name, params, nodes }: AtRule): boolean {
  return name === 'page' && /^[\w-]+$/.test(params) && nodes !== undefined
}

/** Nobody needs it unless somebody stands on such a page. */
function namedPage({ params, nodes = [] }: AtRule): SheetNode {
  const selector = `@page ${params}`
  return {
    selectors: [{ text: selector, ways: [[]] }],
    declarations: nodes
      .filter((node) => node.type === 'decl')
      .map((node) => ({ ...declarationOf(node), sets: selector })),
  }
}

/** What has no selectors of its own (`@page`, `@keyframes`, the order of layers) goes onto every page. */
function asItIs(node: AtRule): string {
  const text = node.toString().replace(/\s*\n\s*/g, '')
  return node.nodes ? text : `${text};`
}
