import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { isTicked, typedValue } from '#app/values/form-state.ts'
import { countriesIn } from './countries.ts'
import { describe, fieldClass, type FieldProps, HintAndError, LabelText } from './field.tsx'
import { fieldId } from './field-id.ts'
import { usePage } from './use-page.ts'

export { fieldId } from './field-id.ts'

interface Typed {
  autoComplete?: string
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  maxLength?: number
}

/** Inputs whose content is never in the direction of the language around it. */
const LEFT_TO_RIGHT = ['email', 'url', 'tel', 'number']

export function TextField({
  type = 'text',
  autoComplete,
  lang,
  dir,
  maxLength,
  placeholder,
  list,
  ...field
}: FieldProps & Typed & { type?: HTMLInputTypeAttribute; placeholder?: string; list?: string }) {
  return (
    <Labelled {...field}>
      <input
        {...describe(field)}
        type={type === 'text' ? undefined : type}
        defaultValue={typedValue(field.form, field.name) ?? field.defaultValue ?? undefined}
        autoComplete={autoComplete}
        lang={lang}
        dir={dir ?? (LEFT_TO_RIGHT.includes(type) ? 'ltr' : type === 'text' ? 'auto' : undefined)}
        maxLength={maxLength}
        placeholder={placeholder}
        list={list}
      />
    </Labelled>
  )
}

export function TextArea({
  rows = 4,
  lang,
  dir = 'auto',
  maxLength,
  ...field
}: FieldProps & Typed & { rows?: number }) {
  return (
    <Labelled {...field}>
      <textarea
        {...describe(field)}
        rows={rows}
        defaultValue={typedValue(field.form, field.name) ?? field.defaultValue ?? undefined}
        lang={lang}
        dir={dir}
        maxLength={maxLength}
      />
    </Labelled>
  )
}

export interface Option {
  value: string
  label: string
}

/** `blank` is the text of an empty first choice. */
export function SelectField({
  options,
  blank,
  autoComplete,
  ...field
}: FieldProps & { options: Option[]; blank?: string; autoComplete?: string }) {
  return (
    <Labelled {...field}>
      <select
        {...describe(field)}
        defaultValue={typedValue(field.form, field.name) ?? field.defaultValue ?? undefined}
        autoComplete={autoComplete}
      >
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value === label ? undefined : value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** Every country and economy by its name in the reader's language. */
export function CountryField({ blank = '', ...field }: FieldProps & { blank?: string }) {
  const { language } = usePage()
  return <SelectField {...field} blank={blank} options={countriesIn(language)} autoComplete="country" />
}

/** One box that is ticked or not. */
export function CheckField({
  value = 'on',
  children,
  ...field
}: Omit<FieldProps, 'label'> & { value?: string; label?: ReactNode; children?: ReactNode }) {
  const label = children ?? field.label
  const box = { ...field, label }
  const { form, name, defaultValue } = box
  const check = (
    <label className="check">
      <input
        {...describe(box)}
        type="checkbox"
        value={value === 'on' ? undefined : value}
        defaultChecked={isTicked(form, name, value) ?? (defaultValue != null && String(defaultValue) === value)}
      />{' '}
      <span>
        <LabelText {...box} />
      </span>
    </label>
  )
  if (!box.hint && !form.errors[name]?.length) return check
  return (
    <div className={fieldClass(box)}>
      <HintAndError {...box} />
      {check}
    </div>
  )
}

type Grouped = Omit<FieldProps, 'label'> & { legend: ReactNode }

/** One of several, each with its own line and an optional detail. */
export function ChoiceField({
  legend,
  options,
  ...rest
}: Grouped & { options: { value: string; label: ReactNode; detail?: ReactNode }[] }) {
  const field = { ...rest, label: legend }
  const { form, name, defaultValue } = field
  const described = describe(field)
  return (
    <fieldset className={fieldClass(field)} aria-describedby={described['aria-describedby']}>
      <legend>
        <LabelText {...field} />
      </legend>
      <HintAndError {...field} />
      {options.map(({ value, label, detail }, at) => (
        <label key={value} className="choice">
          <input
            type="radio"
            id={at === 0 ? described.id : undefined}
            name={name}
            value={value}
            defaultChecked={isTicked(form, name, value) ?? String(defaultValue) === value}
          />
          <span>
            <b>{label}</b>
            {detail && <small>{detail}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Any of several boxes that share a name. `defaultValues` are ticked until something was sent; many stand in columns. */
export function ChecksField({
  legend,
  options,
  defaultValues = [],
  inColumns = false,
  ...rest
}: Grouped & { options: { value: string; label: ReactNode }[]; defaultValues?: string[]; inColumns?: boolean }) {
  const field = { ...rest, label: legend }
  const { form, name } = field
  const described = describe(field)
  const boxes = options.map(({ value, label }, at) => (
    <label key={value} className="check">
      <input
        type="checkbox"
        id={at === 0 ? described.id : undefined}
        name={name}
        value={value}
        aria-invalid={described['aria-invalid']}
        defaultChecked={isTicked(form, name, value) ?? defaultValues.includes(value)}
      />{' '}
      <span>{label}</span>
    </label>
  ))
  return (
    <fieldset className={fieldClass(field)} aria-describedby={described['aria-describedby']}>
      <legend>
        <LabelText {...field} />
      </legend>
      <HintAndError {...field} />
      {inColumns ? <div className="cols">{boxes}</div> : boxes}
    </fieldset>
  )
}

function Labelled({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <div className={fieldClass(field)}>
      <label htmlFor={fieldId(field.name)}>
        <LabelText {...field} />
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  )
}
