// How to bring a list into a new order with the fewest moves.

/**
 * Which of the numbers belong to a longest increasing subsequence (Fredman 1975, n log n): what belongs can stay where it
 * is, everything else moves. Numbers are distinct.
 */
export const longestIncreasing = (numbers) => {
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

/**
 * The same while what is in sight stays: the places from `from` to before `to` hold numbers that follow each other. What is
 * on one side of them and belongs on the other moves.
 */
export const longestIncreasingAround = (numbers, from, to) => {
  const first = from < to ? numbers[from] : 0;
  const side = (place) => (place < from ? -1 : place < to ? 0 : 1);
  const onItsSide = (number, place) => side(place) === (number < first ? -1 : number < first + to - from ? 0 : 1);
  const candidates = numbers.map((_, place) => place).filter((place) => from >= to || onItsSide(numbers[place], place));
  const belongs = Array(numbers.length).fill(false);
  longestIncreasing(candidates.map((place) => numbers[place])).forEach((stays, i) => (belongs[candidates[i]] = stays));
  return belongs;
};

/** Which elements of a list, one below the other, are on a screen of that height: from the first to before the last, and one more. */
export const inSight = (elements, height) => {
  const firstWhere = (test) => {
    let [low, high] = [0, elements.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(elements[middle].getBoundingClientRect())) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const from = firstWhere(({bottom}) => bottom > 0);
  const to = firstWhere(({top}) => top > height);
  return from >= to ? [0, 0] : [from, Math.min(to + 1, elements.length)];
};
