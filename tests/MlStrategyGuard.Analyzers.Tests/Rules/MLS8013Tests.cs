using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8013>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8013Tests
{
    private const string Rows = "\npublic sealed class Rows(string path) : torch.utils.data.Dataset { public override long Count => path.Length; public override Dictionary<string, Tensor> GetTensor(long index) => new(); }";

    [Fact]
    public Task Message_NamesTheData() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64, drop_last: {|#0:true|});"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "The last, smaller batch of the test half of `torchvision.datasets.MNIST` is left out, so the score is of other rows than the set holds. Leave `drop_last` at false."));

    [Theory]
    [InlineData("var half = torchvision.datasets.CIFAR10(\"data\", train: false); using var test = new DataLoader(half, 64, shuffle: true, drop_last: [|true|]);", "false")]
    [InlineData("var test = Load(false); DataLoader Load(bool train) => torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", train), 64, false, null, null, 1, [|true|]);", "false")]
    [InlineData("const bool drop = true; var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64, drop_last: [|drop|]);", "false")]
    public Task HeldOutBatchesLeftOut_FireAndAreKept(string body, string kept)
    {
        var start = body.IndexOf("[|", StringComparison.Ordinal);
        var end = body.IndexOf("|]", StringComparison.Ordinal);
        return Verify.VerifyCodeFixAsync(TorchCode.Program(body), TorchCode.Program(body[..start] + kept + body[(end + 2)..]));
    }

    [Theory]
    [InlineData("var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64, shuffle: true, drop_last: true);")]
    [InlineData("var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64, shuffle: true);")]
    [InlineData("var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64, drop_last: false);")]
    [InlineData("var half = net.training; var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", half), 64, drop_last: true);")]
    [InlineData("var drops = net.training; var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64, drop_last: drops);")]
    [InlineData("var other = torch.utils.data.DataLoader(new Rows(\"rows.csv\"), 64, drop_last: true);")]
    public Task TrainingOrUnknownBatches_AreSilent(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body) + Rows);

    [Theory]
    [InlineData("data/dev.csv", "[|true|]")]
    [InlineData("data/train.csv", "true")]
    public Task FilesOfTheStrategy_TellTheSplit(string file, string argument) =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program($"var batches = torch.utils.data.DataLoader(new Rows(\"{file}\"), 64, drop_last: {argument});") + Rows,
            new TestInputs
            {
                AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\nsplits:\n  train: { files: data/train.csv }\n  dev: { files: data/dev.csv }\n")],
            });
}
