using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8011>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8011Tests
{
    private const string Turn = "optimizer.zero_grad(); var output = loss.forward(net.forward(x), y); output.backward(); optimizer.step(); ";

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program("var sum = torch.zeros(1); foreach (var (x, y) in train) { " + Turn + "\n{|#0:sum += output|}; } Console.WriteLine(sum.item<float>());"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`sum += output` keeps the history of every `output`, of which `output.backward` at line 14 computes gradients, so memory grows with every batch. Add `output.detach()`, or its number."));

    [Theory]
    [InlineData("var sum = torch.zeros(1); foreach (var (x, y) in train) { " + Turn + "[|sum += output|]; } Console.WriteLine(sum.item<float>());")]
    [InlineData("Tensor sum = torch.zeros(1); foreach (var (x, y) in train) { " + Turn + "[|sum = sum + output|]; } Console.WriteLine(sum.ToSingle() / 10);")]
    [InlineData("for (var e = 0; e < 3; e++) { var sum = torch.zeros(1); foreach (var (x, y) in train) { " + Turn + "[|sum += output|]; } Console.WriteLine($\"{sum.item<float>()}\"); }")]
    public Task HistoryKept_FiresAndIsDropped(string body) =>
        Verify.VerifyCodeFixAsync(TorchCode.Program(body), TorchCode.Program(Detached(body)));

    [Theory]
    [InlineData("var sum = 0f; foreach (var (x, y) in train) { " + Turn + "sum += output.item<float>(); } Console.WriteLine(sum);")]
    [InlineData("var sum = torch.zeros(1); foreach (var (x, y) in train) { " + Turn + "sum += output.detach(); } Console.WriteLine(sum.item<float>());")]
    [InlineData("optimizer.zero_grad(); var sum = torch.zeros(1); foreach (var (x, y) in train) { var output = loss.forward(net.forward(x), y); sum += output; } sum.backward(); optimizer.step();")]
    [InlineData("foreach (var (x, y) in train) { var sum = torch.zeros(1); " + Turn + "sum += output; Console.WriteLine(sum.item<float>()); }")]
    [InlineData("net.eval(); using var off = torch.no_grad(); var sum = torch.zeros(1); foreach (var (x, y) in dev) { var output = loss.forward(net.forward(x), y); sum += output; } Console.WriteLine(sum.item<float>());")]
    [InlineData("var sum = torch.zeros(1); foreach (var (x, y) in train) { " + Turn + "sum += output; sum = sum.detach(); } Console.WriteLine(sum.item<float>());")]
    [InlineData("var sum = torch.zeros(1); foreach (var (x, y) in train) { " + Turn + "sum += output; Use(sum); } void Use(Tensor t) => t.backward();")]
    public Task NoHistoryOrItIsNeeded_IsSilent(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    private static string Detached(string body) =>
        body.Replace("[|sum += output|]", "sum += output.detach()").Replace("[|sum = sum + output|]", "sum = sum + output.detach()");
}
