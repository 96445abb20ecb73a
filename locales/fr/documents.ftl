# Ce qui figure sur une carte imprimée; les deux langues figurent sur chaque carte.
postcard-no-postage =
    Aucun affranchissement requis au Canada
    Courrier à un membre de la
    Chambre des communes
postcard-stamp-here = Timbre
# The title of the file of a print run.
print-run-document = Cartes postales, tirage { $number }
