import { expect, test } from 'vitest'
import { MASK, maskNames } from '#app/applications/reviews/mask-names.ts'

const mask = (text: string, names: string[], institutions: string[] = [], hasContact = true) =>
  maskNames(text, { names, institutions, hasContact })

test.each([
  ['I, Þóra Dæmisdóttir, run it', ['Þóra Dæmisdóttir'], `I, ${MASK} ${MASK}, run it`],
  ['called THORA by friends', ['Þóra Dæmisdóttir'], `called ${MASK} by friends`],
  ['Nguyen thi Mau and the Ng family', ['Nguyễn Thị Mẫu'], `${MASK} thi ${MASK} and the Ng family`],
  ['我是山田例', ['山田 例'], `我是${MASK}${MASK}`],
  ['اسمي ونور من هنا', ['نور تجريبي'], `اسمي ${MASK} من هنا`],
  ['a school for A students', ['A'], 'a school for A students'],
  ['María’s lab de los Andes', ['María de los Ángeles Muestra'], `${MASK}’s lab de los Andes`],
  ['user name zzcontohwati99', ['Contohwati'], `user name ${MASK}`],
  ['Тест Примеров пишет, Примерова тоже', ['Тест Примеров'], `${MASK} ${MASK} пишет, ${MASK} тоже`],
])('%s', (text, names, expected) => {
  expect(mask(text, names)).toBe(expected)
})

test('an institution goes as a whole and by its telling words; common words stay', () => {
  expect(mask('At Minya University of Exampleton we teach', [], ['Minya University of Exampleton'])).toBe(
    `At ${MASK} we teach`,
  )
  expect(mask('Exampleton has a university', [], ['University of Exampleton'])).toBe(`${MASK} has a university`)
})

test('addresses, links and telephone numbers go where contact is hidden, years and amounts stay', () => {
  const text =
    'Write to a.b@example.org, see https://example.org/me or call +250 788 000 000 since 2019 for 4,000 people'
  expect(mask(text, [])).toBe(`Write to ${MASK} see ${MASK} or call ${MASK} since 2019 for 4,000 people`)
  expect(mask(text, [], [], false)).toBe(text)
})
