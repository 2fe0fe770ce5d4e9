/** The words of a card that tell how many units have adopted its model. */
export const adoptersWords = (adopters: number): string =>
  `${adopters.toLocaleString('vi')} đơn vị đã áp dụng`;
