/** L’événement se tient-il comme prévu, et que peuvent montrer les calendriers : les pages des organisateurs. */
export const standing = {
  change: 'Reporter, dépublier ou annuler',
  reinstateLeaf: 'Maintenir',
  status: 'Reporté',

  postpone: 'Reporter l’événement',
  postponeTitle: 'Reporter cet événement',
  postponeLead:
    'Pour un événement qui se tiendra, sans que personne sache encore quand. Si la nouvelle date est connue, changez-la dans la fiche de l’événement.',
  toDetails: 'Changer la date',
  postponePublic:
    'La page et le catalogue disent qu’une nouvelle date sera annoncée ; les calendriers montrent l’ancienne comme abandonnée.',
  postponeSeats_zero: 'Personne n’est inscrit. Les inscriptions ferment.',
  postponeSeats_one: '{{count}} place reste prise. Les inscriptions ferment.',
  postponeSeats_many: '{{count}} de places restent prises. Les inscriptions ferment.',
  postponeSeats_other: '{{count}} places restent prises. Les inscriptions ferment.',
  postponeAfter: 'Dès qu’une nouvelle date est saisie dans la fiche de l’événement, tout rouvre de soi-même.',
  postponeButton: 'Reporter l’événement',
  postponeBlocked:
    'Cet événement est déjà reporté. Donnez-lui une nouvelle date dans la fiche de l’événement, ou maintenez-le à l’ancienne.',
  newDateEnds:
    'Cet événement est reporté. Dès que vous enregistrez ici une nouvelle date, il se tient de nouveau et les inscriptions rouvrent.',

  reinstate: 'Maintenir l’événement',
  reinstateTitle: 'Maintenir cet événement malgré tout',
  reinstateDate: 'Il se tient à la date qui est la sienne : {{days}}.',
  reinstatePublic: 'La page, le catalogue et les calendriers le montrent de nouveau comme prévu.',
  reinstateSeats:
    'Les places qui ont pris fin avec l’annulation ne reviennent pas : les personnes ont été averties, et leur argent est peut-être en route. Elles peuvent s’inscrire de nouveau.',
  reinstateKept: 'Les places prises le restent, et les inscriptions rouvrent.',
  reinstateOver: 'Cette date est passée. Donnez-lui d’abord une nouvelle date dans la fiche de l’événement.',
  reinstateButton: 'Maintenir l’événement',
  reinstateBlocked: 'Cet événement n’est ni annulé ni reporté.',

  calendar: 'Calendriers',
  calendarLead:
    'Ce que les calendriers montrent de cet événement, et comment il entre dans ceux des personnes qui viennent.',
  joinWho: 'L’accès à la salle en ligne',
  joinParticipants: 'Seulement pour qui a une place',
  joinParticipantsDetail: 'Il figure dans leurs propres fichiers et courriels, et dans aucun calendrier public.',
  joinPublic: 'Pour tout le monde',
  joinPublicDetail:
    'Il figure dans chaque calendrier : un clic suffit. À choisir seulement pour des réunions ouvertes.',
  joinNone:
    'L’événement n’a pas encore d’adresse pour participer en ligne : elle se saisit dans la fiche de l’événement.',
  roomsWho: 'Les salles des parcours et des sessions',
  roomsPublic: 'Pour tout le monde',
  roomsPublicDetail: 'Elles figurent au programme, dans les calendriers et dans les données de l’événement.',
  roomsParticipants: 'Seulement pour qui a une place',
  roomsParticipantsDetail: 'Le programme public, les calendriers et les données les taisent.',
  mailHow: 'Dans les courriels',
  mailFile: 'Un fichier de calendrier',
  mailFileDetail: 'Il est joint, et l’ouvre qui veut. C’est le bon choix presque toujours.',
  mailInvitation: 'Une invitation de calendrier',
  mailInvitationDetail:
    'Les calendriers prennent l’événement d’eux-mêmes et le tiennent à jour quand il change ; certains le voient avant d’avoir lu le courriel.',
} as const
