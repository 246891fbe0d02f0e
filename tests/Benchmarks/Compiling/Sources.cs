using System.Globalization;
using System.Text.RegularExpressions;

namespace MlStrategyGuard.Benchmarks.Compiling;

/// <summary>The files that are compiled.</summary>
internal static partial class Sources
{
    /// <summary>A class of business code: records, loops, queries, string formatting, an async method.</summary>
    public static string Plain(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        namespace Shop.Part{{number % 20}};

        public sealed record Item{{number}}(int Id, string Name, decimal Price, DateTime Added);

        public sealed class Store{{number}}
        {
            private readonly Dictionary<int, Item{{number}}> _items = new();
            private readonly List<string> _log = new();

            public int Count => _items.Count;

            public void Add(Item{{number}} item)
            {
                if (string.IsNullOrWhiteSpace(item.Name))
                    throw new ArgumentException("An item needs a name.", nameof(item));
                _items[item.Id] = item;
                _log.Add($"{item.Added:O} {item.Name} {item.Price}");
            }

            public IReadOnlyList<Item{{number}}> Cheapest(int count) =>
                _items.Values.Where(item => item.Price > {{number % 7}}).OrderBy(item => item.Price).ThenBy(item => item.Name).Take(count).ToList();

            public decimal Sum(Func<Item{{number}}, bool> isWanted)
            {
                var sum = 0m;
                foreach (var item in _items.Values)
                {
                    if (!isWanted(item))
                        continue;
                    sum += item.Price switch
                    {
                        < 10 => item.Price,
                        < 100 => item.Price * 0.95m,
                        _ => item.Price * 0.9m,
                    };
                }

                return sum;
            }

            public async Task<string> SaveAsync(string path, CancellationToken cancellationToken)
            {
                using var writer = new StreamWriter(path);
                for (var i = 0; i < _log.Count; i++)
                {
                    try
                    {
                        await writer.WriteLineAsync(_log[i].AsMemory(), cancellationToken);
                    }
                    catch (IOException failure) when (i == 0)
                    {
                        return failure.Message;
                    }
                }

                return path;
            }
        }
        """);

    /// <summary>Whether a program of the corpus has no top-level statements, so that many of them make one library.</summary>
    public static bool IsLibrary(string source) => FirstType().IsMatch(source) && !TopLevel().IsMatch(source);

    /// <summary>A program in a namespace of its own.</summary>
    public static string InNamespace(string source, int number)
    {
        var last = Usings().Matches(source).Last();
        var end = last.Index + last.Length;
        return source[..end] + string.Create(CultureInfo.InvariantCulture, $"\n\nnamespace Training{number};\n") + source[end..];
    }

    [GeneratedRegex(@"^(public|internal) ", RegexOptions.Multiline)]
    private static partial Regex FirstType();

    [GeneratedRegex(@"^(var|foreach|if|for|Console|await) ?", RegexOptions.Multiline)]
    private static partial Regex TopLevel();

    [GeneratedRegex(@"^using [A-Za-z.]+;", RegexOptions.Multiline)]
    private static partial Regex Usings();
}
