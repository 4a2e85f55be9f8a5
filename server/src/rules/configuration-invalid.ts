import { rule } from './lib/rule';

/** Its findings come from `project.problems`, as they stand in other files; here are its severity and its page. */
export const configurationInvalid = rule('configuration-invalid', {});
