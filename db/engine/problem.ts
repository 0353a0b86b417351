/** Something an operator must put right before the product can start. Its message is one clear sentence, shown alone. */
export class StartProblem extends Error {
  constructor(zh: string, en: string) {
    super(`${zh} (${en})`);
  }
}
