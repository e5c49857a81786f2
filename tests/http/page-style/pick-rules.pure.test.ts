import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { prepareSheet } from '../../../bin/build/prepare-sheet.ts'
import { stylesOf } from '#app/http/page-style/style-of-page.ts'

const styleOf = (css: string, html: string) => stylesOf(prepareSheet(css))(html)
const pick = (css: string, html: string) => styleOf(css, html).text

test('of a list of selectors, those stay that can match', () => {
  const css = 'a,\n.note,h1{margin:0;padding:0}\n/* never */ .box{color:red}'
  expect(pick(css, '<h1>x</h1><a>y</a>')).toBe('a,h1{margin:0;padding:0}')
  expect(pick(css, '<p></p>')).toBe('')
})

test.each([
  ['every part must be there', '.a .b>c{x:1}', '<c class="a"></c>', false],
  ['in whatever place', '.a .b>c{x:1}', '<c class="a"></c><p class="b">', true],
  ['one of a choice is enough', ':is(.a,.b) :where(td,th){x:1}', '<td class="b">', true],
  ['none of a choice is not', ':is(.a,.b) td{x:1}', '<td class="c">', false],
  ['what is excluded need not be there', '.a:not(.b,#c)::before{x:1}', '<p class="a">', true],
  ['what is inside must be', 'main:has(>.cert){x:1}', '<main>', false],
  ['inside', 'main:has(>.cert){x:1}', '<main><p class="cert">', true],
  ['a state may come at any time', 'a:hover,a:focus-visible{x:1}', '<a>', true],
  ['so may an attribute that readers change', 'details[open]{x:1}', '<details>', true],
  ['nobody disables a button without a script', 'button:disabled{x:1}', '<button>', false],
  ['disabled', 'button:disabled{x:1}', '<button disabled="">', true],
  ['an attribute by its value', '[dir=rtl] a{x:1}', '<a dir="ltr">', false],
  ['an attribute by a part of its value', 'a[href^=http]{x:1}', '<a href="/">', true],
  ['everything', '*,::before{x:1}', '', true],
])('%s', (_, css, html, stays) => {
  expect(pick(css, html)).toBe(stays ? css : '')
})

test('groups stay around what stays, and what has no selector stays whole', () => {
  const css =
    '@layer one,two;@layer one{@media (min-width:1em){a{x:1}b{x:2}}@media print{b{x:3}}}@page{size:A4}@keyframes k{to{x:1}}'
  expect(pick(css, '<a>')).toBe(
    '@layer one,two;@layer one{@media (min-width:1em){a{x:1}}}@page{size:A4}@keyframes k{to{x:1}}',
  )
})

test('a custom property stays while a rule that stays reads it, by way of others too', () => {
  const css = ':root{--a:1;--b:var(--a);--c:2;--d:3}p{x:var(--b)}b{x:var(--c,1)}@keyframes k{to{x:var(--d)}}'
  expect(pick(css, '<p>')).toBe(':root{--a:1;--b:var(--a);--d:3}p{x:var(--b)}@keyframes k{to{x:var(--d)}}')
  expect(pick(':root{--a:1}p{x:1}', '<p>')).toBe('p{x:1}')
})

test('a named page stays where somebody stands on it', () => {
  const css = '.cert{page:wide}@page wide{size:A4 landscape}'
  expect(pick(css, '<p class="cert">')).toBe(css)
  expect(pick(css, '<p>')).toBe('')
})

test('a policy admits a style by the hash of its very text', () => {
  const { text, hash } = styleOf('a{content:"é"}', '<a>')
  expect(hash).toBe(`sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`)
})

test('what cannot be judged stops the build', () => {
  expect(() => prepareSheet('a{&:hover{x:1}}')).toThrow('Rules within rules')
  expect(() => prepareSheet('a{content:"</style>"}')).toThrow('ends a <style>')
})
