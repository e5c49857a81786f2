type Props = Record<string, string | boolean | ((event: Event) => void)>

/** An element with attributes, listeners (functions) and content; texts go in as texts, never as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  props: Props = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(key, value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false) element.setAttribute(key, value)
  }
  element.append(...content)
  return element
}

/** A name, a code, a title: in its own direction, whatever the language around it. */
export function own(text: string, dir: 'auto' | 'ltr' = 'auto'): HTMLElement {
  return make('bdi', { dir }, text)
}

/** The part of the page that has this name; the page is rendered with all of them. */
export function part<T extends HTMLElement>(name: string, kind: new () => T = HTMLElement as new () => T): T {
  const found = document.querySelector(`[data-part=${name}]`)
  if (!(found instanceof kind)) throw new Error(`the page has no part ${name}`)
  return found
}

export function show(...names: string[]): void {
  for (const name of names) part(name).hidden = false
}

export function hide(...names: string[]): void {
  for (const name of names) part(name).hidden = true
}

/** Says a sentence in a part that is read out when it changes; nothing hides it. */
export function say(name: string, text: string): void {
  const element = part(name)
  if (element.textContent !== text) element.textContent = text
  element.hidden = text === ''
}
