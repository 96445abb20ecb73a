# Lettres ouvertes

letter-title = Lettre ouverte
letter-text = La lettre
letter-read = Lire la lettre et voir qui l’a signée
letter-figures = { $first } · { $second }
letter-organisations = { $count ->
    [one] { $shown } organisation
   *[other] { $shown } organisations
}
letter-professionals = { $count ->
    [one] { $shown } professionnel ou professionnelle
   *[other] { $shown } professionnels et professionnelles
}
letter-sign-organisation = Signer au nom d’une organisation
letter-sign-professional = Signer à titre professionnel
letter-held = Vous confirmez par courriel. La signature est ensuite affichée dès que quelqu’un de la campagne l’a vérifiée.
letter-data-organisation = Le nom de votre organisation est affiché sous la lettre et remis avec elle à qui elle s’adresse. Le vôtre ne l’est pas : vos renseignements sont chiffrés, et seules les personnes qui vérifient les signatures les voient.
letter-data-professional = Votre nom est affiché selon votre choix, avec votre profession et votre appartenance, et remis ainsi à qui la lettre s’adresse. Tout le reste est chiffré, et seules les personnes qui vérifient les signatures le voient.
professionals-title = Professionnels et professionnelles
professionals-unnamed = { $count ->
    [one] Et { $shown } personne dont le nom n’est pas affiché ici.
   *[other] Et { $shown } personnes dont les noms ne sont pas affichés ici.
}
field-organisation = Nom de l’organisation
field-organisation-hint = Tel qu’il doit figurer sous la lettre.
field-website = Site Web
field-website-hint = Par exemple example.org. Une adresse de courriel du même domaine accélère la vérification.
field-role = Votre rôle dans l’organisation
field-role-hint = Par exemple secrétaire. Il n’est pas affiché.
field-profession = Profession
field-affiliation = Appartenance
field-affiliation-hint = Par exemple une université ou un cabinet. Elle figure à côté de votre nom et n’engage pas l’établissement.
missing-organisation = Entrez le nom de l’organisation
missing-profession = Entrez votre profession
missing-subject = Entrez un objet
refused-website = Un site Web a un nom comme example.org
refused-language-tag = Commencez chaque ligne par une langue et un deux-points, comme dans fr: Amnistie internationale
refused-not-between = Entre { $least } et { $most }
refused-changed = Quelqu’un d’autre a fait une modification entre-temps. Voici l’état actuel : refaites la vôtre.

letter-stands-held = Elle sera affichée sous la lettre dès que quelqu’un l’aura vérifiée. Nous vous écrirons alors.
letter-stands-vetted = Elle est affichée sous la lettre.
letter-stands-declined = Elle n’est pas affichée sous la lettre : les personnes qui vérifient les signatures en ont décidé ainsi.
letter-next-mine = Votre page : voir ce qui est affiché, ou retirer votre signature
letter-next-read = Voir la lettre et qui l’a signée
letter-mine-text = La lettre telle que vous l’avez signée
letter-mine-disown-what = Nous supprimons cette signature et n’envoyons plus de courriel sur cette campagne à cette adresse. C’est définitif.
letter-mine-withdraw-what = Votre signature est retirée de la lettre et vos renseignements sont supprimés. C’est définitif, mais vous pourrez signer de nouveau.
letter-mine-erase-what = Votre signature est retirée de la lettre et tout ce qui la concerne est supprimé, y compris cette page. C’est définitif.
letter-done-withdrawal = Votre signature est retirée et ne figure plus sous la lettre.

# Courriels à ce sujet

mail-letter-subject = Veuillez confirmer votre signature de la lettre ouverte
mail-letter-intro = quelqu’un, vous-même nous l’espérons, a signé cette lettre ouverte avec votre adresse :
mail-letter-organisation = Vous avez signé pour { $organisation }, version { $version } de la lettre. { $updates }
mail-letter-professional = Vous avez signé la version { $version } de la lettre. Votre nom sur le site : { $name }. { $updates }
mail-letter-held = Une fois confirmée, elle est affichée après que quelqu’un de la campagne l’a vérifiée.
mail-letter-again-subject = Cette signature figure déjà sous la lettre
mail-letter-again-intro = quelqu’un, vous-même nous l’espérons, a de nouveau signé cette lettre ouverte :
mail-letter-again-done = Votre signature est déjà confirmée, et personne ne figure deux fois sous la lettre. Il n’y a rien à faire.
mail-letter-mine = Voir votre signature, ou la retirer
mail-letter-vetted-subject = Votre signature figure sous la lettre ouverte
mail-letter-vetted = nous avons vérifié votre signature, et elle est maintenant affichée sous la lettre. Merci.
mail-letter-vetted-link = Voir la lettre
mail-letter-declined-subject = Votre signature de la lettre ouverte
mail-letter-declined = nous avons vérifié votre signature de la lettre ouverte et ne l’avons pas ajoutée : { $reason }.
mail-letter-declined-do = Si vous pensez que c’est une erreur, écrivez-nous :
decline-unproven = nous n’avons pas pu établir que vous signez pour l’organisation, ou que vous êtes la personne nommée
decline-duplicate = elle figure déjà sous la lettre
decline-unsuited = la lettre parle au nom d’autres
decline-other = elle ne convenait pas

# What is held about a person

held-sign-on = Signature d’une lettre ouverte
held-message-leaving = Message en route vers la boîte des responsables
held-to-vet = À vérifier
held-vetted = Affichée sous la lettre
held-declined = Non affichée sous la lettre
mail-kind-letter = Au sujet d’une lettre ouverte
mail-kind-answer = Réponse des responsables
fact-answer = Réponse
