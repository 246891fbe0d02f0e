using System.Globalization;

namespace MlStrategyGuard.Reading;

/// <summary>
/// Writes a letter with its marks in one way (Unicode's normalization form C, UAX 15), so that texts compare alike whichever editor
/// wrote them. From a table of its own: a process without the system's data for cultures can't normalize, and results don't depend on
/// a machine's version of it. Of all characters the Greek question mark alone isn't composed: it would become a semicolon, which ends
/// a field.
/// </summary>
internal static class Composition
{
    private const int FirstSpecial = 0x300;
    private const int FirstWithParts = 0xC0;
    private const int HangulFirst = 0xAC00;
    private const int HangulCount = 11_172;
    private const int LeadFirst = 0x1100;
    private const int LeadCount = 19;
    private const int VowelFirst = 0x1161;
    private const int VowelCount = 21;
    private const int TailBefore = 0x11A7;
    private const int TailCount = 28;
    private const int MostSortedInPlace = 32;

    private static readonly Lazy<Tables> Known = new(() => new Tables());

    /// <summary>
    /// Whether a character may join the one before it, or isn't composed itself. A text is composed piece by piece, each of a
    /// character that isn't special and of the special ones that follow it.
    /// </summary>
    /// <param name="point">Its code point, also half of a surrogate pair.</param>
    public static bool IsSpecial(int point) => point >= FirstSpecial && Known.Value.IsSpecial(point);

    /// <summary>The text with its letters and marks composed.</summary>
    public static string Compose(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] < FirstSpecial)
            at++;
        if (at == text.Length)
            return text;

        var points = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            points.Add(isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i]);
        }

        return !Compose(points) ? text : string.Concat(points.Select(point => point is >= 0xD800 and < 0xE000 ? ((char)point).ToString() : char.ConvertFromUtf32(point)));
    }

    /// <summary>Composes code points in place.</summary>
    /// <returns>False if nothing can change: that is quick to tell.</returns>
    public static bool Compose(List<int> points)
    {
        var tables = Known.Value;
        if (tables.AreComposed(points))
            return false;
        var parts = new List<int>(points.Count * 2);
        foreach (var point in points)
            tables.Decompose(point, parts);
        Order(parts, tables);
        points.Clear();
        Join(parts, points, tables);
        return true;
    }

    /// <summary>Sorts neighbouring marks by their classes, those of one class left in their order.</summary>
    private static void Order(List<int> points, Tables tables)
    {
        for (int start = 0, end; start < points.Count; start = end + 1)
        {
            end = start;
            while (end < points.Count && tables.ClassOf(points[end]) != 0)
                end++;
            if (end - start > MostSortedInPlace)
            {
                var sorted = points.GetRange(start, end - start).OrderBy(tables.ClassOf).ToList();
                for (var i = start; i < end; i++)
                    points[i] = sorted[i - start];
                continue;
            }

            for (var i = start + 1; i < end; i++)
            {
                var (point, place) = (points[i], i);
                for (; place > start && tables.ClassOf(points[place - 1]) > tables.ClassOf(point); place--)
                    points[place] = points[place - 1];
                points[place] = point;
            }
        }
    }

    /// <summary>Joins each character with the last starter before it unless one of the same class or a starter stands between them.</summary>
    private static void Join(List<int> points, List<int> joined, Tables tables)
    {
        var (starter, lastClass) = (-1, 0);
        foreach (var point in points)
        {
            var ownClass = tables.ClassOf(point);
            var isNext = starter >= 0 && (joined.Count == starter + 1 || (lastClass != 0 && lastClass < ownClass));
            if (isNext && tables.Composite(joined[starter], point) is { } composite)
            {
                joined[starter] = composite;
                continue;
            }

            if (ownClass == 0)
                starter = joined.Count;
            lastClass = ownClass;
            joined.Add(point);
        }
    }

    private sealed class Tables
    {
        private readonly Dictionary<int, byte> _classes = [];
        private readonly Dictionary<int, int[]> _parts = [];
        private readonly Dictionary<(int, int), int> _composites = [];
        private readonly ulong[] _special;
        private readonly ulong[] _changing;

        public Tables()
        {
            using var stream = typeof(Composition).Assembly.GetManifestResourceStream("composition.txt")!;
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                if (line[0] == '#')
                    continue;
                var words = line.Split(' ');
                var points = Array.ConvertAll(words.Skip(1).ToArray(), word => int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                if (words[0] is "=" or "!")
                {
                    _parts.Add(points[0], [.. points.Skip(1)]);
                    if (words[0] == "=")
                        _composites.Add((points[1], points[2]), points[0]);
                    continue;
                }

                for (var point = points[0]; point <= points[1]; point++)
                    _classes.Add(point, byte.Parse(words[0], CultureInfo.InvariantCulture));
            }

            // What joins the character before it, and what has parts and isn't made of them again.
            List<int> changing =
            [
                .. _composites.Keys.Select(pair => pair.Item2), .. _parts.Keys.Except(_composites.Values),
                .. Enumerable.Range(VowelFirst, VowelCount), .. Enumerable.Range(TailBefore + 1, TailCount - 1),
            ];
            _changing = SetOf(changing);
            _special = SetOf([.. changing, .. _classes.Keys]);
        }

        public bool IsSpecial(int point) => Has(_special, point);

        /// <summary>The quick check of UAX 15: nothing may change, and the classes of neighbouring marks don't fall.</summary>
        public bool AreComposed(List<int> points)
        {
            var last = 0;
            foreach (var point in points)
            {
                var own = ClassOf(point);
                if ((own != 0 && own < last) || (point >= FirstSpecial && Has(_changing, point)))
                    return false;
                last = own;
            }

            return true;
        }

        private static ulong[] SetOf(List<int> points)
        {
            var set = new ulong[(points.Max() >> 6) + 1];
            foreach (var point in points)
                set[point >> 6] |= 1UL << point;
            return set;
        }

        private static bool Has(ulong[] set, int point) => point >> 6 < set.Length && (set[point >> 6] & (1UL << point)) != 0;

        public int ClassOf(int point) => point < FirstSpecial ? 0 : _classes.TryGetValue(point, out var known) ? known : 0;

        public void Decompose(int point, List<int> into)
        {
            var syllable = point - HangulFirst;
            if (syllable is >= 0 and < HangulCount)
            {
                into.Add(LeadFirst + (syllable / (VowelCount * TailCount)));
                into.Add(VowelFirst + (syllable / TailCount % VowelCount));
                if (syllable % TailCount > 0)
                    into.Add(TailBefore + (syllable % TailCount));
            }
            else if (point >= FirstWithParts && _parts.TryGetValue(point, out var parts))
            {
                foreach (var part in parts)
                    Decompose(part, into);
            }
            else
            {
                into.Add(point);
            }
        }

        public int? Composite(int first, int second)
        {
            if (first - LeadFirst is >= 0 and < LeadCount and var lead && second - VowelFirst is >= 0 and < VowelCount and var vowel)
                return HangulFirst + (((lead * VowelCount) + vowel) * TailCount);
            if (first - HangulFirst is >= 0 and < HangulCount and var syllable && syllable % TailCount == 0 && second - TailBefore is > 0 and < TailCount and var tail)
                return HangulFirst + syllable + tail;
            return _composites.TryGetValue((first, second), out var composite) ? composite : null;
        }
    }
}
