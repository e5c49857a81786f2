import { account } from './ar/account.ts'
import { admission } from './ar/admission.ts'
import { agenda } from './ar/agenda.ts'
import { applicants } from './ar/applicants.ts'
import { application } from './ar/application.ts'
import { attendance } from './ar/attendance.ts'
import { author } from './ar/author.ts'
import { award } from './ar/award.ts'
import { broadcast } from './ar/broadcast.ts'
import { calendar } from './ar/calendar.ts'
import { call } from './ar/call.ts'
import { callHome } from './ar/call-home.ts'
import { catalogue } from './ar/catalogue.ts'
import { certificate } from './ar/certificate.ts'
import { change } from './ar/change.ts'
import { checkIn } from './ar/check-in.ts'
import { common } from './ar/common.ts'
import { device } from './ar/device.ts'
import { download } from './ar/download.ts'
import { event } from './ar/event.ts'
import { figures } from './ar/figures.ts'
import { finance } from './ar/finance.ts'
import { form } from './ar/form.ts'
import { fund } from './ar/fund.ts'
import { lab } from './ar/lab.ts'
import { list } from './ar/list.ts'
import { mail } from './ar/mail.ts'
import { offer } from './ar/offer.ts'
import { onPaper } from './ar/on-paper.ts'
import { order } from './ar/order.ts'
import { organize } from './ar/organize.ts'
import { page } from './ar/page.ts'
import { paper } from './ar/paper.ts'
import { pay } from './ar/pay.ts'
import { programme } from './ar/programme.ts'
import { publishing } from './ar/publishing.ts'
import { question } from './ar/question.ts'
import { reference } from './ar/reference.ts'
import { refusal } from './ar/refusal.ts'
import { register } from './ar/register.ts'
import { registrant } from './ar/registrant.ts'
import { release } from './ar/release.ts'
import { reviewing } from './ar/reviewing.ts'
import { roster } from './ar/roster.ts'
import { run } from './ar/run.ts'
import { seat } from './ar/seat.ts'
import { selection } from './ar/selection.ts'
import { series } from './ar/series.ts'
import { session } from './ar/session.ts'
import { standing } from './ar/standing.ts'
import { survey } from './ar/survey.ts'
import { teach } from './ar/teach.ts'
import { team } from './ar/team.ts'
import { textForm } from './ar/text-form.ts'
import { waiting } from './ar/waiting.ts'
import { workshop } from './ar/workshop.ts'
import { workspace } from './ar/workspace.ts'
import { zone } from './ar/zone.ts'

export const ar = {
  account,
  admission,
  agenda,
  applicants,
  application,
  attendance,
  author,
  award,
  broadcast,
  calendar,
  call,
  callHome,
  catalogue,
  certificate,
  change,
  checkIn,
  common,
  device,
  download,
  event,
  figures,
  finance,
  form,
  fund,
  lab,
  list,
  mail,
  offer,
  onPaper,
  order,
  organize,
  page,
  paper,
  pay,
  programme,
  publishing,
  question,
  reference,
  refusal,
  register,
  registrant,
  release,
  reviewing,
  roster,
  run,
  seat,
  selection,
  series,
  session,
  standing,
  survey,
  teach,
  team,
  textForm,
  waiting,
  workshop,
  workspace,
  zone,
}
