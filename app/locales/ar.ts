import { account } from './ar/account.ts'
import { agenda } from './ar/agenda.ts'
import { calendar } from './ar/calendar.ts'
import { catalogue } from './ar/catalogue.ts'
import { change } from './ar/change.ts'
import { common } from './ar/common.ts'
import { event } from './ar/event.ts'
import { finance } from './ar/finance.ts'
import { form } from './ar/form.ts'
import { mail } from './ar/mail.ts'
import { offer } from './ar/offer.ts'
import { order } from './ar/order.ts'
import { organize } from './ar/organize.ts'
import { page } from './ar/page.ts'
import { paper } from './ar/paper.ts'
import { pay } from './ar/pay.ts'
import { programme } from './ar/programme.ts'
import { question } from './ar/question.ts'
import { refusal } from './ar/refusal.ts'
import { register } from './ar/register.ts'
import { seat } from './ar/seat.ts'
import { standing } from './ar/standing.ts'
import { teach } from './ar/teach.ts'
import { waiting } from './ar/waiting.ts'
import { zone } from './ar/zone.ts'

export const ar = {
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
