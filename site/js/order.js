// How to bring a list into a new order with the fewest moves.

/**
 * Which of the numbers belong to a longest increasing subsequence (Fredman 1975, n log n): what belongs can stay where it
 * is, everything else moves. Numbers are distinct.
 */
export const longestRun = (numbers) => {
  const before = Array(numbers.length).fill(-1);
  const ends = [];
  numbers.forEach((number, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]] < number) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = ends[low - 1];
    ends[low] = i;
  });
  const belongs = Array(numbers.length).fill(false);
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]) belongs[i] = true;
  return belongs;
};
