/** The column that staff move a submission or a story with. */
export const stateColumn = 'Trạng thái';
