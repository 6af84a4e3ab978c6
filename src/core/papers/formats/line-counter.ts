const LINE_END = /\r\n|[\r\n]/gu;

/** Tells the lines of places of a text that are asked for in their order: one pass over the text in all. */
export class LineCounter {
  private line = 1;
  /** End of the newest line end that was counted. */
  private counted = 0;
  /** Start and end of the line end after it; at the length of the text when there is none. */
  private next = { start: 0, end: 0 };

  constructor(private readonly text: string) {
    this.find();
  }

  /**
   * @param offset in UTF-16 units, not before the ones asked for earlier
   * @returns one-based line
   */
  lineAt(offset: number): number {
    while (this.next.end <= offset && this.next.start < this.text.length) {
      this.counted = this.next.end;
      this.line++;
      this.find();
    }
    return this.line;
  }

  private find(): void {
    LINE_END.lastIndex = this.counted;
    const found = LINE_END.exec(this.text);
    const start = found?.index ?? this.text.length;
    this.next = { start, end: start + (found?.[0].length ?? 0) };
  }
}
