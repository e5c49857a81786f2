import { expect, test } from 'vitest'
import { namesInPages } from '#app/http/page-style/names-in-page.ts'

const NAMES = ['main', '.note', '.wide', '#top', '[dir]', '[dir=rtl]', '[data-is=ok]', 'table', '[inputmode]']
const numbersIn = namesInPages(NAMES)
const found = (html: string) => numbersIn(html).map((number) => NAMES[number])

test('a page has the names of its elements, classes, ids and attributes', () => {
  expect(found('<main id="top" class="flow note  wide" dir="rtl"><p data-is="ok">x</p></main>')).toEqual([
    'main',
    '.note',
    '.wide',
    '#top',
    '[dir]',
    '[dir=rtl]',
    '[data-is=ok]',
  ])
  expect(found('<input inputMode="numeric"/>')).toEqual(['[inputmode]'])
  expect(found('<a title="1 > 0" class="note">')).toEqual(['.note'])
})

test('what is written in the page is no name', () => {
  expect(found('<p>main table dir=rtl &lt;table class=&quot;note&quot;&gt;</p>')).toEqual([])
})
