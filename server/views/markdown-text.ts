/** Signs of Markdown in anybody's words are shown as they are. */
export const escaped = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');

/** A line that begins as a list or a heading would is a line of words here. */
export function notAList(line: string): string {
  return line.replace(/^(\s*)([-+#])(?=\s)/, '$1\\$2').replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}

/** Words on one line, for a heading or an item of a list. */
export const escapedLine = (text: string): string => notAList(escaped(text.replace(/\s+/g, ' ').trim()));
