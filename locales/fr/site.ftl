## Le cadre
skip-to-content = Aller au contenu
nav-languages = Langues
nav-about = À propos du site
nav-campaigns = Campagnes
footer-operator = Site tenu par { $operator }. Aucun pistage, aucun tiers.
to-campaigns = Voir les campagnes en cours
back-to-campaign = Retour à la campagne
optional = (facultatif)
title-error = Erreur :

## Accueil
home-title = Campagnes
home-lead = Des pétitions et des lettres ouvertes aux responsables publics. Chaque signature est confirmée par courriel, et le décompte se fait en direct.
home-empty = Aucune campagne n’est ouverte en ce moment.
count-signatures = { $count ->
    [one] { $shown } signature
   *[other] { $shown } signatures
}

## À propos
privacy-title = Vie privée
privacy-intro = Ce site est tenu par { $operator }. Une signature peut révéler une opinion politique, et certaines personnes qui signent ont des proches que cela pourrait mettre en danger. C’est pourquoi les noms sont privés à moins que la personne n’en décide autrement, les renseignements personnels sont chiffrés là où ils sont conservés, et aucune page ni aucun courriel ne charge quoi que ce soit d’un tiers.

    En signant, vous acceptez que les destinataires de la campagne reçoivent ce que la page indique pour chacun d’eux à ce moment, et rien de plus. Cela ne peut pas être changé ensuite sans vous le demander. Recevoir des nouvelles est un choix à part, que vous pouvez reprendre à tout moment.
privacy-officer = Responsable de la protection des renseignements personnels
privacy-kept = Ce qui est conservé, combien de temps, et qui le voit
privacy-what = Quoi
privacy-how-long = Combien de temps
privacy-who = Qui le voit
privacy-person = Nom, courriel, pays, code postal, lieu, commentaire
privacy-person-long = Jusqu’à ce que vous retiriez ou effaciez votre signature; après la dernière remise de la pétition, au plus { $days } jours, et si vous avez demandé les nouvelles, { $consents } jours à compter de votre demande
privacy-person-who = Vous; le personnel qui remet la pétition; chaque destinataire, comme indiqué quand vous avez signé
privacy-unconfirmed = La même chose, pas encore confirmée
privacy-network = Une forme brouillée du réseau d’où vous avez signé, pour déceler les fraudes
privacy-mails = Le fait qu’un courriel a été envoyé, sans son contenu
privacy-stop = Une forme brouillée d’une adresse qui ne veut plus de courriel
privacy-stop-long = Tant que la campagne est conservée
privacy-days = { $days } jours
privacy-nobody = Personne; seul le programme s’en sert
privacy-rights = ## Ce que vous pouvez faire

    Chaque courriel de confirmation contient un lien vers votre propre page. Vous pouvez y afficher ou masquer votre nom, arrêter les nouvelles, télécharger vos données, retirer votre signature ou tout effacer d’un coup. Si vous n’avez plus ce courriel, signez de nouveau avec la même adresse : vous recevrez un nouveau lien et ne serez pas compté deux fois. Ou écrivez au responsable de la protection des renseignements personnels.

    ## Quand un nombre inhabituel de personnes signent

    Le formulaire peut alors demander à votre appareil un court calcul, pour montrer que vous n’êtes pas un robot. C’est ce site qui le pose et le vérifie, et personne d’autre : il ne lit rien sur votre appareil et n’y laisse rien. Pour remarquer un tel afflux, le programme garde en mémoire, pendant dix minutes, de quelles parties du réseau venaient les signatures; rien de cela n’est enregistré.

    ## Témoins (cookies)

    Il n’y en a aucun.
accessibility-title = Accessibilité
accessibility-body = Nous voulons que chaque page respecte les Règles pour l’accessibilité des contenus Web 2.2 au niveau AA : au clavier, avec un lecteur d’écran, à 320 pixels et à 400 % de zoom, en clair et en sombre, et sans JavaScript. Chaque page publique est vérifiée automatiquement avant chaque version, en français et en anglais.

    Les décomptes en direct sont annoncés au plus une fois par minute. Aucun formulaire n’a de limite de temps, et rien de ce que vous avez tapé n’est perdu quand quelque chose est refusé.

    Si quelque chose ne fonctionne pas pour vous, dites-nous quoi et où; nous répondons et nous corrigeons.
counting-title = Comment nous comptons
counting-body = ## Ce qui compte

    Une signature compte une fois son adresse courriel confirmée : en appuyant sur le bouton de notre courriel ou en tapant son code. Ouvrir le lien ne compte rien; les analyseurs de courriels ne comptent donc rien.

    Quand arrive un nombre inhabituel de signatures, le formulaire demande à l’appareil un court calcul qui montre que la personne n’est pas un robot. Qui signe sans ce calcul a besoin du code. Personne n’est refusé pour cela, et rien n’est supprimé.

    ## Une seule fois

    Une personne compte une seule fois par campagne, peu importe combien de fois ou de quelles façons l’adresse est écrite. Deux personnes d’un même foyer peuvent partager une adresse si leurs noms diffèrent et que leur code postal est le même. Une troisième ne le peut pas.

    ## Les parties et le tout

    Le décompte change dans la même opération que la confirmation. Il est aussi tenu par heure, par pays et par région, et la somme de ces parties est toujours égale au tout. Une vérification recompte les signatures toutes les heures et donne l’alarme au moindre écart.

    ## Le papier

    Les signatures et les cartes postales sur papier comptent une fois que deux personnes les ont comptées, chacune de son côté, et que les deux nombres sont égaux. Chaque boîte figure dans un registre où rien n’est modifié : une erreur se corrige par une nouvelle écriture. Là où des feuilles sont saisies, chaque ligne est comparée aux signatures en ligne et aux autres feuilles, et qui y figure deux fois compte une fois; ce qui est illisible ou douteux ne compte pas avant que quelqu’un l’ait examiné. Le papier est indiqué à part de ce qui a été signé en ligne.

    ## Compté et rapporté

    Nous n’affichons que ce que ce système a compté. Les chiffres que d’autres rapportent sont affichés à part, avec leur source, et ne sont jamais ajoutés.

    ## Retirées, mises en attente, annulées

    Qui se retire sort aussitôt du décompte. Une signature douteuse, par exemple d’une boîte jetable, est mise en attente pour que des personnes l’examinent : entre-temps elle n’est ni comptée ni supprimée. Un afflux de signatures n’est pas à lui seul une raison. Ce que le personnel accepte ou annule est consigné, avec la raison.

    ## Le texte

    Chaque signature est liée à la version exacte du texte qui était affichée. Une version que quelqu’un a signée ne change plus; une nouvelle formulation est une nouvelle version.

## Erreurs
error-reference = Référence pour l’exploitant : { $reference }
error-not-found = Cette page n’existe pas
error-not-found-do = Vérifiez l’adresse. Si vous avez suivi un lien, il est peut-être ancien.
error-method = Cela ne peut pas se faire ici
error-method-do = Revenez en arrière et utilisez le formulaire de la page.
error-bad-request = Nous n’avons pas pu lire ce qui a été envoyé
error-bad-request-do = Revenez en arrière, rechargez la page et réessayez. Rien n’a été enregistré.
error-too-large = C’était trop volumineux
error-too-large-do = Revenez en arrière et raccourcissez ce que vous avez entré. Rien n’a été enregistré.
error-too-slow = L’envoi a pris trop de temps
error-too-slow-do = Votre connexion est peut-être faible. Revenez en arrière et envoyez de nouveau. Rien n’a été enregistré.
error-cross-site = Ceci a été envoyé d’un autre site
error-cross-site-do = Ouvrez la page sur ce site et utilisez son formulaire. Rien n’a été enregistré.
error-unknown-link = Nous ne connaissons pas ce lien
error-unknown-link-do = Il a peut-être été coupé en le copiant. Ouvrez-le depuis le courriel, ou copiez-le en entier. Si vous avez signé, vous pouvez signer de nouveau avec la même adresse et recevoir un nouveau lien.
error-link-over = Il n’y a plus rien ici
error-link-over-do = La signature de ce lien a été supprimée, ou a attendu trop longtemps. Vous pouvez signer de nouveau.
error-handover-over = Ce lien n’est plus valable
error-handover-over-do = Demandez-en un nouveau à la personne qui vous l’a envoyé.
error-removed = Cette campagne a été retirée
error-removed-do = Elle n’accepte plus de signatures et n’affiche plus son texte.
error-limited = Trop à la fois
error-limited-do = { $minutes ->
    [one] Il y en a eu de votre réseau ou pour cette adresse plus que nous n’en acceptons à la fois. Ce que vous avez entré n’y est pour rien : attendez environ { $shown } minute, revenez en arrière et renvoyez.
   *[other] Il y en a eu de votre réseau ou pour cette adresse plus que nous n’en acceptons à la fois. Ce que vous avez entré n’y est pour rien : attendez environ { $shown } minutes, revenez en arrière et renvoyez.
}
error-shed = Nous ne pouvons pas l’accepter en ce moment
error-shed-do = Un très grand nombre de personnes signent, ou une réparation est en cours. Attendez quelques secondes, revenez en arrière et renvoyez : ce que vous avez tapé y est encore, et personne n’est compté deux fois.
error-refused-do = Corrigez les champs nommés, puis renvoyez. Rien n’a été enregistré.
error-internal = Quelque chose a mal tourné de notre côté
error-internal-do = C’est consigné. Revenez en arrière et réessayez; ce que vous avez tapé y est encore.

## La boîte d’envoi de la démo
outbox-title = Boîte d’envoi
outbox-about = La démo n’envoie aucun courriel. Ce qu’elle enverrait est ici, du plus récent au plus ancien.
outbox-empty = Aucun courriel n’a encore été envoyé. Signez la campagne, puis revenez ici.
outbox-to = À { $address }
