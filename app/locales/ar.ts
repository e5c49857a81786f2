import { account } from './ar/account.ts'
import { catalogue } from './ar/catalogue.ts'
import { common } from './ar/common.ts'
import { event } from './ar/event.ts'
import { finance } from './ar/finance.ts'
import { form } from './ar/form.ts'
import { mail } from './ar/mail.ts'
import { order } from './ar/order.ts'
import { organize } from './ar/organize.ts'
import { page } from './ar/page.ts'
import { refusal } from './ar/refusal.ts'
import { register } from './ar/register.ts'
import { teach } from './ar/teach.ts'

export const ar = {
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
