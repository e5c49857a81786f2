import { account } from './en/account.ts'
import { catalogue } from './en/catalogue.ts'
import { change } from './en/change.ts'
import { common } from './en/common.ts'
import { event } from './en/event.ts'
import { finance } from './en/finance.ts'
import { form } from './en/form.ts'
import { mail } from './en/mail.ts'
import { offer } from './en/offer.ts'
import { order } from './en/order.ts'
import { organize } from './en/organize.ts'
import { page } from './en/page.ts'
import { paper } from './en/paper.ts'
import { pay } from './en/pay.ts'
import { question } from './en/question.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { seat } from './en/seat.ts'
import { teach } from './en/teach.ts'
import { waiting } from './en/waiting.ts'

/** English is the catalogue that the others are measured against. */
export const en = {
  account,
  catalogue,
  change,
  common,
  event,
  finance,
  form,
  mail,
  offer,
  order,
  organize,
  page,
  paper,
  pay,
  question,
  refusal,
  register,
  seat,
  teach,
  waiting,
}
