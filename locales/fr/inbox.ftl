# Messages to the organisers

mail-answer-asked = Vous aviez écrit, { $name } :
