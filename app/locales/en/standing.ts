/** Whether an event is held as planned, and what calendars may show of it: the pages of its organizers. */
export const standing = {
  change: 'Postpone, unpublish or cancel',
  reinstateLeaf: 'Held after all',
  status: 'Postponed',

  postpone: 'Postpone the event',
  postponeTitle: 'Postpone this event',
  postponeLead:
    'For an event that will be held, when nobody knows yet. If you know the new date, change it under Event details.',
  toDetails: 'Change the date',
  postponePublic:
    'The page and the catalogue say that a new date will be announced; calendars show the old one as called off.',
  postponeSeats_zero: 'Nobody is registered. Registration closes.',
  postponeSeats_one: 'One seat stays taken. Registration closes.',
  postponeSeats_other: '{{count}} seats stay taken. Registration closes.',
  postponeAfter: 'With a new date under Event details everything opens again by itself.',
  postponeButton: 'Postpone the event',
  postponeBlocked:
    'This event is postponed already. Give it a new date under Event details, or have it held on the old one.',
  newDateEnds:
    'This event is postponed. As soon as you save a new date here, it is held again, and registration opens.',

  reinstate: 'Hold the event after all',
  reinstateTitle: 'Hold this event after all',
  reinstateDate: 'It is held on the date that it has: {{days}}.',
  reinstatePublic: 'The page, the catalogue and calendars show it as planned again.',
  reinstateSeats:
    'Seats that ended when it was cancelled do not come back: their people were told, and their money may be on its way. They can register again.',
  reinstateKept: 'Seats that are taken stay taken, and registration opens again.',
  reinstateOver: 'That date is over. Give it a new one under Event details first.',
  reinstateButton: 'Hold the event',
  reinstateBlocked: 'This event is neither cancelled nor postponed.',

  calendar: 'Calendars',
  calendarLead: 'What calendars show of this event, and how it gets into those of the people who come.',
  joinWho: 'The way into the online room',
  joinParticipants: 'Only for people who have a seat',
  joinParticipantsDetail: 'It stands in their own calendar files and mails, and in no public one.',
  joinPublic: 'For everybody',
  joinPublicDetail: 'It stands in every calendar, so that a click joins. Choose this for open meetings only.',
  joinNone: 'The event has no address for taking part online yet: it is entered under Event details.',
  roomsWho: 'Rooms of tracks and sessions',
  roomsPublic: 'For everybody',
  roomsPublicDetail: 'They stand on the programme, in calendars and in the data of the event.',
  roomsParticipants: 'Only for people who have a seat',
  roomsParticipantsDetail: 'The public programme, calendars and data leave them out.',
  mailHow: 'In mails',
  mailFile: 'A calendar file',
  mailFileDetail: 'It is attached, and people open it if they want to. Right for nearly everybody.',
  mailInvitation: 'A calendar invitation',
  mailInvitationDetail:
    'Calendars take the event in by themselves and keep it current when it changes; some people see it before they have read the mail.',
} as const
