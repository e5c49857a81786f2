import { type FormItem, type FormPart, ITEM } from './form-item.ts'
import type { Call, CallQuestion } from '#app/applications/calls/call.ts'
import { asks } from '#app/applications/form/asks.ts'
import { RESIDENCE_CODES } from '#app/applications/form/facts-of.ts'
import { COST_PARTS } from '#app/applications/form/costs-answer.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import type { Translate } from '#app/locales/translate.ts'
import { LEVELS, type QuestionOption, SKILLS } from '#app/registrations/questions/question.ts'

/** Everything that the text form of a call asks, in the order of the web's. */
export function formParts(call: Call, t: Translate): FormPart[] {
  const asked = asks(call)
  return [
    { title: t('textForm.you'), help: '', items: youItems(call, t) },
    ...(asked.wishes ? [{ title: t('textForm.wishes'), help: '', items: wishItems(call, t) }] : []),
    ...call.sections
      .filter(({ questions }) => questions.length > 0)
      .map(({ code, title, help, questions }) => ({
        title,
        help,
        items: questions.map((question) => questionItem(code, question, call, t)),
      })),
    ...(asked.team ? [{ title: t('textForm.team'), help: t('textForm.teamHelp'), items: [teamItem(t)] }] : []),
    ...(asked.letters
      ? [{ title: t('textForm.letters'), help: t('textForm.lettersHelp'), items: letterItems(call, t) }]
      : []),
  ]
}

export function itemsOf(parts: FormPart[]): FormItem[] {
  return parts.flatMap(({ items }) => items)
}

function youItems(call: Call, t: Translate): FormItem[] {
  const has = (...kinds: string[]) => call.rules.some(({ kind }) => kinds.includes(kind))
  // What a question of the call asks is not asked twice.
  const questions = call.sections.flatMap((section) => section.questions)
  const means = (meaning: CallQuestion['meaning']) => questions.some((question) => question.meaning === meaning)
  const asksResidence = questions.some(({ kind, code }) => kind === 'country' && RESIDENCE_CODES.includes(code))
  return [
    { ...ITEM, marker: 'form.name', kind: 'text', label: t('textForm.name'), maximum: 200 },
    { ...ITEM, marker: 'form.email', kind: 'email', label: t('textForm.email') },
    {
      ...ITEM,
      marker: 'form.language',
      kind: 'choice',
      label: t('textForm.language'),
      options: LANGUAGES.map(({ code, name }) => ({ value: code, label: name })),
    },
    ...(asksResidence
      ? []
      : [{ ...ITEM, marker: 'form.residence', kind: 'country' as const, label: t('textForm.residence') }]),
    ...(has('minimum-age', 'maximum-age') && !means('birth-year')
      ? [{ ...ITEM, marker: 'form.birth-year', kind: 'number' as const, label: t('textForm.birthYear'), maximum: 2200 }]
      : []),
    ...(has('award-free-years') && !means('earlier-award')
      ? [
          {
            ...ITEM,
            marker: 'form.last-award',
            kind: 'text' as const,
            label: t('textForm.lastAward'),
            help: t('textForm.lastAwardHelp'),
            maximum: 40,
            isRequired: false,
          },
        ]
      : []),
  ]
}

function wishItems(call: Call, t: Translate): FormItem[] {
  const options = call.choices
    .filter(({ isClosed }) => !isClosed)
    .map(({ code, name }) => ({ value: code, label: name }))
  const many = Math.min(Math.max(1, call.choicesMaximum), options.length)
  return Array.from({ length: many }, (_, at) => ({
    ...ITEM,
    marker: `form.wish-${at + 1}`,
    kind: 'choice' as const,
    label: t('textForm.wish', { number: at + 1 }),
    options,
    isRequired: at === 0,
  }))
}

function teamItem(t: Translate): FormItem {
  return { ...ITEM, marker: 'form.team', kind: 'text', label: t('textForm.teamCode'), maximum: 20, isRequired: false }
}

function letterItems(call: Call, t: Translate): FormItem[] {
  const person = (marker: string, label: (part: 'Name' | 'Email') => string): FormItem[] => [
    { ...ITEM, marker: `form.${marker}-name`, kind: 'text', label: label('Name'), maximum: 200 },
    { ...ITEM, marker: `form.${marker}-email`, kind: 'email', label: label('Email') },
  ]
  const referees = Array.from({ length: call.refereesWanted }, (_, at) =>
    person(`referee-${at + 1}`, (part) => t(`textForm.referee${part}`, { number: at + 1 })),
  )
  const employer = call.isEmployerWanted ? [person('employer', (part) => t(`textForm.employer${part}`))] : []
  return [...referees, ...employer].flat()
}

function questionItem(section: string, question: CallQuestion, call: Call, t: Translate): FormItem {
  const { kind, code, label, help, isRequired, maximum, isInWords } = question
  const options =
    kind === 'yesno'
      ? [
          { value: 'yes', label: t('register.yes') },
          { value: 'no', label: t('register.no') },
        ]
      : kind === 'consent'
        ? [{ value: 'yes', label: t('textForm.agree') }]
        : question.options
  return {
    marker: `${section}.${code}`,
    kind,
    label,
    help: [conditionOf(question, call, t), help].filter(Boolean).join(' '),
    isRequired,
    maximum,
    isInWords,
    options,
    lines: linesOf(question, t),
    levels:
      kind === 'languages' ? LEVELS.map((value) => ({ value, label: t(`question.levels.${value}`) })) : question.levels,
    question,
  }
}

function linesOf({ kind, rows, options }: CallQuestion, t: Translate): QuestionOption[] {
  if (kind === 'grid') return rows
  if (kind === 'languages')
    return options.flatMap(({ value, label }) =>
      SKILLS.map((skill) => ({ value: `${value}/${skill}`, label: `${label}, ${t(`question.skills.${skill}`)}` })),
    )
  if (kind === 'costs')
    return rows.flatMap(({ value, label }) =>
      COST_PARTS.map((part) => ({ value: `${value}/${part}`, label: `${label}, ${t(`textForm.costs.${part}`)}` })),
    )
  return []
}

/** `Only if “Do you need a visa?” is “Yes”.`, or for which wishes. */
function conditionOf({ shownWhen, choiceIds }: CallQuestion, call: Call, t: Translate): string {
  const choices = call.choices.filter(({ id }) => choiceIds.includes(id)).map(({ name }) => name)
  const only = choices.length > 0 ? t('textForm.onlyFor', { choices: choices.join(t('common.listSeparator')) }) : ''
  const parent =
    shownWhen && call.sections.flatMap(({ questions }) => questions).find(({ id }) => id === shownWhen.questionId)
  if (!shownWhen || !parent) return only
  const answer = ['yes', 'no'].includes(shownWhen.value)
    ? t(shownWhen.value === 'yes' ? 'register.yes' : 'register.no')
    : (parent.options.find(({ value }) => value === shownWhen.value)?.label ?? shownWhen.value)
  return [only, t('question.onlyIf', { question: parent.label, answer })].filter(Boolean).join(' ')
}
