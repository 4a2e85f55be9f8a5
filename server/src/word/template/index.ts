/** Templates: .docx and .dotx files of others, whose look documents take. */
export { templateIssues } from './accessibility';
export { applyTemplate } from './apply';
export { TemplateError } from './part';
export { type ReadyTemplate, readTemplate } from './read';
