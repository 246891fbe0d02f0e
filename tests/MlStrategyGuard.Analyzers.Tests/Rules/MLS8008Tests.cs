using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8008>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8008Tests
{
    private const string Sets =
        "var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64, shuffle: true); var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64); ";

    private const string Measure = "net.eval(); foreach (var b in test) Console.WriteLine(net.forward(b[\"data\"]).argmax(1)); ";

    private const string Step = "{ optimizer.zero_grad(); loss.forward(net.forward(b[\"data\"]), b[\"label\"]).backward(); optimizer.step(); } ";

    [Fact]
    public Task Message_NamesAllEnds() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program(Sets + "\nforeach (var b in {|#0:test|})\n" + Step + "\n" + Measure),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`test` runs over the test half of `torchvision.datasets.MNIST`, and `optimizer.step` at line 16 learns from it; the score of line 17 on the same data is a training score. Train on the training data."));

    [Theory]
    [InlineData(Sets + "foreach (var b in [|test|]) " + Step + Measure)]
    [InlineData(Sets + "for (var e = 0; e < 3; e++) { net.train(); foreach (var b in [|test|]) " + Step + Measure + "}")]
    [InlineData(Sets + "Learn([|test|]); " + Measure + "void Learn(DataLoader d) { foreach (var b in d) " + Step + "}")]
    [InlineData(Sets + "foreach (var b in [|test|]) { using (torch.NewDisposeScope()) " + Step + "} " + Measure)]
    [InlineData("using var test = new DataLoader(torchvision.datasets.CIFAR10(\"data\", train: false), 64); foreach (var b in [|test|]) " + Step + Measure)]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    [Theory]
    [InlineData(Sets + "foreach (var b in learn) " + Step + Measure)]
    [InlineData(Sets + "foreach (var b in test) " + Step)]
    [InlineData(Sets + Measure + Measure)]
    [InlineData(Sets + "Epoch(learn, true); Epoch(test, false); void Epoch(DataLoader d, bool learns) { foreach (var b in d) { var l = loss.forward(net.forward(b[\"data\"]), b[\"label\"]); if (learns) { optimizer.zero_grad(); l.backward(); optimizer.step(); } } } " + Measure)]
    [InlineData(Sets + "Epoch(learn, true); Epoch(test, false); void Epoch(DataLoader d, bool learns) { foreach (var b in d) { var l = loss.forward(net.forward(b[\"data\"]), b[\"label\"]); if (!learns) continue; optimizer.zero_grad(); l.backward(); optimizer.step(); } } " + Measure)]
    [InlineData(Sets + "Epoch(learn, optimizer); Epoch(test, null); void Epoch(DataLoader d, torch.optim.Optimizer? o) { foreach (var b in d) { loss.forward(net.forward(b[\"data\"]), b[\"label\"]).backward(); o?.step(); } } " + Measure)]
    [InlineData("var half = net.training; var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", half), 64); foreach (var b in test) " + Step + Measure)]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    [Theory]
    [InlineData("foreach (var b in [|test|]) " + Step + Measure)]
    [InlineData("foreach (var b in learn) " + Step + Measure)]
    public Task FilesOfTheStrategy_TellTheSplit(string body) =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("var learn = torch.utils.data.DataLoader(new Rows(\"data/train.csv\"), 64); var test = torch.utils.data.DataLoader(new Rows(\"data/test.csv\"), 64); " + body)
            + "\npublic sealed class Rows(string path) : torch.utils.data.Dataset { public override long Count => path.Length; public override Dictionary<string, Tensor> GetTensor(long index) => new(); }",
            new TestInputs
            {
                AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\nsplits:\n  train: { files: data/train.csv }\n  test: { files: data/test.csv }\n")],
            });
}
