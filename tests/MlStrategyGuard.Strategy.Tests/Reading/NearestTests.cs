using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

public sealed class NearestTests
{
    private static readonly string[] Words = ["train", "train_dev", "dev", "test"];

    [Theory]
    [InlineData("tran", "train")]
    [InlineData("tarin", "train")]
    [InlineData("TRAIN", "train")]
    [InlineData("trains", "train")]
    [InlineData("train-dev", "train_dev")]
    [InlineData("dve", "dev")]
    [InlineData("tset", "test")]
    public void Slip_FindsTheWord(string written, string meant) => Assert.Equal(meant, Nearest.To(written, Words));

    [Theory]
    [InlineData("")]
    [InlineData("production")]
    [InlineData("x")]
    [InlineData("abc")]
    public void OtherWord_FindsNone(string written) => Assert.Null(Nearest.To(written, Words));

    [Fact]
    public void EqualDistance_GoesToTheFirst()
    {
        Assert.Equal("cat", Nearest.To("bat", ["cat", "hat"]));
        Assert.Equal("hat", Nearest.To("bat", ["hat", "cat"]));
    }

    [Fact]
    public void LongWords_AreNotCompared()
    {
        var word = new string('a', 65);

        Assert.Null(Nearest.To(word, [word]));
        Assert.Null(Nearest.To(word[..64], [word]));
        Assert.Equal(word[..64], Nearest.To(word[..64], [word[..64]]));
    }

    [Fact]
    public void OnlyTheFirstCandidates_AreCompared()
    {
        var words = Enumerable.Range(0, 199).Select(i => $"{i}");

        Assert.Equal("train", Nearest.To("tran", [.. words, "train"]));
        Assert.Null(Nearest.To("tran", [.. words, "x", "train"]));
    }

    [Fact]
    public void HintOr_EndsWithTheNearestOrTheSign()
    {
        Assert.Equal("; did you mean 'dev'?", Nearest.HintOr("dve", Words, "."));
        Assert.Equal(".", Nearest.HintOr("production", Words, "."));
    }

    [Fact]
    public void Hint_IsAQuestionOrNothing()
    {
        Assert.Equal("; did you mean 'dev'?", Nearest.Hint("dve", Words));
        Assert.Equal("", Nearest.Hint("production", Words));
    }
}
