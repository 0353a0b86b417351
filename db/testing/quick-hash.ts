import { hashPassword } from '../password';

/** A password's hash at a hundredth of its cost: the tests sign in hundreds of times. What a real one costs has its own tests. */
export const quickHash = (plain: string): Promise<string> => hashPassword(plain, { N: 1024, r: 8, p: 1 });
