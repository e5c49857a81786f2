import { account } from './fr/account.ts'
import { catalogue } from './fr/catalogue.ts'
import { common } from './fr/common.ts'
import { event } from './fr/event.ts'
import { finance } from './fr/finance.ts'
import { form } from './fr/form.ts'
import { mail } from './fr/mail.ts'
import { order } from './fr/order.ts'
import { organize } from './fr/organize.ts'
import { page } from './fr/page.ts'
import { refusal } from './fr/refusal.ts'
import { register } from './fr/register.ts'
import { teach } from './fr/teach.ts'

export const fr = {
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
