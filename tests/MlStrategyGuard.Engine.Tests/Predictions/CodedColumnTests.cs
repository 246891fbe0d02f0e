using System.Text;
using MlStrategyGuard.Engine.Predictions;

namespace MlStrategyGuard.Engine.Tests.Predictions;

public sealed class CodedColumnTests
{
    [Fact]
    public void WordsOfAnyLength_AreNumberedByFirstSight()
    {
        // Short ones go another way than long ones, and share its few places.
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 5_000).Select(_ => new string('x', random.Next(10)) + random.Next(40))];
        var column = new CodedColumn();
        foreach (var word in words)
            column.Add(Encoding.UTF8.GetBytes(word));

        var codes = column.Codes();

        Assert.Equal(words.Distinct(), column.Words);
        Assert.Equal(words, codes.Select(code => column.Words[code]));
    }

    [Fact]
    public void SameBytesInAnotherLength_AreAnotherWord()
    {
        var column = new CodedColumn();
        foreach (var word in new[] { "a", "a\0", "a\0\0", "aaaa", "aaaaa", "aaaaaa", "aaaaaaa", "aaaaaaaa", "", "a" })
            column.Add(Encoding.UTF8.GetBytes(word));
        column.AddMissing();

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 0, -1], column.Codes());
    }
}
