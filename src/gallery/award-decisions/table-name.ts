/** The table of decisions on awards, as the code names it. */
export const decisionTable = 'Quyết định';
