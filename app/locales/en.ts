import { account } from './en/account.ts'
import { agenda } from './en/agenda.ts'
import { calendar } from './en/calendar.ts'
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
import { programme } from './en/programme.ts'
import { question } from './en/question.ts'
import { refusal } from './en/refusal.ts'
import { register } from './en/register.ts'
import { seat } from './en/seat.ts'
import { standing } from './en/standing.ts'
import { teach } from './en/teach.ts'
import { waiting } from './en/waiting.ts'
import { zone } from './en/zone.ts'

/** English is the catalogue that the others are measured against. */
export const en = {
  account,
  agenda,
  calendar,
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
  programme,
  question,
  refusal,
  register,
  seat,
  standing,
  teach,
  waiting,
  zone,
}
