/** The page that says how events come into one's own calendar; what calendars are called and say of deadlines. */
export const calendar = {
  title: 'Our events in your own calendar',
  lead: 'Subscribe once. New events, new dates and cancellations then appear in your calendar by themselves.',
  choose: 'Choose what is in it',
  show: 'Show this calendar',
  past: 'Past events too',
  host: 'Host',
  moreHosts: 'More hosts',
  coming: 'All upcoming events',
  comingChosen: 'Upcoming events',
  all: 'All events, past and upcoming',
  feed: 'Plenary: {{name}}',
  words: 'Words',
  named: '{{label}}: {{values}}',
  inIt_one: 'One event is in it.',
  inIt_other: '{{count}} events are in it.',
  nothing: 'There is nothing in it yet. It fills itself: as soon as an event matches, it is in your calendar.',
  address: 'The address of this calendar, to copy:',
  copy: 'To copy it, press and hold it, or click it with the right button.',
  open: {
    android: 'Open in ICSx⁵',
    ios: 'Open in Apple Calendar',
    mac: 'Open in Apple Calendar',
    windows: 'Open in a calendar program',
    linux: 'Open in a calendar program',
    web: 'Open in a calendar program',
  },
  google: 'Add to Google Calendar',
  outlook: 'Add to Outlook.com',
  how: {
    android: 'How to subscribe on Android',
    ios: 'How to subscribe on an iPhone or iPad',
    mac: 'How to subscribe on a Mac',
    windows: 'How to subscribe on Windows',
    linux: 'How to subscribe on Linux',
    web: 'How to subscribe in a browser',
  },
  system: {
    android: 'On Android',
    ios: 'On an iPhone or iPad',
    mac: 'On a Mac',
    windows: 'On Windows',
    linux: 'On Linux',
    web: 'In a browser, on any system',
  },
  guide: {
    icsx5: {
      name: 'With ICSx⁵',
      steps:
        'Install ICSx⁵. It is free software and works with every calendar app on the phone, also beside DAVx⁵.\nPress “Open in ICSx⁵” above; or press + in ICSx⁵ and paste the address.\nIn its settings, choose how often it looks, for example every hour.',
    },
    androidGoogle: {
      name: 'With Google Calendar',
      steps:
        'Google’s app takes no addresses. Open calendar.google.com in a browser, best on a computer.\nBeside “Other calendars” choose +, then “From URL”. Paste the address and choose “Add calendar”.\nOn the phone, open the app’s settings, choose the new calendar (perhaps under “Show more”) and switch on “Sync”.',
    },
    iphone: {
      name: 'With Apple Calendar',
      steps:
        'Press “Open in Apple Calendar” above, then “Subscribe”.\nOr in Calendar: press “Calendars”, “Add Calendar”, “Add Subscription Calendar”, and paste the address.\nHow often it looks is said by “Fetch New Data”, in Settings under the calendar accounts.',
    },
    mac: {
      name: 'With Apple Calendar',
      steps:
        'Choose “Open in Apple Calendar” above, then “Subscribe”. Or in Calendar: File, New Calendar Subscription, and paste the address.\nAt “Location” choose iCloud, and your iPhone and iPad have it as well.\nAt “Auto-refresh” choose “Every hour”.',
    },
    outlook: {
      name: 'With Outlook, the new one or in a browser',
      steps:
        'Choose “Add to Outlook.com” above, then “Import”. Or in the calendar choose “Add calendar”, then “Subscribe from web”.\nPaste the address, give it a name, choose “Import”.',
    },
    outlookClassic: {
      name: 'With classic Outlook',
      steps:
        'Choose File, Account Settings, Account Settings again, then the tab “Internet Calendars” and “New”.\nPaste the address, choose “Add”, then “OK”.',
    },
    thunderbird: {
      name: 'With Thunderbird',
      steps:
        'In the calendar choose “New Calendar”, then “On the Network”.\nPaste the address as location, tick that it needs no credentials, then choose “Find Calendars” and “Subscribe”.',
    },
    gnome: {
      name: 'With GNOME Calendar',
      steps:
        'Open the list of calendars, then “Manage Calendars” and “Add Calendar”.\nPaste the address, choose “Add”.',
    },
    evolution: {
      name: 'With Evolution',
      steps:
        'Choose File, New, Calendar, and the type “On The Web”.\nPaste the address as URL. At “Refresh every” choose an hour or less.',
    },
    google: {
      name: 'Google Calendar',
      steps:
        'Choose “Add to Google Calendar” above, then “Add”.\nOr beside “Other calendars” choose +, then “From URL”; paste the address and choose “Add calendar”.',
    },
    proton: {
      name: 'Proton, Fastmail and others',
      steps: 'In the settings look for calendars, and there for “Subscribe” or “Add from URL”.\nPaste the address.',
    },
  },
  contents: 'What is in it',
  first: 'The first {{count}} of {{total}}, soonest first:',
  firstLatest: 'The first {{count}} of {{total}}, latest first:',
  seeAll: 'See all of them as a list',
  ready: 'Ready to use',
  readyText: 'Each of these is a calendar of its own. Choose one to see its address and what is in it.',
  bySeries: 'By series',
  byHost: 'By host',
  byCountry: 'By country or economy',
  changeMind: 'All ready-made calendars',
  good: 'Good to know',
  copyOrSubscribe:
    'A subscription stays current. A file that you download is a copy: it does not change when the event does.',
  nobody:
    'Nobody is told that you subscribe: your calendar fetches the address, without your name. To end it, delete the calendar in your program.',
  stays: 'What is cancelled or postponed stays in the calendar and says so. What has ended stays for ninety days.',
  zones:
    'An event’s times belong to the place where it happens. Your calendar shows them in your own time zone; our pages always name the zone.',
  often: 'How often calendars look',
  oftenText:
    'A calendar fetches an address when it likes; nobody can hurry it. What is urgent also comes by mail to everybody who is registered.',
  client: 'Calendar',
  interval: 'Looks',
  cancelled: 'Cancelled events',
  vanish: 'vanish',
  struck: 'stay, crossed out',
  said: 'stay, “CANCELLED” in front',
  clients: {
    google: { name: 'Google Calendar', interval: 'every 4 to 24 hours' },
    apple: { name: 'Apple Calendar', interval: 'as you choose, 5 minutes to a week' },
    outlook: { name: 'Outlook.com', interval: 'every 3 to 24 hours' },
    thunderbird: { name: 'Thunderbird', interval: 'every 30 minutes' },
    proton: { name: 'Proton', interval: 'every 4 to 16 hours' },
    fastmail: { name: 'Fastmail', interval: 'every hour' },
    chosen: { name: 'ICSx⁵, Evolution, GNOME', interval: 'as you choose' },
  },
  one: 'One event, one date',
  oneText:
    'The page of every event has files for your calendar: the event, its programme or single sessions, and each of its dates, such as the end of the early price.',
  own: 'Your own events',
  ownText: 'Events that you are registered for, with your deadlines, have a calendar of their own that only you know.',
  ownLink: 'Your own calendars',
  ownSignIn: 'Sign in to have one',
  programs: 'For programs',
  atom: 'News of these events (Atom)',
  json: 'These events as data (JSON)',
  jcal: 'This calendar as jCal (RFC 7265)',

  event: {
    title: 'In your calendar',
    file: 'Add to calendar (.ics)',
    text: 'These add a copy as it is today. What changes later comes by itself with a subscription:',
    later: 'With a subscription, the new date comes by itself:',
    ofSeries: 'all of {{series}}',
    ofHost: 'all of {{host}}',
    sessions: 'the sessions of this event, one by one',
    date: 'Add to calendar',
    dateNamed: 'Add to calendar: {{what}}',
    allDates: 'All these dates as a calendar (.ics)',
    session: 'Add to calendar',
    whole: 'Whole event (.ics)',
    programme: 'All sessions as a calendar (.ics)',
    track: 'Sessions of {{track}} as a calendar (.ics)',
    notBoth: 'Take the whole event or its sessions into your calendar, not both: you would have everything twice.',
  },

  deadline: {
    title: '{{what}}: {{title}}',
    calendar: '{{title}}: dates',
    scholarshipOpens: 'From then on you can apply for a scholarship.',
    scholarshipCloses: 'Send your application for a scholarship before then.',
    applyOpens: 'From then on you can apply for a place.',
    applyCloses: 'Send your application for a place before then.',
    saleOpens: 'From then on you can register.',
    earlyEnds: 'Register before then to pay the early price.',
    standardEnds: 'Register before then to pay the standard price.',
    saleCloses: 'Register before then.',
  },
} as const
