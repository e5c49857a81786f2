import type { FormState } from '#app/values/form-state.ts'

/** The form with what concerns the whole of it. */
export function withError(form: FormState, message: string): FormState {
  return { ...form, errors: { '': [message] } }
}

/** The codes as typed, though they were not looked at, and why. */
export function withTries(form: FormState, typed: string | null | undefined): FormState {
  const voucherCodes = typed ? [typed] : []
  return {
    values: { ...form.values, voucherCodes },
    errors: { ...form.errors, voucherCodes: ['refusal.voucher-tries'] },
  }
}
