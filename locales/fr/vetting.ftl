# La lettre dans le studio

# Préparer la lettre

letter-about = Une lettre que signent des organisations et des professionnels. Chacun confirme par courriel, puis est affiché après vérification par une personne qui modère.
letter-none = Il n’y a pas encore de lettre. Rédigez le texte et cochez la case pour l’afficher.
letter-saved = Enregistré.
letter-shown = La lettre est affichée et peut être signée
letter-who = Qui peut signer
letter-order = Ordre des organisations
letter-by-weight = Par poids, les plus lourdes d’abord
letter-by-alphabet = Par ordre alphabétique
letter-markdown = Markdown : paragraphes, *emphase*, listes, liens https. Une fois que quelqu’un a signé, un autre libellé devient la version suivante.
letter-preview = Aperçu
letter-more-language = Une autre langue
letter-tag = Langue
letter-tag-hint = Par son code, par exemple ug, zh-Hant ou es
letter-tag-refused = Nommez la langue par son code, par exemple ug ou zh-Hant
letter-body-missing = Rédigez la lettre dans la langue principale de la campagne : { $language }

# Vérifier qui signe

vetting-title = Signatures de la lettre
vetting-about = Acceptez qui est bien la personne annoncée et peut parler au nom annoncé. Les listes nomment des organisations et aucune personne; ouvrez une ligne pour voir qui a signé.
vetting-waiting = À vérifier
vetting-accepted = Acceptées
vetting-refused = Refusées
vetting-none = Personne ici.
vetting-more = Afficher les suivantes
vetting-tick = Choisir
vetting-who = Organisation ou profession
vetting-kind = Type
vetting-came = Confirmée
vetting-signs = Indices
vetting-organisation = Organisation
vetting-professional = À titre professionnel
vetting-own-mail = Écrit depuis le domaine du site Web
vetting-honeypot = A rempli un champ que personne ne voit
vetting-disposable = Boîte jetable
vetting-named = La page de la campagne la nomme déjà
vetting-alike = Une autre porte le même nom ou le même site Web
vetting-vet = Accepter
vetting-decline = Refuser
vetting-back = Remettre à vérifier
vetting-reason = Motif, en cas de refus
vetting-told = La personne est avisée par courriel, motif compris.
vetting-nothing-ticked = Choisissez au moins une signature, et un motif pour refuser.
vetting-done = { $count ->
    [0] Rien n’a changé : quelqu’un a été plus rapide.
    [one] { $shown } modifiée.
   *[other] { $shown } modifiées.
}
vetting-blocked = { $count ->
    [one] { $shown } n’a pas été acceptée : une autre représente la même organisation.
   *[other] { $shown } n’ont pas été acceptées : d’autres représentent les mêmes organisations.
}
vetting-undo = Annuler
vetting-saved = Enregistré.
vetting-look-recorded = Votre consultation est consignée.
vetting-listing = Sur la liste
vetting-names = Noms
vetting-names-hint = Un par ligne, chacun après sa langue, comme dans fr: Amnistie internationale. Le public voit celui de sa langue, sinon le premier.
vetting-weight = Poids
vetting-weight-hint = Plus lourd, plus haut, quand la liste est ordonnée par poids. De -1000 à 1000.
