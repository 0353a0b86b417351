import type { accounts as zhCN } from '../zh-CN/accounts';

export const accounts: typeof zhCN = {
  signIn: {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    working: 'Signing in…',
    wrong: 'User name or password is not right. The name was kept; enter the password again.',
    locked: 'This name failed five times within 15 minutes and is locked for 30. Try later, or ask the security administrator.',
    foreign: 'The request did not come from a page of this system and was refused. Sign in on this page.',
    demonstration: 'Demonstration accounts',
    demonstrationNote: 'The password was shown at the start (one for all of them). Choose a name to fill it in.',
  },
  password: {
    title: 'Change password',
    current: 'Current password',
    next: 'New password',
    repeat: 'New password again',
    rule: 'At least 12 characters of three kinds (capitals, small letters, digits, signs), no common password. Other devices are signed out at once.',
    submit: 'Change password',
    done: 'Password changed. All other devices are signed out.',
  },
};
