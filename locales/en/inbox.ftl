# Messages to the organisers

mail-answer-asked = You wrote, { $name }:
