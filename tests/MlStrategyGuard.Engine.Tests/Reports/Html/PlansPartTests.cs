namespace MlStrategyGuard.Engine.Tests.Reports.Html;

public sealed class PlansPartTests : IDisposable
{
    private readonly Pages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Theory]
    [InlineData("transfer: { from: { name: imagenet, input: image, examples: 1000000 }, to: { input: image, examples: 100 }, retrain: all }\n",
        "Examples of source and target: source: imagenet (image) 1,000,000 examples, target (image) 100 examples", "Everything is trained on the target.", "MLS4003")]
    [InlineData("multi_task: { tasks: { car: { examples: 8000 }, sign: { examples: 300 } }, missing_labels: negative }\n",
        "Labels of each task: car 8,000 labels, sign 300 labels", "Missing labels count as negatives.", "MLS4102")]
    [InlineData("end_to_end: { pairs: 1000, stages: { detect: 1000000 }, plan: end_to_end }\n",
        "Data end to end and of each stage: end to end 1,000 pairs, detect 1,000,000 examples", "input to output at once", "MLS4201")]
    public void Plan_IsDrawnWithWhatIsSaidOfIt(string plan, string picture, string sentence, string rule)
    {
        var part = _pages.Part("version: 1\n" + plan, "plans")!;

        Assert.Equal(picture, Assert.Single(Pages.Pictures(part)));
        Assert.Contains(sentence, part.Value, StringComparison.Ordinal);
        Assert.Contains(rule, part.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Synthesis_IsATable()
    {
        var part = _pages.Part("version: 1\nsynthesis: [ { name: car noise, unique: 1 h, generated: 10000 h }, { unique: 50, generated: 2 h } ]\n", "plans")!;

        Assert.Equal(["car noise", "1 h", "10,000 h", "10,000 times"], Pages.Row(part, "car noise"));
        Assert.Contains("MLS4301", part.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsOfATask_AreCountedInTrain()
    {
        _pages.Folder.Write("train.csv", "x,car,sign\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i % 9},{i % 2},{(i < 60 ? "" : "1")}\n")));

        var part = _pages.Part("version: 1\nsplits: { train: { files: train.csv } }\nmulti_task: { tasks: { a: car, b: sign }, missing_labels: masked }\n", "plans")!;

        Assert.Equal("Labels of each task: a 100 labels, b 40 labels", Assert.Single(Pages.Pictures(part)));
    }

    [Fact]
    public void WithoutPlans_TheLinesToWriteAreShown()
    {
        Assert.Null(_pages.Part("version: 1\n", "plans"));
        Assert.Equal(10, _pages.Part("version: 1\n", "absent")!.Descendants("dt").Count());
    }
}
