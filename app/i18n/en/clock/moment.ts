export const moment = '{day} at {clock}'
