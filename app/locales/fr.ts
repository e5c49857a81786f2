import { account } from './fr/account.ts'
import { agenda } from './fr/agenda.ts'
import { calendar } from './fr/calendar.ts'
import { catalogue } from './fr/catalogue.ts'
import { change } from './fr/change.ts'
import { common } from './fr/common.ts'
import { event } from './fr/event.ts'
import { finance } from './fr/finance.ts'
import { form } from './fr/form.ts'
import { mail } from './fr/mail.ts'
import { offer } from './fr/offer.ts'
import { order } from './fr/order.ts'
import { organize } from './fr/organize.ts'
import { page } from './fr/page.ts'
import { paper } from './fr/paper.ts'
import { pay } from './fr/pay.ts'
import { programme } from './fr/programme.ts'
import { question } from './fr/question.ts'
import { refusal } from './fr/refusal.ts'
import { register } from './fr/register.ts'
import { seat } from './fr/seat.ts'
import { standing } from './fr/standing.ts'
import { teach } from './fr/teach.ts'
import { waiting } from './fr/waiting.ts'
import { zone } from './fr/zone.ts'

export const fr = {
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
