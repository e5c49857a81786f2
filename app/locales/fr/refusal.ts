export const refusal = {
  busy: 'Nous sommes très sollicités et n’avons pas pu enregistrer. Rien n’est perdu : tout ce que vous avez saisi est encore là. Merci d’envoyer à nouveau.',
  'nothing-due': 'Il n’y a rien à payer pour cette commande.',
  'order-closed':
    'Cette commande est close et ne peut plus être payée. Ses places ont été libérées à la fin du délai de paiement. Inscrivez-vous à nouveau s’il reste des places.',
  'payment-unavailable':
    'La page de paiement ne peut pas s’ouvrir en ce moment. Rien n’a été débité et vos places restent retenues. Réessayez dans une minute.',
  'payment-processing': 'Votre paiement est en route. Inutile de payer à nouveau : nous vous écrirons à son arrivée.',
  'amount-too-small':
    'Ce montant est trop faible pour un paiement par carte. Choisissez un autre moyen de payer, ou écrivez à l’organisateur.',
  'payment-checking':
    'Ce que vous aviez commencé autrement peut encore aboutir, et notre prestataire ne peut pas nous le dire maintenant. C’est en cours de vérification. Rien n’est perdu ; réessayez dans une minute.',
  'payment-currency': 'Ce moyen de payer n’accepte pas la monnaie de la commande. Choisissez-en un autre.',
  'claim-waiting': 'Vous nous l’avez déjà dit, et quelqu’un l’examine. Nous vous écrirons.',
  'claim-unknown': 'Ceci n’existe pas, ou appartient à d’autres.',
  'claim-decided': 'Quelqu’un en a déjà décidé. Regardez de nouveau la liste.',
  'claim-reference-used':
    'Un paiement avec la référence {{reference}} est déjà enregistré. Regardez-le avant de l’enregistrer deux fois.',
  'order-unknown': 'Cette commande n’existe pas, ou appartient à d’autres.',
  'more-than-due': 'C’est plus que ce qui est dû. Saisissez ce que vous gardez, monnaie rendue.',
  'payment-unknown': 'Ce paiement n’existe pas, ou n’a pas été encaissé au guichet.',
  'payment-reversed': 'Ce paiement a déjà été rendu.',
  'too-many-links':
    'Plusieurs liens sont déjà en route vers vous. Consultez votre messagerie, ou attendez {{minutes}} minutes avant d’en demander un autre.',
  'link-over': 'Ce lien de connexion ne fonctionne plus. Demandez-en un autre.',
  'demonstration-missing': 'Ce compte de démonstration n’existe pas ici.',
  'role-scope': 'Ce rôle ne peut pas être tenu à cet endroit.',
  'person-unknown': 'Rien n’est enregistré sous cette adresse e-mail.',
  'event-closed': 'Les inscriptions à cet événement sont closes.',
  'no-people': 'Choisissez au moins un billet.',
  'ticket-unknown': 'Ce billet ne peut pas être pris ici. Choisissez-en un autre.',
  'ticket-closed': '{{ticket}} : les inscriptions sont closes. Choisissez un autre billet.',
  'not-on-sale': '{{ticket}} : pas en vente en ce moment. Choisissez un autre billet.',
  'price-changed':
    '{{ticket}} coûte maintenant {{price}}. Si cela vous convient, envoyez à nouveau ; rien n’est encore réservé.',
  'now-free': '{{ticket}} est maintenant gratuit. Envoyez à nouveau ; rien n’est encore réservé.',
  'too-few': '{{ticket}} : choisissez-en au moins {{limit}} par commande.',
  'too-many': '{{ticket}} : choisissez-en au plus {{limit}} par commande.',
  'sold-out': '{{ticket}} : toutes les places sont prises. Choisissez un autre billet.',
  'few-left': '{{ticket}} : il reste moins de places que demandé, {{left}} en tout. Choisissez un nombre plus petit.',
  'already-registered':
    '{{ticket}} : cette adresse est déjà inscrite. Utilisez une autre adresse, ou retrouvez la commande à la page « Où en est ma commande ».',
  'twice-in-order':
    'Cette adresse figure deux fois dans cette commande pour le même billet. Donnez à chaque personne la sienne.',
  'payment-method': 'Choisissez comment payer.',
  'waiting-list':
    '{{ticket}} : toutes les places sont prises, et d’autres personnes attendent. Inscrivez-vous sur la liste d’attente : une place vous sera proposée à votre tour.',
  'needs-main': '{{ticket}} : seulement avec un billet principal de la même personne. Choisissez-en un aussi.',
  'not-eligible':
    '{{ticket}} : ce que nous savons de cette personne ne correspond pas à ce billet. Choisissez-en un autre, ou écrivez à l’organisateur.',
  'proof-missing': '{{ticket}} : dites ou montrez que cette personne peut l’avoir, comme le formulaire le demande.',
  currency: '{{ticket}} n’a pas de prix en {{currency}}. Choisissez une autre devise.',
  'code-missing': '{{ticket}} : il faut un code pour chaque personne. Saisissez celui que l’on vous a donné.',
  'total-changed':
    'Cette commande coûte maintenant {{price}} en tout. Si cela vous convient, envoyez à nouveau ; rien n’est encore réservé.',
  'orderer-missing': 'Dites qui commande : un nom et une adresse e-mail.',
  'voucher-unknown': 'Le code {{code}} n’existe pas ici. Vérifiez qu’il est saisi comme on vous l’a donné.',
  'voucher-tries':
    'Beaucoup de codes inexistants ont été essayés. Attendez un quart d’heure et réessayez, ou inscrivez-vous sans code.',
  'voucher-not-begun': 'Le code {{code}} ne peut pas encore servir. Réessayez quand sa période aura commencé.',
  'voucher-expired': 'Le code {{code}} a expiré. Retirez-le, ou demandez-en un autre à qui vous l’a donné.',
  'voucher-used':
    'Le code {{code}} a servi autant de fois que possible. Retirez-le, ou demandez-en un autre à qui vous l’a donné.',
  'voucher-not-yours':
    'Le code {{code}} a été donné à une autre adresse e-mail. Saisissez cette adresse, ou retirez le code.',
  'voucher-not-for-this':
    'Le code {{code}} n’est pas pour les billets choisis. Choisissez-en d’autres, ou retirez le code.',
  'voucher-not-combinable': 'Le code {{code}} ne peut pas servir avec l’autre code. Retirez l’un des deux.',
  'offer-over':
    'Cette offre est terminée : ses places ont été données à d’autres. Inscrivez-vous à nouveau sur la liste d’attente si vous en voulez encore une.',
  'form-used': 'Ce formulaire a été envoyé pour un autre événement. Rechargez la page et remplissez-la à nouveau.',
  failed: 'Une erreur s’est produite chez nous, et rien n’a été réservé. Merci d’envoyer à nouveau.',
  stale:
    'Quelqu’un d’autre a enregistré cet événement pendant que vous écriviez. Comparez les deux versions au-dessus du formulaire, puis enregistrez la vôtre.',
  'address-taken': 'Cette adresse est déjà prise. Choisissez-en une autre.',
  'role-held': 'Cette personne a déjà ce rôle.',
  'invited-already': 'Cette personne y est déjà invitée. Vous pouvez renvoyer l’invitation depuis la liste.',
  'invitations-often': 'Cela fait beaucoup d’invitations à la fois. Veuillez continuer dans une heure.',
  'invitation-over': 'Cette invitation n’est plus valable : elle a servi, a été retirée ou son temps est passé.',
  'last-organizer': 'Personne d’autre n’organise ceci. Désignez d’abord une autre personne.',
  'slug-taken': 'Un autre événement a déjà cette adresse. Choisissez-en une autre.',
  'slug-public': 'L’adresse a été publique : elle reste, pour qu’aucun lien ne se rompe.',
  'unknown-event': 'Cet événement n’existe plus.',
  'unknown-host': 'Choisissez un hôte dans la liste.',
  'unknown-topic': 'Choisissez des thèmes dans la liste.',
  'unknown-series': 'Choisissez l’une de vos séries.',
  'unknown-track': 'Choisissez un parcours de cet événement.',
  'unknown-quota': 'Choisissez des places de cet événement.',
  'unknown-ticket': 'Choisissez des billets de cet événement.',
  'code-taken': '{{code}} est déjà utilisé dans cet événement. Choisissez un autre code.',
  'over-changed':
    'Il manque à présent plus de places que vous n’en aviez accepté. Regardez le nombre et confirmez, ou inscrivez moins de personnes.',
  'merge-same': 'C’est une seule et même inscription.',
  gone: 'Ceci n’existe plus : quelqu’un l’a retiré.',
  'track-used':
    'Ce parcours est utilisé : un billet, une place, une séance, une personne ou une inscription lui appartient.',
  'quota-used': 'Ces places sont utilisées : un billet y puise, ou quelqu’un en a pris une.',
  'ticket-used': 'Inscriptions avec ce billet : {{count}}. Modifiez-le et fermez-le plutôt.',
  'offer-stale':
    'Quelqu’un d’autre a enregistré ceci pendant que vous écriviez. Ce que vous avez saisi est encore là : regardez ce qui y figure maintenant, et enregistrez de nouveau pour mettre le vôtre à la place.',
  'ticket-linked': 'Ce billet est utilisé : {{name}}. Retirez-le d’abord là-bas, ou fermez plutôt le billet.',
  'unknown-tax': 'Choisissez une taxe de cet événement.',
  'unknown-block': 'Choisissez un bloc de cet événement.',
  'block-no-room':
    '{{name}} : moins de places sont libres que vous n’en voulez mettre de côté. Choisissez un nombre plus petit ou agrandissez le contingent.',
  'block-below-used': '{{name}} : places déjà prises dans ce bloc : {{count}}. Saisissez ce nombre ou plus.',
  'block-over': 'Ce bloc a été libéré entre-temps. Mettez de nouveau des places de côté.',
  'tax-used': 'Billets qui nomment cette taxe : {{count}}. Choisissez-y d’abord une autre taxe.',
  'last-method': 'C’est le seul moyen de paiement, et des billets sont payants. Proposez-en d’abord un autre.',
  'campaign-used':
    'Des codes de cette campagne ont déjà servi : {{count}}. La manière de compter reste ; faites plutôt une autre campagne.',
  'campaign-in-use': 'Un code de cette campagne a servi, elle reste donc. Désactivez plutôt la campagne.',
  'voucher-taken': 'Il y a déjà un code {{code}} dans cet événement. Choisissez-en un autre.',
  'voucher-below-used': 'Ce code a déjà servi : {{count}}. Saisissez ce nombre ou plus.',
  'below-taken': 'Places déjà prises : {{count}}. Indiquez ce nombre ou davantage.',
  'kind-answered':
    'Des réponses existent : la sorte de cette question ne change plus. Ajoutez plutôt une autre question.',
  'not-ready': 'Il manque encore, avant de publier : {{count}}. Voyez la liste ci-dessous.',
  'needs-review': 'Dans cette série, un autre organisateur donne son accord avant la publication. Demandez-le.',
  'not-draft': 'Cet événement n’est pas un brouillon.',
  'request-open': 'Quelqu’un l’a déjà demandé. La demande figure ci-dessous.',
  'request-over': 'Cette demande est close : elle a reçu une réponse ou a été retirée.',
  'request-own': 'Quelqu’un d’autre doit répondre : un organisateur de la série, et non qui a demandé.',
  'answer-needed': 'Dites ce qui manque.',
  'publish-past': 'Cette heure est passée. Choisissez-en une plus tardive.',
  'publish-late': 'Ses dates ou ses ventes seraient alors passées. Choisissez une heure plus proche.',
  'nobody-to-review': 'Personne d’autre ne pourrait donner son accord : nommez d’abord un autre organisateur.',
  'link-stale': 'Quelqu’un d’autre a changé le lien entre-temps. Voici ce qu’il en est.',
  'host-of-series': 'Les événements de cette série se tiennent sous le nom de son hôte. Choisissez-le.',
  'host-not-yours': 'Seuls les organisateurs de la série changent l’hôte. Laissez-le, ou demandez à l’un d’eux.',
  'nothing-moved': 'La date et le lieu sont inchangés. Changez d’abord l’un des deux.',
  'preview-stale':
    'Quelque chose a changé depuis votre lecture. Rien n’a été fait ni envoyé : voici ce qui se passe maintenant.',
  'postponed-already': 'Cet événement est déjà reporté.',
  'not-called-off': 'Cet événement n’est ni annulé ni reporté.',
  'date-over': 'La date de cet événement est passée. Donnez-lui d’abord une nouvelle date dans les détails.',
  'event-ended': 'Cet événement a été annulé : il ne peut pas être publié.',
  'not-published': 'Cet événement n’est pas publié.',
  'has-registrations': 'Personnes inscrites : {{count}}. Annulez plutôt l’événement : elles en seront averties.',
  'uploads-often':
    'Beaucoup de fichiers sont arrivés de votre connexion dans l’heure. Attendez une heure, puis choisissez à nouveau le fichier.',
  'calendar-not-utf8':
    'Ce fichier n’est pas écrit en UTF-8. Enregistrez-le en UTF-8 là d’où il vient, puis choisissez-le de nouveau.',
  'calendar-none':
    'Ce n’est pas un fichier de calendrier : il ne commence pas par BEGIN:VCALENDAR. Choisissez-en un autre.',
  'calendar-broken':
    'À la ligne {{line}} finit quelque chose qui n’a pas commencé. Enregistrez de nouveau le fichier là d’où il vient.',
  'calendar-cut-off':
    'Ce fichier s’arrête avant sa fin : personne ne sait ce qui manque. Téléchargez-le ou enregistrez-le de nouveau, entier.',
  'calendar-empty': 'Ce fichier de calendrier ne contient aucune entrée.',
  'calendar-too-many': 'Ce fichier a plus de 2 000 entrées. Choisissez le calendrier de ce seul événement.',
  'programme-stale': 'Le programme a changé depuis. Voici ce que le fichier changerait maintenant.',
  'programme-nothing': 'Il ne reste rien à importer de ce fichier.',
  'programme-rows':
    'Une ligne de ce tableur ne peut être reprise, donc rien ne l’est. Corrigez-la, puis importez le fichier à nouveau.',
  'programme-empty': 'Il n’y a pas de séance publique à diffuser.',
  'version-same': 'Rien de public n’a changé depuis la dernière version.',
  'version-old': 'Il y a une version plus récente. Seule la plus récente est annoncée.',
  'version-nobody': 'Personne ayant une adresse n’est concerné : il n’y a rien à envoyer.',
  'import-not-kept': 'L’état du programme avant cette importation n’est plus conservé.',
  'import-changed': 'Quelqu’un a modifié ces séances, ou les jours de l’événement, depuis. Remettez-les à la main.',
  'import-used':
    'Des personnes se sont inscrites à une séance ajoutée par cette importation, ou elle a des documents. Retirez-la sur sa propre page.',
  'sheet-unknown-columns': 'Ces colonnes ne sont pas des nôtres : {{columns}}. Renommez-les ou retirez-les.',
  'sheet-double-columns': 'Ces colonnes y sont deux fois : {{columns}}.',
  'sheet-missing-columns': 'Ces colonnes manquent : {{columns}}. La première ligne nomme les colonnes.',
  'file-too-large':
    'Ce fichier est trop grand. Envoyez-en un de {{megabytes}} Mo au plus ; une photo peut être réduite, une numérisation enregistrée avec moins de détail.',
  'file-empty': 'Ce fichier est vide. Choisissez-en un autre.',
  'file-type':
    'Nous prenons les fichiers PDF, JPEG et PNG, et celui-ci est autre chose. Enregistrez-le en PDF et choisissez-le de nouveau.',
  'statement-type':
    'Ce n’est ni un fichier CSV ni un fichier CAMT.053 (XML). Exportez le relevé de votre banque dans l’un des deux.',
  'seat-gone': 'Cette place ne peut plus être modifiée : elle a été rendue, ou l’événement est terminé.',
  'seat-often':
    'Des noms ont déjà été saisis de nombreuses fois ici aujourd’hui. Réessayez demain, ou écrivez à l’équipe d’organisation.',
  'seat-named': 'Cette place porte déjà un nom. Regardez à nouveau la liste.',
  'seat-unnamed': 'Personne n’est nommé sur cette place.',
  'seat-used':
    'Cette personne a déjà donné ses informations. Qui a passé la commande peut céder la place à quelqu’un d’autre.',
  'seat-not-eligible':
    'Ce billet n’est pas pour qui vit là. Qui a passé la commande peut le changer, ou écrivez aux organisateurs.',
  'address-registered': 'Cette adresse électronique a déjà ce billet. Utilisez une autre adresse.',
  'too-many-payer-links':
    'Des liens ont déjà été envoyés à plusieurs adresses aujourd’hui. Copiez l’adresse de la page pour payer, ou réessayez demain.',
  'payer-link-sent':
    'Le lien a déjà été envoyé à cette adresse. Regardez dans le dossier des indésirables, ou utilisez une autre adresse.',
  'list-closed': 'La liste d’attente de cet événement n’est pas ouverte.',
  'seat-free': 'Il reste des places pour l’un de ces billets. Inutile d’attendre : inscrivez-vous.',
  'already-waiting':
    'Cette adresse figure déjà sur la liste d’attente de cet événement. Le lien vers sa place se trouve dans notre message.',
  'too-many-together': 'Une commande en accepte {{limit}} au plus. Indiquez un nombre plus petit.',
  'too-few-together': 'Une commande en demande {{limit}} au moins. Indiquez un nombre plus grand.',
  'wanted-until-past': 'Ce jour est passé. Choisissez-en un plus tardif, ou laissez le champ vide.',
  'not-waiting': 'Cette place dans la file a une offre ou n’existe plus : elle ne peut plus être modifiée.',
  'offer-taken': 'Une commande a déjà été passée avec cette offre. Son lien se trouve dans notre message.',
  'reason-needed': 'D’autres sont avant. Indiquez pourquoi des places leur sont offertes hors de leur tour.',
  'no-room': 'Il n’y a pas assez de places libres pour ce groupe en ce moment.',
  'no-offer-possible':
    'Rien ne peut leur être offert en ce moment : la vente de leurs billets est close, ou il reste moins d’une heure.',
  'late-money-waits': 'Une personne dont l’argent est déjà arrivé attend ces places et passe avant.',
  'not-late': 'Aucune place de cette commande ne manque, ou son montant n’est pas entièrement arrivé.',
  'condition-unknown': 'Cette réponse ne peut plus être choisie. Choisissez-en une autre, ou « Toujours ».',
  'condition-later':
    'Une question ne peut dépendre que d’une question posée avant ou en même temps. Choisissez un autre moment ou une autre réponse.',
  'condition-circle':
    'Ces questions s’attendraient l’une l’autre, et personne ne les verrait. Choisissez une autre réponse.',
  'question-needed': 'Une autre question n’est posée qu’après celle-ci. Modifiez-la d’abord.',
  'option-needed':
    'Une autre question n’est posée qu’après une des réponses que vous avez retirées. Modifiez-la d’abord.',
  'proof-decided': 'Quelqu’un a décidé entre-temps.',
  'answers-ended': 'Cette place a été rendue, on ne demande donc plus rien.',
  'answers-closed': 'Ces questions sont closes. Écrivez aux organisateurs si quelque chose a changé.',
  'answers-later': 'Ces questions ne sont pas encore ouvertes.',
  'issuer-exists': 'Cet hôte a déjà un émetteur. Modifiez celui-là.',
  'prefix-in-use': 'Des pièces portent déjà ce préfixe, et leurs numéros doivent rester une seule série.',
  'seat-held': 'Cette place est réservée et pas encore payée. Payez-la d’abord, ou annulez-la.',
  'change-over': 'Le délai pour ce changement est passé. Écrivez aux organisateurs si c’est important.',
  'change-never': 'Les organisateurs de cet événement ne proposent pas ce changement. Écrivez-leur si c’est important.',
  'change-waiting':
    'Un autre changement de cette place est encore ouvert : il attend un paiement, ou l’accord d’un organisateur.',
  'change-unknown': 'Ce billet n’est pas disponible maintenant. Choisissez-en un autre.',
  'change-full':
    'Toutes les places de ce billet sont prises, ou d’autres en attendent une. Choisissez un autre billet.',
  'addon-left': '{{addon}} ne va pas avec ce billet. Annulez-le d’abord, puis changez de billet.',
  'amount-changed':
    'Le montant est maintenant de {{amount}}. Regardez de nouveau les chiffres ; rien n’a encore changé.',
  'same-person': 'C’est l’adresse de la personne qui a la place. Saisissez celle de la personne qui vient à sa place.',
  'refund-too-much': 'C’est plus que ce qui peut encore être rendu de ce qui a été payé.',
  'refund-first':
    'De l’argent de cette commande est en train de vous être rendu. Changez de billet une fois qu’il est parti ; nous vous écrivons alors.',
  'refund-unknown': 'Ce remboursement n’est pas là, ou il ne vous revient pas d’en décider.',
  'refund-decided': 'Quelqu’un a entre-temps décidé de ce remboursement.',
  'reference-missing': 'Saisissez la référence de la banque, ou le numéro du reçu.',
  'reference-used': 'Un remboursement de ce paiement porte déjà cette référence. Saisissez celle de ce virement.',
  'event-unknown': 'Cet événement n’est pas là, ou son argent ne vous est pas visible.',
  // Relevés bancaires et décisions des finances.
  'statement-empty': 'Aucun fichier n’a été choisi, ou il est vide. Choisissez-en un autre.',
  'statement-not-text':
    'Ce fichier n’est pas un texte lisible. Téléchargez le relevé en CSV ou CAMT.053 et choisissez-le de nouveau.',
  'statement-not-table':
    'Ce fichier n’est pas un tableau. Téléchargez le relevé auprès de votre banque en CSV ou CAMT.053.',
  'statement-broken':
    'Ce fichier s’arrête trop tôt ou est endommagé. Téléchargez-le de nouveau auprès de votre banque.',
  'statement-other-xml':
    'C’est un autre type de fichier. Demandez à votre banque le relevé d’un jour entier : CAMT.053.',
  'statement-doctype': 'Ce fichier définit ses propres entités, ce qu’aucun relevé ne fait. Rien n’a été lu.',
  'statement-no-lines':
    'Aucune ligne de ce fichier n’est une opération comptabilisée. Choisissez un fichier avec des opérations.',
  'statement-row':
    'La rangée {{row}} est illisible : « {{cell}} ». Rangées de ce genre : {{count}}. Rien n’a été importé.',
  'statement-too-many': 'Ce fichier a plus de {{limit}} lignes. Importez-le en plusieurs parties.',
  'statement-account': 'Choisissez l’un de vos comptes.',
  'statement-other-account':
    'Ce relevé est celui d’un autre compte : {{account}}. Choisissez le compte auquel il appartient.',
  'statement-mapped': 'Quelqu’un a expliqué ces colonnes entre-temps.',
  'statement-unknown': 'Ce relevé n’est pas ici, ou vous ne pouvez pas le voir.',
  'line-unknown': 'Cette ligne n’est pas ici, ou vous ne pouvez pas la voir.',
  'line-closed': 'Cette ligne a été traitée entre-temps. Ouvrez-la de nouveau.',
  'line-too-much': 'C’est plus que ce qui reste de cette ligne. Diminuez un montant.',
  'order-twice': 'Cette commande figure deux fois ici. Réunissez ses montants.',
  'order-other-currency':
    'Cette commande est dans une autre devise. Rendez l’argent, ou demandez à la personne de quelle commande il s’agit.',
  'order-other-account': 'L’argent de cette commande va sur un autre compte. Demandez à ceux qui le tiennent.',
  'match-unknown': 'Ce rattachement n’existe pas.',
  'match-undone': 'Ce rattachement a déjà été défait.',
  'match-refunded': 'De l’argent de ce paiement est reparti ou en route ; il ne peut plus être déplacé.',
  'charges-nothing-came': 'Rien n’est arrivé pour cette commande : il n’y a pas de frais bancaires à passer.',
  'charges-too-much':
    'C’est plus que les frais bancaires habituels. Demandez le reste à la personne, ou diminuez la commande avec l’organisation.',
  'amount-unreadable': 'Saisissez un montant supérieur à zéro, comme 125 ou 125,50.',
  'provider-unavailable': 'Le prestataire ne répond pas. Rien n’est perdu ; réessayez dans quelques minutes.',
  'signed-up-more': 'Déjà {{count}} personnes se sont inscrites. Donnez au moins autant de places.',
  'no-day': 'Cochez au moins un jour.',
  'clocks-change':
    'Le {{day}}, les horloges de {{zone}} changent à {{time}}. Ajoutez ce jour à la main, où vous pouvez dire quelle heure est la bonne.',
  'room-taken': 'Il y a déjà une salle de ce nom.',
  'room-used': 'Quelque chose a lieu dans cette salle. Déplacez-le d’abord dans une autre salle.',
  'too-many-materials': 'Une séance a au plus {{maximum}} documents. Réunissez des fichiers dans une archive.',
  'session-gone': 'On ne peut plus s’inscrire à cette séance.',
  'session-over': 'Cette séance a commencé.',
  'session-full': 'Toutes les places de cette séance sont prises.',
  'session-overlaps': 'À cette heure, vous êtes dans « {{title}} ». Rendez d’abord cette place.',
  'too-many-feeds': 'Vous avez le nombre maximal de calendriers. Mettez fin à l’un d’eux pour en créer un autre.',
  // Spreadsheets.
  'sheet-type':
    'Ce n’est ni un fichier CSV ni un classeur Excel (XLSX). Enregistrez-le sous l’une de ces deux formes et choisissez-le à nouveau.',
  'sheet-broken':
    'Ce fichier est endommagé ou protégé par un mot de passe. Enregistrez-le de nouveau là d’où il vient. Rien n’a été lu.',
  'sheet-empty': 'Ce fichier ne contient aucune ligne. Choisissez-en un autre.',
  'sheet-encoding':
    'La ligne {{line}} est écrite dans un autre codage que le reste : des noms seraient abîmés. Enregistrez le fichier en « CSV UTF-8 » et choisissez-le à nouveau.',
  'sheet-quote':
    'Un guillemet de ce fichier n’est jamais fermé : on ne sait pas où une cellule finit. Enregistrez-le de nouveau depuis votre tableur.',
  'sheet-rows': 'Ce fichier a plus de {{limit}} lignes. Envoyez-le en plusieurs parties.',
  'sheet-columns': 'La ligne {{line}} a plus de {{limit}} colonnes. Retirez ce qui n’appartient pas au tableau.',
  'sheet-cell': 'Une cellule de la ligne {{line}} dépasse {{limit}} caractères. Raccourcissez-la.',
  'sheet-unpacked':
    'Ce classeur occupe plus de {{limit}} Mo une fois décompressé. Envoyez-le en plusieurs parties, ou en CSV.',
  'placeholder-unknown': 'Ligne {{line}} : {{written}} n’est pas un repère. Vouliez-vous dire {{nearest}} ?',
  'placeholder-elsewhere': 'Ligne {{line}} : {{written}} n’existe pas pour ces destinataires. {{nearest}} existe.',
  'placeholder-brace':
    'Ligne {{line}} : l’accolade {{written}} n’a pas son autre moitié. Écrivez-la deux fois si vous voulez l’accolade elle-même.',
  'text-half': 'Un message a besoin d’un objet et d’un texte.',
  'broadcast-stale':
    'Quelqu’un d’autre a modifié ce message entre-temps. Ce qui est enregistré figure ci-dessous ; enregistrer le remplace.',
  'broadcast-sent': 'Ce message est en cours d’envoi ou a été envoyé : ses mots restent tels quels.',
  'broadcast-moved': 'Ce message a changé d’état : ce n’est plus possible.',
  'broadcast-past': 'Ce moment est passé. Choisissez-en un plus tard, ou envoyez maintenant.',
  'broadcast-when': 'Choisissez le jour et l’heure, ou envoyez maintenant.',
  'broadcast-empty': 'Il n’y a pas encore de texte. Écrivez-en un d’abord.',
  'not-undeliverable': 'Aucun de ces mails n’est plus en échec.',
  'task-owner': 'Cette personne n’a plus de rôle dans cet événement : on ne peut lui confier de tâche.',
  'is-template': 'Ceci est un modèle : il ne peut pas être publié. Créez un événement à partir de lui.',
  'not-a-draft':
    'Cet événement a été public ou a des inscriptions : il ne peut pas devenir lui-même un modèle. Faites-en un d’une copie.',
  'event-not-seen': 'Choisissez un des événements trouvés.',
  'related-itself': 'Un événement n’est pas lié à lui-même. Choisissez-en un autre.',
  'parent-circle': 'Cet autre événement fait déjà partie de celui-ci : l’inverse n’est pas possible.',
  // Bulk changes and the sheet that comes back.
  'run-nobody': 'Aucune inscription n’est concernée. Choisissez-en, ou un autre filtre.',
  'run-too-many': 'Cela fait plus de {{limit}} inscriptions. Choisissez-en moins avec un filtre.',
  'run-not-ready': 'L’examen est encore en cours. Commencez quand chaque ligne aura été vue.',
  'run-not-so': 'Ce n’est plus possible : les choses ont avancé entre-temps. Voici où elles en sont.',
  'run-hold-over': 'Le moment jusqu’auquel elle était gardée est passé.',
  'sheet-column': 'Il n’y a pas de colonne « {{column}} » ici. Laissez les en-têtes comme dans le fichier emporté.',
  'sheet-column-twice': 'La colonne « {{column}} » s’y trouve deux fois.',
  'sheet-no-column': 'Il manque une colonne : {{column}}. Laissez les en-têtes comme dans le fichier emporté.',
} as const
