/** Address of a rule's documentation page. */
export { pageOf as rulePage } from '../rules/pages';
