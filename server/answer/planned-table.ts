export interface PlannedCell {
  text: string;
  /** Places among the planned citations; none for what says that the sources say nothing. */
  proofs: number[];
}

/** Things side by side, each cell with what proves it. */
export interface PlannedTable {
  caption: string;
  columns: string[];
  rows: { aspect: string; cells: PlannedCell[] }[];
}
