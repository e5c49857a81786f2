import { expect, test } from 'vitest'
import { answerFault } from '#app/applications/form/answer-fault.ts'
import { answersInForm } from '#app/applications/form/answers-in-form.ts'
import { readCosts } from '#app/applications/form/costs-answer.ts'
import { countWords } from '#app/applications/form/count-words.ts'
import { readTyped } from '#app/applications/form/read-typed.ts'
import type { CallQuestion } from '#app/applications/calls/call.ts'

const option = (value: string) => ({ value, label: value.toUpperCase() })

function question(given: Partial<CallQuestion>): CallQuestion {
  return {
    id: `q-${given.code}`,
    code: 'q',
    sectionId: 's',
    kind: 'text',
    isRequired: true,
    label: 'Question',
    help: '',
    language: 'en',
    options: [],
    rows: [],
    levels: [],
    maximum: null,
    isInWords: false,
    isHidden: false,
    meaning: '',
    choiceIds: [],
    shownWhen: null,
    version: 1,
    ...given,
  }
}

const EVERY = [
  question({ code: 'name' }),
  question({ code: 'why', kind: 'longtext', maximum: 3, isInWords: true }),
  question({ code: 'count', kind: 'number', maximum: 10 }),
  question({ code: 'born', kind: 'date' }),
  question({ code: 'country', kind: 'country' }),
  question({ code: 'mail', kind: 'email' }),
  question({ code: 'one', kind: 'choice', options: [option('a'), option('b')] }),
  question({ code: 'some', kind: 'choices', options: [option('a'), option('b')] }),
  question({ code: 'speaks', kind: 'languages', options: [option('en'), option('fr')] }),
  question({
    code: 'skills',
    kind: 'grid',
    rows: [option('bgp'), option('dns')],
    levels: [option('never'), option('lab')],
  }),
  question({ code: 'costs', kind: 'costs', rows: [option('air'), option('bed')] }),
]

const VALUES = {
  'answers.name': ['ሙከራ ምሳሌ'],
  'answers.why': ['one two\r\nthree'],
  'answers.count': ['7'],
  'answers.born': ['1994-02-28'],
  'answers.country': ['KE'],
  'answers.mail': ['a@example.org'],
  'answers.one': ['b'],
  'answers.some': ['b', 'a', 'zzz'],
  'answers.speaks.en.listening': ['4'],
  'answers.speaks.en.reading': ['4'],
  'answers.speaks.en.speaking': ['3'],
  'answers.speaks.en.writing': ['2'],
  'answers.skills.bgp': ['lab'],
  'answers.skills.dns': ['never'],
  'answers.costs.air.cost': ['900,50'],
  'answers.costs.air.own': ['100'],
  'answers.costs.air.others': [''],
}

test('what was typed is read as answers, and answers are the same fields again', () => {
  const held = readTyped(EVERY, { values: VALUES })
  expect(held).toEqual({
    name: ['ሙከራ ምሳሌ'],
    why: ['one two\nthree'],
    count: ['7'],
    born: ['1994-02-28'],
    country: ['KE'],
    mail: ['a@example.org'],
    one: ['b'],
    some: ['a', 'b'],
    speaks: ['en:4432'],
    skills: ['bgp:lab', 'dns:never'],
    costs: ['air:900,50:100:'],
  })
  const again = readTyped(
    EVERY,
    answersInForm(EVERY, held, () => undefined),
  )
  expect(again).toEqual(held)
  for (const one of EVERY) expect(answerFault(one, held[one.code] ?? [], 'USD'), one.code).toBe(null)
})

test('what is wrong is kept as it was typed, and said', () => {
  const wrong: [string, string[], string][] = [
    ['why', ['one two three four'], 'application.tooManyWords?maximum=3&used=4'],
    ['count', ['eleven'], 'form.numberBetween?minimum=0&maximum=10'],
    ['count', ['11'], 'form.numberBetween?minimum=0&maximum=10'],
    ['born', ['1994-02-30'], 'form.date'],
    ['country', ['Kenya'], 'form.country'],
    ['mail', ['a@b'], 'form.email'],
    ['one', ['c'], 'form.choose'],
    ['speaks', ['en:4-32'], 'form.chooseLevel'],
    ['skills', ['bgp:lab'], 'application.rateEach'],
    ['costs', ['air:lots::'], 'offer.amountTwo?currency=USD'],
  ]
  for (const [code, values, message] of wrong) {
    const asked = EVERY.find((one) => one.code === code)!
    expect(answerFault(asked, values, 'USD'), code).toBe(message)
    expect(
      readTyped(
        [asked],
        answersInForm([asked], { [code]: values }, () => undefined),
      )[code],
      code,
    ).toEqual(values)
  }
})

test('costs are added up in the minor unit, and what nobody pays is asked for', () => {
  expect(readCosts(['air:900.50:100:', 'bed:85:100:0'], 'USD')).toMatchObject({
    cost: 98550,
    covered: 20000,
    asked: 80050,
  })
  expect(readCosts(['air:1400::'], 'RWF')).toMatchObject({ asked: 1400 })
  expect(readCosts(['air:1400.5::'], 'RWF')).toBe(null)
})

test('words are counted where they are spaced and where they are not', () => {
  expect(countWords('  e-mail and IPv6,\nnow ')).toBe(4)
  expect(countWords('منذ سنة ونحن نعمل')).toBe(4)
  expect(countWords('私は学生です')).toBeGreaterThan(2)
  expect(countWords('')).toBe(0)
})
