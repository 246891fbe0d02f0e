using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8014>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8014Tests
{
    private const string Load = "var old = new Tuned(); old.load(\"imagenet.dat\");\n";

    [Fact]
    public Task Message_NamesAllEnds() =>
        Verify.VerifyAnalyzerAsync(
            Program(Load + "var o = torch.optim.Adam({|#0:old.parameters()|}, 1e-4);"),
            Plan("last_layer"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`torch.optim.Adam` trains every parameter of the network whose weights `old.load` loads at line 14, but mlstrategy.yaml says `retrain: last_layer`. Give the optimizer the parameters of that part, or switch `requires_grad` off for the others."));

    [Theory]
    [InlineData(Load + "var o = torch.optim.SGD([|old.parameters()|], 0.1);", "last_layers")]
    [InlineData("var old = new Tuned(); old.load_state_dict(new Dictionary<string, Tensor>()); var o = torch.optim.AdamW([|old.parameters()|]);", "last_layer")]
    [InlineData("var old = new Tuned(); old.load(\"a.dat\"); Learn(old); void Learn(Tuned n) { var o = torch.optim.Adam([|n.parameters()|]); o.zero_grad(); }", "last_layer")]
    public Task WholeNetwork_Fires(string body, string retrain) => Verify.VerifyAnalyzerAsync(Program(body), Plan(retrain));

    [Theory]
    [InlineData(Load + "var o = torch.optim.Adam(old.head.parameters());", "last_layer")]
    [InlineData(Load + "foreach (var p in old.body.parameters()) p.requires_grad = false; var o = torch.optim.Adam(old.parameters());", "last_layer")]
    [InlineData(Load + "var o = torch.optim.Adam(old.parameters());", "all")]
    [InlineData("var old = new Tuned(); var o = torch.optim.Adam(old.parameters());", "last_layer")]
    [InlineData("var old = new Tuned(); var o = torch.optim.Adam(old.parameters()); old.load(\"resumed.dat\");", "last_layer")]
    [InlineData(Load + "var o = torch.optim.Adam(old.parameters().Skip(2));", "last_layer")]
    public Task PartOrOtherPlan_IsSilent(string body, string retrain) => Verify.VerifyAnalyzerAsync(Program(body), Plan(retrain));

    [Fact]
    public Task WithoutAPlan_IsSilent() =>
        Verify.VerifyAnalyzerAsync(Program(Load + "var o = torch.optim.Adam(old.parameters());"));

    private static string Program(string body) =>
        TorchCode.Program(body) + "\npublic class Tuned : nn.Module<Tensor, Tensor> { public readonly Linear body = nn.Linear(4, 8); public readonly Linear head = nn.Linear(8, 2); public Tuned() : base(\"tuned\") { RegisterComponents(); } public override Tensor forward(Tensor x) => head.forward(body.forward(x)); }";

    private static TestInputs Plan(string retrain) => new()
    {
        AdditionalFiles = [("/project/mlstrategy.yaml", $"version: 1\ntransfer:\n  from: {{ input: image, examples: 1000000 }}\n  to: {{ input: image, examples: 100 }}\n  retrain: {retrain}\n")],
    };
}
