import { expect, test } from 'vitest'
import { render } from './render.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CheckField, ChecksField, ChoiceField, CountryField, SelectField, TextField } from '#app/ui/fields.tsx'
import { fieldId } from '#app/ui/field-id.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

const failed: FormState = {
  values: { 'people[0].email': ['adebayo@'], pay: ['bank'], days: ['tue', 'thu'] },
  errors: { 'people[0].email': ['form.email'], conduct: ['form.tick'], '': ['refusal.busy'] },
}

test('a field says what it is, keeps what was typed, and ties its error to itself', () => {
  const html = render(<TextField form={failed} name="people[0].email" label="Email" hint="Yours." type="email" />)
  expect(html).toBe(
    '<div class="field bad"><label for="people-0-email">Email</label>' +
      '<p class="hint" id="people-0-email-h">Yours.</p>' +
      '<p class="err" id="people-0-email-e"><span class="vh">Error: </span>Enter an email address, like name@example.org</p>' +
      '<input id="people-0-email" name="people[0].email" aria-describedby="people-0-email-h people-0-email-e"' +
      ' aria-invalid="true" type="email" dir="ltr" value="adebayo@"/></div>',
  )
})

test('an untouched field shows its default and nothing else', () => {
  const html = render(<TextField form={EMPTY_FORM} name="name" label="Full name" isOptional defaultValue="Ana" />)
  expect(html).toBe(
    '<div class="field"><label for="name">Full name <i>optional</i></label><input id="name" name="name" dir="auto" value="Ana"/></div>',
  )
})

test('what was typed is text, never markup', () => {
  const form: FormState = { values: { name: ['"><script>alert(1)</script>'] }, errors: {} }
  expect(render(<TextField form={form} name="name" label="Full name" />)).not.toContain('<script>')
})

test('choices and boxes keep what was ticked, and forget the defaults once something was sent', () => {
  const pay = (form: FormState) =>
    render(
      <ChoiceField
        form={form}
        name="pay"
        legend="Payment"
        defaultValue="card"
        options={[
          { value: 'card', label: 'Card' },
          { value: 'bank', label: 'Bank transfer', detail: 'Two weeks.' },
        ]}
      />,
    )
  expect(pay(EMPTY_FORM)).toMatch(/checked="" value="card"/)
  expect(pay(failed)).toMatch(/checked="" value="bank"/)
  expect(pay(failed)).not.toMatch(/checked="" value="card"/)
  const days = ['mon', 'tue', 'thu'].map((value) => ({ value, label: value }))
  const html = render(<ChecksField form={failed} name="days" legend="Days" options={days} defaultValues={['mon']} />)
  expect([...html.matchAll(/checked="" value="(\w+)"/g)].map((match) => match[1])).toEqual(['tue', 'thu'])
})

test('a box with an error is a field of its own', () => {
  const html = render(
    <CheckField form={failed} name="conduct">
      I have read the code of conduct
    </CheckField>,
  )
  expect(html).toMatch(/^<div class="field bad"><p class="err" id="conduct-e">.*<input id="conduct" name="conduct"/)
})

test('a select has its blank first and chooses what was chosen', () => {
  const options = [
    { value: 'KE', label: 'Kenya' },
    { value: 'NP', label: 'Nepal' },
  ]
  const html = render(
    <SelectField form={EMPTY_FORM} name="c" label="Country" blank="Choose" options={options} defaultValue="NP" />,
  )
  expect(html).toContain('<option value="">Choose</option>')
  expect(html).toContain('<option value="NP" selected="">Nepal</option>')
})

test('countries stand in the alphabet of the reader', () => {
  const html = render(<CountryField form={EMPTY_FORM} name="c" label="Pays" />, { language: 'fr' })
  expect(html.indexOf('Égypte')).toBeLessThan(html.indexOf('Espagne'))
  expect([...html.matchAll(/<option/g)].length).toBe(251)
})

test('the summary leads to each field, says whose it is, and keeps the whole form’s trouble without a link', () => {
  const html = render(
    <ErrorSummary form={failed} labelOf={(name) => (name.startsWith('people[0]') ? 'Person 1' : undefined)} />,
  )
  expect(html).toContain('3 things need your attention')
  expect(html).toContain('role="alert"')
  expect(html).toContain('<a href="#people-0-email">Person 1: Enter an email address, like name@example.org</a>')
  expect(html).toContain('<a href="#conduct">Tick this to continue</a>')
  expect(html).toMatch(/<li>We are busy right now/)
  expect(render(<ErrorSummary form={EMPTY_FORM} />)).toBe('')
})

test('an id is made of a name', () => {
  expect([fieldId('people[0].email'), fieldId('answers[1][MEAL]')]).toEqual(['people-0-email', 'answers-1-MEAL'])
})
