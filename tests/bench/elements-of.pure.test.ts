import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { elementsOf } from './elements-of.ts'

it('reads a page that React wrote back into elements that make the same page', () => {
  const html =
    '<html lang="en"><head><meta charSet="utf-8"/><style>a>b{color:red}</style></head><body><p class="x">Tea &amp; “cake”<br/><b>now</b></p>' +
    '<form><input type="checkbox" name="a[0]" checked=""/><label for="a">Who&#x27;s there</label></form></body></html>'
  const page = elementsOf(`<!DOCTYPE html>${html}`)
  expect(renderToString(page())).toBe(html)
  expect(page()).not.toBe(page())
})

it('leaves out the marks between texts', () => {
  expect(renderToString(elementsOf('<p>one <!-- -->two</p>')())).toContain('two')
})
