import { describe, expect, test } from 'vitest'
import { parseForm } from '#app/http/form.server.ts'
import { alignPeople, asksTooMany, PEOPLE_LIMIT, wantedTickets } from '#app/registrations/order-form.ts'
import { type FormQuestion, type FormTicket, hasPrice, type OrderOffer } from '#app/registrations/order-offer.ts'
import { orderFormSchema } from '#app/registrations/order-schema.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { QuestionKind } from '#db/schema.ts'

const ticket = (code: string, more: Partial<FormTicket> = {}): FormTicket => ({
  id: `id-${code}`,
  code,
  trackId: null,
  name: code,
  description: '',
  language: 'en',
  price: null,
  stepKind: null,
  priceUntil: null,
  closesZone: null,
  state: 'open',
  opensAt: null,
  left: null,
  minimum: 1,
  maximum: 10,
  eligibility: 'none',
  proof: 'none',
  isGuest: false,
  mainIds: [],
  ...more,
})

const state = (values: Record<string, string>): FormState => ({
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])),
  errors: {},
})

describe('the wanted seats', () => {
  test('are as many as the numbers say, in the order of the page, open tickets only', () => {
    const tickets = [ticket('A'), ticket('B', { state: 'sold-out' }), ticket('C')]
    const form = state({ 'tickets.C': '1', 'tickets.B': '2', 'tickets.A': '2' })
    expect(wantedTickets(form, tickets).map(({ code }) => code)).toEqual(['A', 'A', 'C'])
  })

  test.each(['-1', 'x', '1.5', '1e9', 'Infinity', '', '99999999999999999999'])(
    'are bounded whatever is typed: %s',
    (typed) => {
      expect(wantedTickets(state({ 'tickets.A': typed }), [ticket('A')]).length).toBeLessThanOrEqual(10)
    },
  )

  test('are never more than a page can hold', () => {
    const tickets = Array.from({ length: 10 }, (_, at) => ticket(`T${at}`))
    const form = state(Object.fromEntries(tickets.map(({ code }) => [`tickets.${code}`, '10'])))
    expect(wantedTickets(form, tickets)).toHaveLength(PEOPLE_LIMIT)
    expect(asksTooMany(form, tickets)).toBe(true)
    expect(asksTooMany(form, tickets.slice(0, 3))).toBe(false)
  })
})

describe('aligning', () => {
  const [a, c] = [ticket('A'), ticket('C')]
  const sent = {
    'people[0].ticket': 'id-A',
    'people[0].fullName': 'Amina',
    'people[1].ticket': 'id-C',
    'people[1].fullName': 'Тест',
    conduct: 'on',
  }

  test('leaves a form alone that is as it was shown', () => {
    expect(alignPeople(state(sent), [a, c])).toEqual({ form: state(sent), isSame: true })
  })

  test('gives people without one between them their own numbers', () => {
    const gap = {
      'people[0].ticket': 'id-A',
      'people[2].ticket': 'id-C',
      'people[2].fullName': 'Тест',
    }
    expect(alignPeople(state(gap), [a, c])).toEqual({
      form: state({ 'people[0].ticket': 'id-A', 'people[1].ticket': 'id-C', 'people[1].fullName': 'Тест' }),
      isSame: true,
    })
  })

  test('adds empty people, and takes away those without a seat', () => {
    const { form, isSame } = alignPeople(state(sent), [c, c])
    expect(isSame).toBe(false)
    expect(form.values).toEqual({
      'people[0].ticket': ['id-C'],
      'people[0].fullName': ['Тест'],
      'people[1].ticket': ['id-C'],
      conduct: ['on'],
    })
  })
})

describe('a question', () => {
  const question = (kind: QuestionKind, isRequired: boolean): FormQuestion => ({
    id: 'q',
    code: 'Q',
    kind,
    isRequired,
    label: 'Q',
    help: '',
    language: 'en',
    options: [
      { value: 'o1', label: 'One' },
      { value: 'o2', label: 'Two' },
    ],
    ticketTypeIds: [],
    trackIds: [],
    stage: 'registering',
    version: 1,
    shownWhen: null,
    maximum: null,
  })

  function answered(kind: QuestionKind, isRequired: boolean, ...values: string[]) {
    const offer = { questions: [question(kind, isRequired)], addons: [] } as unknown as OrderOffer
    const form = new FormData()
    const person = { ticket: 'id-A', fullName: 'A', email: 'a@example.org', country: 'KE' }
    for (const [name, value] of Object.entries(person)) form.set(`people[0].${name}`, value)
    form.set('formKey', 'x'.repeat(32))
    form.set('conduct', 'on')
    for (const value of values) form.append('people[0].answers.Q', value)
    const parsed = parseForm(form, orderFormSchema(offer, [ticket('A')], []))
    return parsed.ok ? parsed.value.people[0]!.answers['Q'] : parsed.form.errors
  }

  const ERROR = (message: string) => ({ 'people[0].answers.Q': [message] })

  test.each([
    ['text', ' a  b ', 'a b'],
    ['longtext', 'a\r\nb', 'a\nb'],
    ['number', ' 7 ', '7'],
    ['date', '2027-06-21', '2027-06-21'],
    ['country', 'KE', 'KE'],
    ['phone', '+250 788 000 000', '+250 788 000 000'],
    ['choice', 'o2', 'o2'],
    ['yesno', 'no', 'no'],
  ] as const)('of kind %s takes %j', (kind, typed, kept) => {
    expect(answered(kind, true, typed)).toBe(kept)
  })

  test('of several choices keeps a list', () => {
    expect(answered('choices', true, 'o1', 'o2')).toEqual(['o1', 'o2'])
    expect(answered('choices', true, 'o1')).toEqual(['o1'])
    expect(answered('choices', false)).toEqual([])
  })

  test.each([
    ['text', 'form.required'],
    ['longtext', 'form.required'],
    ['number', 'form.numberBetween?minimum=0&maximum=999999999'],
    ['date', 'form.date'],
    ['country', 'form.country'],
    ['phone', 'form.phone'],
    ['choice', 'form.choose'],
    ['yesno', 'form.choose'],
    ['choices', 'form.choose'],
  ] as const)('of kind %s that is required says so when it is left out', (kind, message) => {
    expect(answered(kind, true)).toEqual(ERROR(message))
    if (kind !== 'choices') expect(answered(kind, true, '')).toEqual(ERROR(message))
  })

  test.each(['text', 'longtext', 'number', 'date', 'country', 'phone', 'choice', 'yesno'] as const)(
    'of kind %s that is optional may be left out',
    (kind) => {
      expect(answered(kind, false)).toBe('')
      expect(answered(kind, false, '')).toBe('')
    },
  )

  test.each([
    ['choice', 'o3'],
    ['choices', 'o3'],
    ['yesno', 'maybe'],
    ['number', 'seven'],
    ['date', '2027-02-30'],
    ['phone', 'call me'],
    ['country', 'Kenya'],
  ] as const)('of kind %s does not take %j', (kind, typed) => {
    expect(Object.keys(answered(kind, false, typed) as object)).toEqual(['people[0].answers.Q'])
  })
})

describe('the schema', () => {
  const typed = { 'people[0].ticket': 'id-A', 'people[0].fullName': 'Amina', 'people[0].email': 'a@example.org' }
  const form = Object.entries({ ...typed, 'people[0].country': 'KE', conduct: 'on' })
  const offerOf = (questions: Partial<FormQuestion>[]) => ({ questions, addons: [] }) as unknown as OrderOffer
  const DIET: Partial<FormQuestion> = { code: 'DIET', kind: 'text', isRequired: true, options: [], ticketTypeIds: [] }
  const told = (offer: OrderOffer, methods: string[], isDue: boolean) => {
    const parsed = parseForm(form, orderFormSchema(offer, [ticket('A')], methods, { isDue }))
    return parsed.ok ? 'placed' : parsed.form.errors
  }

  test('is that of the offer as it is now, however often another one was used', () => {
    for (let use = 0; use < 60; use++) expect(told(offerOf([]), [], false)).toBe('placed')
    const asked = offerOf([{ ...DIET, trackIds: [], maximum: null, shownWhen: null }])
    expect(told(asked, [], false)).toEqual({ 'people[0].answers.DIET': ['form.required'] })
    expect(told(offerOf([]), ['card'], true)).toEqual({ method: ['register.chooseMethod'] })
    expect(told(offerOf([]), [], false)).toBe('placed')
  })
})

test('what has a price is a ticket that is wanted, or an add-on that can be had beside it', () => {
  const [free, paid] = [ticket('A'), ticket('B', { price: { amountMinor: 100, currency: 'USD' } })]
  expect(hasPrice({ addons: [] }, [free, free])).toBe(false)
  expect(hasPrice({ addons: [] }, [free, paid])).toBe(true)
  expect(hasPrice({ addons: [paid] }, [free])).toBe(true)
})
