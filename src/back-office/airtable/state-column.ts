/** The column in which staff set the state of a submission or a story. */
export const stateColumn = 'Trạng thái';
