import { createElement, type ReactElement, type ReactNode } from 'react'

const TOKEN =
  /<!--[\s\S]*?-->|<(style|script)([^>]*)>([\s\S]*?)<\/\1>|<(\/?)([a-zA-Z][\w-]*)([^>]*?)(\/?)>|([^<]+)|<!doctype[^>]*>/gi
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const PROPERTIES: Record<string, string> = {
  class: 'className',
  for: 'htmlFor',
  checked: 'defaultChecked',
  value: 'defaultValue',
}
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

interface Parsed {
  name: string
  properties: Record<string, unknown>
  children: (Parsed | string)[]
}

/**
 * A page that React wrote, read back into React's own elements: nothing between them, no component, no state, no data to
 * fetch. Rendering it is the least that React can do for these bytes. Each call makes the elements anew, as a page does.
 */
export function elementsOf(html: string): () => ReactElement {
  const [root] = parse(html).filter((node) => typeof node !== 'string')
  if (!root) throw new Error('a page without an element')
  return () => built(root) as ReactElement
}

function built(node: Parsed | string): ReactNode {
  return typeof node === 'string' ? node : createElement(node.name, node.properties, ...node.children.map(built))
}

function parse(html: string): (Parsed | string)[] {
  const top: Parsed = { name: '', properties: {}, children: [] }
  const open = [top]
  for (const [, raw, ofRaw, inner, isEnd, name, attributes, isSelfClosed, text] of html.matchAll(TOKEN)) {
    const { children } = open.at(-1)!
    if (raw)
      children.push({
        name: raw,
        properties: { ...propertiesOf(raw, ofRaw!), dangerouslySetInnerHTML: { __html: inner } },
        children: [],
      })
    else if (text) children.push(plain(text))
    else if (isEnd) open.pop()
    else if (name) {
      const element: Parsed = { name, properties: propertiesOf(name, attributes!), children: [] }
      children.push(element)
      if (!isSelfClosed && !VOID.has(name)) open.push(element)
    }
  }
  return top.children
}

function propertiesOf(name: string, attributes: string): Record<string, unknown> {
  return Object.fromEntries(
    [...attributes.matchAll(ATTRIBUTE)].map(([, attribute, value = '']) => {
      if (attribute === 'style') return ['style', styleOf(value)]
      const property = attribute === 'value' && name !== 'input' ? 'value' : (PROPERTIES[attribute!] ?? attribute)
      return [property, value === '' ? true : plain(value)]
    }),
  )
}

function styleOf(value: string): Record<string, string> {
  return Object.fromEntries(
    plain(value)
      .split(';')
      .map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)]),
  )
}

function plain(text: string): string {
  return text.replace(/&([a-z]+|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
