import type { errors as zhCN } from '../zh-CN/errors';

export const errors: typeof zhCN = {
  codes: {
    invalid: 'Some entries need correcting; see the marked fields. Nothing was saved, and what you typed is still here.',
    forbidden: 'You may not do this. Nothing was changed.',
    'not-found': 'There is no such record, or it is outside your area. Nothing was changed.',
    conflict: 'Somebody changed this record just before you. Your change was not saved; what you typed is still here. Reload, check, and try again.',
    'signed-out': 'You are signed out. What you typed is still on this page: sign in again in another window, then submit.',
    failed: 'Something went wrong on our side and nothing was saved. What you typed is still here; please try again.',
  },
  reasons: {
    foreign: 'The request did not come from a page of this system and was refused.',
    password: 'The current password is not right.',
    self: 'You cannot do this to your own account.',
  },
  fields: {
    'before-registration': () => 'On or before the day of registration.',
    'future-day': () => 'Later than today.',
    unchanged: () => 'Same as the record: nothing to change.',
    required: () => 'Required.',
    short: (limit) => `At least ${limit} characters.`,
    long: (limit) => `At most ${limit} characters.`,
    small: (limit) => `Not less than ${limit}.`,
    big: (limit) => `Not more than ${limit}.`,
    number: () => 'Enter a number.',
    choice: () => 'Choose from the list.',
    format: () => 'Not in the right form.',
    'weak-password': () => 'At least 12 characters of three kinds (capitals, small letters, digits, signs), and not a common password.',
    'same-password': () => 'The new password must differ from the current one.',
    'wrong-password': () => 'The current password is not right.',
    'not-repeated': () => 'The two entries differ.',
    malformed: () => 'Not in the right form; the default is shown.',
    unknown: () => 'There is no such entry, or it is outside your area; the default is shown.',
    'out-of-range': () => 'Not among the months on record; the default is shown.',
  },
};
