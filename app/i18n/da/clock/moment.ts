export const moment = '{day} kl. {clock}'
