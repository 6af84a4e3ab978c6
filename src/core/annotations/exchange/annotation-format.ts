/** The forms in which annotations leave Lectern. */
export const ANNOTATION_FORMATS = ['w3c', 'hypothesis', 'markdown'] as const;
export type AnnotationFormat = (typeof ANNOTATION_FORMATS)[number];
