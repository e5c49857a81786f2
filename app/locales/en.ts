import { account } from './en/account.ts'
import { catalogue } from './en/catalogue.ts'
import { common } from './en/common.ts'
import { event } from './en/event.ts'
import { finance } from './en/finance.ts'
import { form } from './en/form.ts'
import { mail } from './en/mail.ts'
import { order } from './en/order.ts'
import { organize } from './en/organize.ts'
import { page } from './en/page.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { teach } from './en/teach.ts'

/** English is the catalogue that the others are measured against. */
export const en = {
  account,
  catalogue,
  common,
  event,
  finance,
  form,
  mail,
  order,
  organize,
  page,
  refusal,
  register,
  teach,
}
