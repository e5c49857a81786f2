import { remindReferees } from '#app/applications/referees/remind-referees.server.ts'
import { faultOf } from './fault-of.ts'
import type { Job } from './job.ts'
import { mailSite } from './mail-site.server.ts'
import { eraseCallAnswers } from '#app/applications/applying/erase-call-answers.server.ts'
import { remindApplicants } from '#app/applications/applying/remind-applicants.server.ts'
import { finishReleases } from '#app/applications/decisions/finish-release.server.ts'
import { freeLostAwards } from '#app/applications/offers/free-lost-awards.server.ts'
import { lapseCallOffers } from '#app/applications/offers/lapse-call-offers.server.ts'
import { promoteByRule } from '#app/applications/offers/promote-next.server.ts'
import { remindOffers } from '#app/applications/offers/remind-offers.server.ts'
import { remindReviewers } from '#app/applications/reviews/remind-reviewers.server.ts'
import { noteAttended } from '#app/attendance/note-attended.server.ts'
import { askDueNames } from '#app/certificates/ask-due-names.server.ts'
import { continueIssues } from '#app/certificates/continue-issues.server.ts'
import { publishDue } from '#app/events/publishing/publish-due.server.ts'
import { followEvents } from '#app/broadcasts/own/follow-events.server.ts'
import { sendBroadcasts } from '#app/broadcasts/send-broadcasts.server.ts'
import { followZones } from '#app/events/follow-zones.server.ts'
import { forgetCalendarTexts } from '#app/calendar/forget-texts.server.ts'
import { eraseDueFiles } from '#app/files/erase-due-files.server.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { closeOverdueAttempts } from '#app/payments/attempts/close-overdue-attempts.server.ts'
import { issueMissingPapers } from '#app/payments/papers/issue-missing-papers.server.ts'
import { reconcilePayments } from '#app/payments/attempts/reconcile-payments.server.ts'
import { reconcileRefunds } from '#app/payments/refunds/reconcile-refunds.server.ts'
import { remindPayers } from '#app/payments/remind-payers.server.ts'
import { returnMarked } from '#app/payments/refunds/return-marked.server.ts'
import { sendRefunds } from '#app/payments/refunds/send-refunds.server.ts'
import { importStatements } from '#app/payments/statements/import-statements.server.ts'
import { followRosters } from '#app/participants/rosters/follow-rosters.server.ts'
import { freezeDue } from '#app/participants/rosters/freeze-due.server.ts'
import { forgetRuns } from '#app/participants/runs/forget-runs.server.ts'
import { workOnRuns } from '#app/participants/runs/work-on-runs.server.ts'
import { forgetExpired } from '#app/people/forget-expired.server.ts'
import { lapseChanges } from '#app/registrations/changes/lapse-changes.server.ts'
import { lapseHolds } from '#app/registrations/seats/lapse-holds.server.ts'
import { releaseBlocks } from '#app/registrations/seats/release-blocks.server.ts'
import { askStages } from '#app/registrations/questions/ask-stages.server.ts'
import { eraseAnswers } from '#app/registrations/questions/erase-answers.server.ts'
import { remindHolders } from '#app/scholarships/awards/remind-holders.server.ts'
import type { Services } from '#app/services.server.ts'
import { askSurveys } from '#app/surveys/ask-surveys.server.ts'
import { expireEntries } from '#app/waiting-list/expire-entries.server.ts'
import { lapseOffers } from '#app/waiting-list/lapse-offers.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { settleOffers } from '#app/waiting-list/settle-offers.server.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

/** What runs beside the requests. */
export function allJobs(services: Services): Job[] {
  const { db, gateways, mailer, log } = services
  const onFault = (error: unknown, messageId: string) =>
    log.error({ job: 'mail', messageId, fault: faultOf(error) }, 'a message could not be written')
  const mailPorts = { mailer, site: mailSite(services), onFault }
  return [
    {
      name: 'mail',
      pause: SECOND,
      run: async (input) => (await deliverDue(db, mailPorts, input)).sent > 0,
    },
    {
      // What is to be public at a moment is so within a second of it.
      name: 'publish',
      pause: SECOND / 2,
      patience: SECOND / 4,
      run: async ({ now }) => (await publishDue(db, { now })).isMore,
    },
    {
      // A payment page is closed before the hold behind it is given up: who paid in time keeps the seat.
      name: 'holds',
      pause: 5 * SECOND,
      run: async ({ now }) => {
        await closeOverdueAttempts(db, gateways, { now })
        const { lapsed, isMore } = await lapseHolds(db, { now })
        const changes = await lapseChanges(db, { now })
        return (isMore && lapsed > 0) || (changes.isMore && changes.lapsed > 0)
      },
    },
    {
      name: 'blocks',
      pause: 30 * SECOND,
      run: async ({ now }) => {
        await releaseBlocks(db, { now })
        return false
      },
    },
    {
      // What came free is offered at once; before that, what was offered ends, so that nothing is held for nobody.
      name: 'waiting-list',
      pause: 3 * SECOND,
      run: async ({ now }) => {
        await settleOffers(db, { now })
        await lapseOffers(db, { now })
        await expireEntries(db, { now })
        await offerSeats(db, { now })
        return false
      },
    },
    {
      // What a dead process left of a release first; what ends frees seats and money before the next are asked.
      name: 'admission',
      pause: 5 * SECOND,
      run: async ({ now }) => {
        await finishReleases(db, { now })
        await lapseCallOffers(db, { now })
        await freeLostAwards(db, { now })
        await promoteByRule(db, { now })
        await remindOffers(db, { now })
        return false
      },
    },
    {
      name: 'payments',
      pause: 30 * SECOND,
      run: async ({ now }) => (await reconcilePayments(db, gateways, { now })).paid > 0,
    },
    {
      // What finance lets go of an event first, then what is to be sent, then what was not heard of.
      name: 'refunds',
      pause: 5 * SECOND,
      run: async ({ now }) => {
        const marked = await returnMarked(db, gateways, { now })
        const { sent } = await sendRefunds(db, gateways, { now })
        await reconcileRefunds(db, gateways, { now })
        return (marked.isMore && marked.returned > 0) || sent > 0
      },
    },
    {
      name: 'papers',
      pause: 60 * SECOND,
      run: async ({ now }) => {
        await issueMissingPapers(db, { now })
        return false
      },
    },
    {
      name: 'reminders',
      pause: 10 * 60 * SECOND,
      run: async ({ now }) => (await remindPayers(db, { now })).reminded > 0,
    },
    {
      name: 'applicants',
      pause: 5 * 60 * SECOND,
      run: async ({ now }) => (await remindApplicants(db, { now })).isMore,
    },
    {
      name: 'reviews',
      pause: 10 * 60 * SECOND,
      run: async ({ now }) => {
        await remindReviewers(db, { now })
        return false
      },
    },
    {
      name: 'questions',
      pause: 5 * 60 * SECOND,
      run: async ({ now }) => {
        await askStages(db, { now })
        return false
      },
    },
    {
      name: 'surveys',
      pause: 5 * 60 * SECOND,
      run: async ({ now }) => {
        await askSurveys(db, { now })
        return false
      },
    },
    {
      // A day ends at another hour in each zone, so this looks every hour.
      name: 'erase',
      pause: HOUR,
      run: async ({ now }) => {
        await eraseAnswers(db, { now })
        await eraseCallAnswers(db, { now })
        return (await eraseDueFiles(db, { now })).isMore
      },
    },
    {
      name: 'letters',
      pause: 10 * 60 * SECOND,
      run: async ({ now }) => (await remindReferees(db, { now })).reminded > 0,
    },
    {
      name: 'awards',
      pause: HOUR,
      run: async ({ now }) => {
        await noteAttended(db, { now })
        return (await remindHolders(db, { now })).reminded > 0
      },
    },
    {
      // What a dead process left half issued, and names that are to be looked at before a course is over.
      name: 'certificates',
      pause: 60 * SECOND,
      run: async ({ now }) => {
        await continueIssues(db, services.config, { now })
        await askDueNames(db, { now })
        return false
      },
    },
    {
      name: 'zones',
      pause: HOUR,
      run: async ({ now }) => (await followZones(db, { version: services.zones.used.version, now })).isMore,
    },
    {
      name: 'statements',
      pause: 2 * SECOND,
      run: async (input) => (await importStatements(db, input)).worked,
    },
    {
      name: 'broadcasts',
      pause: 2 * SECOND,
      run: async (input) => (await sendBroadcasts(db, input)).worked,
    },
    {
      // What an event was moved to, and who came after its messages had gone out.
      name: 'own-messages',
      pause: 60 * SECOND,
      run: async ({ now }) => (await followEvents(db, { now })).added > 0,
    },
    {
      name: 'runs',
      pause: SECOND,
      run: async (input) => (await workOnRuns(db, { gateways }, input)).worked,
    },
    {
      // A list is frozen when its day begins where the event is.
      name: 'rosters',
      pause: 60 * SECOND,
      run: async ({ now }) => {
        await freezeDue(db, { now })
        return false
      },
    },
    {
      name: 'roster-changes',
      pause: 20 * SECOND,
      run: async ({ now }) => {
        await followRosters(db, { now })
        return false
      },
    },
    {
      name: 'forget',
      pause: 24 * HOUR,
      run: async ({ now }) => {
        await forgetExpired(db, { now })
        await forgetRuns(db, { now })
        await forgetCalendarTexts(db)
        return false
      },
    },
  ]
}
