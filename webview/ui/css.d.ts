/** A style sheet: imported for its effect, emitted beside the page's script. */
declare module '*.css';
