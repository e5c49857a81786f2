import { expect, test } from 'vitest'
import { html } from '#emails/markup.ts'

test('what is inserted is escaped, once', () => {
  const inner = html`<b>${`<&"'>`}</b>`
  expect(html`<p title="${'"'}">${inner}${null}${false}${[inner, 1]}</p>`.source).toBe(
    '<p title="&quot;"><b>&lt;&amp;&quot;&#39;&gt;</b><b>&lt;&amp;&quot;&#39;&gt;</b>1</p>',
  )
})
